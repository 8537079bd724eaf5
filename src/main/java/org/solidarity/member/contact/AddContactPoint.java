package org.solidarity.member.contact;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.ContactKind;

/** Recording a way to reach a person. */
interface AddContactPoint {

	Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>\"(),:;\\\\\\[\\]]{1,64}@(?=.{4,190}$)"
			+ "([\\p{L}\\p{N}]([\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?\\.)+[\\p{L}\\p{N}\\p{M}-]{2,63}");

	Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

	record Input(@Nullable String idempotencyKey, NodeId memberId, ContactKind kind, String value) {

		void check() {
			var checks = new Checks();
			switch (this.kind) {
				case EMAIL ->
					checks.matches(this.value, EMAIL, "an e-mail address such as name@example.org", "input", "value");
				case PHONE ->
					checks.matches(this.value, PHONE, "a phone number in E.164 such as +12135550123", "input", "value");
				case ADDRESS -> checks.text(this.value, 500, "input", "value");
			}
			checks.done();
		}

	}

	record Payload(ContactPoint contactPoint, Member member) {
	}

}
