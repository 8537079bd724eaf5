package org.solidarity.endorsement.attachment;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.support.Browser;
import org.solidarity.support.SignedIn;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone of the staff, in a browser, who has a proceeding to attach files to. */
@Component
public class AttachmentFixture {

	private final EndorsementFixture endorsements;

	private final SignedIn signedIn;

	AttachmentFixture(EndorsementFixture endorsements, SignedIn signedIn) {
		this.endorsements = endorsements;
		this.signedIn = signedIn;
	}

	Desk desk() {
		var person = this.signedIn.person();
		var scene = this.endorsements.scene(person.viewer());
		return new Desk(scene, person.browser(), scene.open());
	}

	/** What a test has before it. */
	record Desk(Scene scene, Browser browser, String proceeding) {

		static byte[] bytes(String latin) {
			return latin.getBytes(StandardCharsets.ISO_8859_1);
		}

		static byte[] pdf(String text) {
			return bytes("%PDF-1.7\n" + text);
		}

		HttpResponse<String> send(String query, BodyPublisher body) {
			return this.browser.upload("/attachments?" + query, body);
		}

		HttpResponse<String> send(String name, byte[] bytes, String... more) {
			return send("proceedingId=" + this.proceeding + "&name=" + encoded(name) + String.join("", more),
					BodyPublishers.ofByteArray(bytes));
		}

		static String encoded(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

		/** Attaches it, and gives what came back. */
		JsonNode attach(String name, byte[] bytes, String... more) {
			var answer = send(name, bytes, more);
			if (answer.statusCode() != 201) {
				throw new AssertionError(answer.statusCode() + " " + answer.body());
			}
			return JsonMapper.shared().readTree(answer.body());
		}

		String attached(String name, String... more) {
			return attach(name, pdf(name), more).get("id").asString();
		}

		void showTheProceedingToPartners() {
			this.scene.ask(
					"mutation ($p: ID!) { updateProceeding(input: {id: $p, expectedVersion: 1, visibility: PARTNER}) { errors { code } } }",
					"p", this.proceeding)
				.hasUserErrors();
		}

	}

}
