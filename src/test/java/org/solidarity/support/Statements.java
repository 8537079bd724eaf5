package org.solidarity.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.stereotype.Component;

/** Counts the SQL statements that the application sends by jOOQ. */
@Component
public class Statements implements ExecuteListener, ExecuteListenerProvider {

	private final transient AtomicInteger count = new AtomicInteger();

	@Override
	public ExecuteListener provide() {
		return this;
	}

	@Override
	public void executeStart(ExecuteContext context) {
		this.count.incrementAndGet();
	}

	/** How many statements the work sent; meaningful only where nothing else runs. */
	public int during(Supplier<?> work) {
		int before = this.count.get();
		work.get();
		int sent = this.count.get() - before;
		assertThat(sent).as("statements; none means that none were counted").isPositive();
		return sent;
	}

}
