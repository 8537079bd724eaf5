package org.solidarity.platform.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import reactor.core.publisher.Mono;

/**
 * What a subscription field returns: not what happens, but what to listen to and how a
 * viewer sees it. For Spring, which takes a publisher there, it publishes itself and is
 * over.
 *
 * @param kinds the kinds of events that it is about
 * @param topic what it listens to
 * @param after the event after which it begins; null for what happens from now on
 * @param pause the least time between two of its answers, of which the later one stands
 * for all in between; zero where each event is answered
 */
public record Live<T>(Set<String> kinds, UUID topic, @Nullable NodeId after, Duration pause,
		Source<T> source) implements Publisher<T> {

	/** What a viewer sees of events. */
	@FunctionalInterface
	public interface Source<T> {

		/**
		 * The value of each event by its id, as the viewer may see it now; absent where
		 * the viewer may not. Asked inside a transaction of that viewer.
		 */
		Map<UUID, T> of(Viewer viewer, List<Event> events);

	}

	/** Each event of one kind. */
	public static <T> Live<T> each(String kind, UUID topic, @Nullable NodeId after, Source<T> source) {
		return new Live<>(Set.of(kind), topic, after, Duration.ZERO, source);
	}

	/**
	 * The last event of several kinds, from now on and at most once in a while; what lies
	 * between is left out.
	 */
	public static <T> Live<T> latest(Set<String> kinds, UUID topic, Duration pause, Source<T> source) {
		return new Live<>(kinds, topic, null, pause, source);
	}

	boolean isAbout(Event event) {
		return event.topic().equals(this.topic) && this.kinds.contains(event.kind());
	}

	@Override
	@SuppressWarnings("unchecked")
	public void subscribe(Subscriber<? super T> subscriber) {
		Mono.just((T) this).subscribe(subscriber);
	}

}
