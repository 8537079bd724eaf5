package org.solidarity.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Sink;
import org.solidarity.platform.live.Asked;
import org.solidarity.platform.live.Feed;
import org.solidarity.platform.live.Subscription;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions of any viewer: everything behind the connection. */
@Component
public class Listeners {

	private final Feed feed;

	Listeners(Feed feed) {
		this.feed = feed;
	}

	/** Listens as this viewer; variables come as name, value, name, value … */
	public Listener listen(Viewer viewer, String document, Object... variables) {
		return listen(() -> Optional.of(viewer), document, variables);
	}

	public Listener listen(Caller caller, String document, Object... variables) {
		Map<String, Object> named = new LinkedHashMap<>();
		for (int i = 0; i < variables.length; i += 2) {
			named.put((String) variables[i], variables[i + 1]);
		}
		var listener = new Listener();
		listener.subscription = this.feed.subscribe(caller, new Asked(document, null, named), listener);
		return listener;
	}

	/** Keeps what it is told. */
	public final class Listener implements Sink, AutoCloseable {

		private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

		private Subscription subscription;

		@Override
		public boolean next(String answer) {
			return this.told.add(answer);
		}

		@Override
		public void error(List<Map<String, Object>> errors) {
			this.told.add("ended " + JsonMapper.shared().writeValueAsString(errors));
		}

		@Override
		public void over() {
			this.told.add("over");
		}

		@Override
		public boolean isRoomy() {
			return true;
		}

		@Override
		public void whenSent(Runnable work) {
			work.run();
		}

		private String poll(long millis) {
			try {
				return this.told.poll(millis, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** What it is told next, which must be an answer without errors. */
		public JsonNode next() {
			var answer = JsonMapper.shared().readTree(word());
			assertThat(answer.get("errors")).isNull();
			return answer.get("data");
		}

		/** What it is told next. */
		public String word() {
			return Objects.requireNonNull(poll(5000), "was told nothing");
		}

		/** It was told nothing else until now, and is not for a while. */
		public void isSilent() {
			assertThat(poll(700)).isNull();
		}

		@Override
		public void close() {
			if (this.subscription != null) {
				Listeners.this.feed.unsubscribe(this.subscription);
			}
		}

	}

}
