package org.solidarity.platform.limits;

import java.sql.SQLException;
import java.time.Duration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * Ends a statement with the operation that it belongs to, where that comes before the
 * time that every statement has.
 */
class StatementDeadline implements ExecuteListener {

	private final transient Duration statementTime;

	StatementDeadline(Duration statementTime) {
		this.statementTime = statementTime;
	}

	@Override
	public void executeStart(ExecuteContext context) {
		@Nullable Deadline deadline = Deadline.current();
		if (deadline != null && context.statement() != null) {
			var left = deadline.remaining();
			if (left.compareTo(this.statementTime) < 0) {
				try {
					context.statement().setQueryTimeout((int) left.plusMillis(999).toSeconds());
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}
	}

}
