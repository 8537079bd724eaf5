package org.solidarity.platform.connection;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** What is done again and again while the server runs, or once after a while. */
@Component
public class Pulse implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

	private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2,
			Thread.ofPlatform().daemon().name("pulse-", 1).factory());

	private boolean failed;

	/**
	 * Does the work again and again, whether or not it failed, this long after its end.
	 */
	public void every(Duration pause, Runnable work) {
		this.threads.scheduleWithFixedDelay(() -> attempt(work), pause.toMillis(), pause.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Does the work once. */
	public void after(Duration wait, Runnable work) {
		try {
			this.threads.schedule(() -> attempt(work), wait.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			LOG.debug("not done any more: {}", work);
		}
	}

	/** Says so once, where the same goes wrong again and again. */
	private void attempt(Runnable work) {
		try {
			work.run();
			this.failed = false;
		}
		catch (RuntimeException ex) {
			if (!this.failed) {
				LOG.warn("subscribers wait", ex);
			}
			this.failed = true;
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

}
