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

	private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3,
			Thread.ofPlatform().daemon().name("pulse-", 1).factory());

	/**
	 * Does the work again and again, whether or not it failed, this long after its end.
	 */
	public void every(Duration pause, Runnable work) {
		this.threads.scheduleWithFixedDelay(new Attempt(work), pause.toMillis(), pause.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Does the work once. */
	public void after(Duration wait, Runnable work) {
		try {
			this.threads.schedule(new Attempt(work), wait.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			LOG.debug("not done any more: {}", work);
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	/** Says so once, where the same work goes wrong again and again. */
	private static class Attempt implements Runnable {

		private final Runnable work;

		private boolean failed;

		Attempt(Runnable work) {
			this.work = work;
		}

		@Override
		public void run() {
			try {
				this.work.run();
				this.failed = false;
			}
			catch (RuntimeException ex) {
				if (!this.failed) {
					LOG.warn("work in the background went wrong", ex);
				}
				this.failed = true;
			}
		}

	}

}
