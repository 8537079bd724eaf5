package org.solidarity.support;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.stereotype.Component;

/** Counts the SQL statements that the application sends by jOOQ. */
@Component
public class Statements implements ExecuteListener {

	private final transient AtomicInteger count = new AtomicInteger();

	@Override
	public void executeStart(ExecuteContext context) {
		this.count.incrementAndGet();
	}

	/** How many statements the work sent; meaningful only where nothing else runs. */
	public int during(Supplier<?> work) {
		int before = this.count.get();
		work.get();
		return this.count.get() - before;
	}

}
