package org.solidarity.action.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.solidarity.action.Action;
import org.solidarity.campaign.Campaign;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Calendars over HTTP: for whoever has signed in or sends an API token, and, at the
 * address of a feed, for a program that can do neither. That secret stands in the query,
 * which no log of ours shows.
 */
@Controller
class CalendarController {

	private final Calendars calendars;

	private final CalendarFeeds feeds;

	private final Rates rates;

	private final Limits limits;

	CalendarController(Calendars calendars, CalendarFeeds feeds, Rates rates, Limits limits) {
		this.calendars = calendars;
		this.feeds = feeds;
		this.rates = rates;
		this.limits = limits;
	}

	@GetMapping("/calendar/actions.ics")
	ResponseEntity<byte[]> all(@AuthenticationPrincipal Viewer viewer) {
		charge(viewer.id());
		return answer(this.calendars.of(viewer, null), "actions");
	}

	@GetMapping("/calendar/campaigns/{id}.ics")
	ResponseEntity<byte[]> campaign(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
		charge(viewer.id());
		return answer(this.calendars.of(viewer, NodeId.valueOf(id).of(Campaign.PREFIX)), "campaign");
	}

	@GetMapping("/calendar/actions/{id}.ics")
	ResponseEntity<byte[]> action(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
		charge(viewer.id());
		return answer(this.calendars.ofAction(viewer, NodeId.valueOf(id).of(Action.PREFIX)), "action");
	}

	@GetMapping(CalendarFeeds.PATH)
	ResponseEntity<byte[]> feed(@RequestParam(defaultValue = "") String key, HttpServletRequest request) {
		charge(Viewer.anyone(request.getRemoteAddr()).id());
		return answer(this.feeds.reader(key).flatMap(this.calendars::of), "actions");
	}

	private void charge(UUID caller) {
		this.rates.request(caller);
		this.rates.charge(caller, this.limits.aggregateCost());
	}

	private static ResponseEntity<byte[]> answer(Optional<String> calendar, String name) {
		return calendar.map(text -> text.getBytes(StandardCharsets.UTF_8))
			.map(body -> ResponseEntity.ok()
				.cacheControl(CacheControl.noCache().cachePrivate())
				.eTag(DigestUtils.md5DigestAsHex(body))
				.header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".ics\"")
				.body(body))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
				.header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
				.body("There is no calendar here.\n".getBytes(StandardCharsets.UTF_8)));
	}

}
