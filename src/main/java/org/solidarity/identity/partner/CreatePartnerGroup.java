package org.solidarity.identity.partner;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;

/** Recording a partner group. */
public interface CreatePartnerGroup {

	record Input(@Nullable String idempotencyKey, String name) {

		void check() {
			new Checks().text(this.name, 200, "input", "name").done();
		}

	}

	record Payload(PartnerGroup partnerGroup) {
	}

}
