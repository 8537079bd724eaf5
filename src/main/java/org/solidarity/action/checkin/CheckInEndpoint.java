package org.solidarity.action.checkin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Throttle;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Check-ins over HTTP, by a code and nothing else. An address has 20 wrong codes a
 * minute, a code 300 check-ins.
 */
@Controller
class CheckInEndpoint {

	static final String PATH = "/check-in";

	private static final int LONGEST = 4_096;

	private final CodedCheckIns checkIns;

	private final Rates rates;

	private final Limits limits;

	private final Throttle wrong;

	private final Throttle right;

	CheckInEndpoint(CodedCheckIns checkIns, Rates rates, Limits limits, Clock clock) {
		this.checkIns = checkIns;
		this.rates = rates;
		this.limits = limits;
		this.wrong = new Throttle(20, Duration.ofMinutes(1), clock);
		this.right = new Throttle(300, Duration.ofMinutes(1), clock);
	}

	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Object>> checkIn(HttpServletRequest request) throws IOException {
		Viewer anyone = Viewer.anyone(request.getRemoteAddr());
		this.rates.request(anyone.id());
		this.rates.charge(anyone.id(), this.limits.mutationCost());
		var sent = read(request);
		var code = code(sent, Viewer.network(request.getRemoteAddr()));
		go(this.right, code.toString());
		this.checkIns.record(code, sent);
		return ResponseEntity.ok(Map.of("recorded", true));
	}

	private static CodedCheckIns.Sent read(HttpServletRequest request) throws IOException {
		byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
		if (body.length > LONGEST) {
			throw Refused.limit("body", body.length, LONGEST);
		}
		try {
			var sent = JsonMapper.shared().readValue(body, CodedCheckIns.Sent.class);
			if (sent != null) {
				return sent;
			}
		}
		catch (JacksonException malformed) {
			// As if it were null: what the parser says may repeat what was sent.
		}
		throw new Refused(ErrorCode.BAD_USER_INPUT,
				"Send JSON: {\"code\", \"participationId\", \"nonce\", \"happenedAt\", \"guests\"}.");
	}

	private UUID code(CodedCheckIns.Sent sent, String network) {
		try {
			return this.checkIns.code(sent);
		}
		catch (Refused notGood) {
			go(this.wrong, network);
			throw notGood;
		}
	}

	private static void go(Throttle throttle, String key) {
		Duration wait = throttle.take(key);
		if (wait.isPositive()) {
			long seconds = wait.plusMillis(999).toSeconds();
			throw new Refused(ErrorCode.RATE_LIMITED, "Too much at once; try again in " + seconds + " s.",
					Map.of("retryAfter", seconds));
		}
	}

}
