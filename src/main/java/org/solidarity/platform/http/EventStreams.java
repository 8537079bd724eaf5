package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.connection.Callers;
import org.solidarity.platform.connection.Connections;
import org.solidarity.platform.connection.LiveLimits;
import org.solidarity.platform.live.Asked;
import org.solidarity.platform.live.Feed;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers a subscription with an event stream, one for each, as the GraphQL over SSE
 * protocol has it in its mode of distinct connections.
 */
@Component
class EventStreams {

	private static final int TOO_MANY_REQUESTS = 429;

	private final Feed feed;

	private final Connections connections;

	private final Callers callers;

	private final LiveLimits limits;

	EventStreams(Feed feed, Connections connections, Callers callers, LiveLimits limits) {
		this.feed = feed;
		this.connections = connections;
		this.callers = callers;
		this.limits = limits;
	}

	/** Whether the sender takes an event stream, and nothing else as gladly. */
	static boolean isAsked(HttpServletRequest request) {
		try {
			var ranges = MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept")));
			double stream = AnswerType.liking(ranges, MediaType.TEXT_EVENT_STREAM);
			return stream > AnswerType.liking(ranges, MediaType.APPLICATION_JSON)
					&& stream > AnswerType.liking(ranges, MediaType.APPLICATION_GRAPHQL_RESPONSE);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * @throws HttpRefused where the sender has too many streams, or the server stops
	 */
	void open(HttpServletRequest request, HttpServletResponse response, Asked asked) throws IOException {
		var caller = this.callers.of(request);
		var viewer = caller.flatMap(of -> of.viewer());
		if (viewer.isEmpty()) {
			throw new HttpRefused(HttpServletResponse.SC_UNAUTHORIZED, Refused.unauthenticated());
		}
		var stream = new EventStream(caller.orElseThrow(), this.feed, this.connections, this.limits);
		try {
			this.connections.enter(stream);
			this.connections.own(stream, viewer.get().id(), "streams", this.limits.streams());
		}
		catch (Refused tooMany) {
			this.connections.leave(stream);
			throw new HttpRefused(tooMany.code() == ErrorCode.UNAVAILABLE ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
					: TOO_MANY_REQUESTS, tooMany);
		}
		try {
			begin(response);
			stream.start(request.startAsync(), asked);
		}
		catch (IOException | RuntimeException ex) {
			this.connections.leave(stream);
			throw ex;
		}
	}

	private static void begin(HttpServletResponse response) throws IOException {
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
		response.setCharacterEncoding("utf-8");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		response.flushBuffer();
	}

}
