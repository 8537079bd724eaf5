package org.solidarity.support;

import java.util.UUID;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.CreateAccount;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.springframework.stereotype.Component;

/** Browsers of people who have signed in. */
@Component
public class SignedIn {

	private static final String PASSWORD = "lamp river stone 9";

	private final Browser.Factory browsers;

	private final Accounts accounts;

	SignedIn(Browser.Factory browsers, Accounts accounts) {
		this.browsers = browsers;
		this.accounts = accounts;
	}

	/** Someone, and whom the browser stands for. */
	public record Person(Browser browser, Viewer viewer) {
	}

	public Browser staff() {
		return person().browser();
	}

	/** One of the staff. */
	public Person person() {
		var account = this.accounts.create(Viewer.SYSTEM,
				new CreateAccount.Input(null, UUID.randomUUID() + "@example.org", "Ana", Role.STAFF, PASSWORD));
		var browser = this.browsers.open();
		browser.signIn(account.email(), PASSWORD);
		return new Person(browser, this.accounts.viewer(account.id()).orElseThrow());
	}

}
