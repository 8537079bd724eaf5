package org.solidarity.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

	@ParameterizedTest
	@ValueSource(strings = { "Password1234", "P@ssw0rd!2024", "passwordpassword", "123456789012", "qwertyuiop12",
			"1qaz2wsx3edc", "aaaaaaaaaaaa", "abcabcabcabc", "letmein-12345", "Solidarity2025!", "welcome.admin.99",
			"ana.lopez.2025", "correcthorsebatterystaple", "2025-11-24-00" })
	void whatIsGuessedFirstIsRefused(String password) {
		assertThat(PasswordRules.isGuessable(password, "ana.lopez@example.org")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lamp river stone 9", "ünïcödé wörds hier", "Tr4ct0r-Moss-Quilt", "海のそばの古い町で会いましょう",
			"xK9#mQ2$vL7p" })
	void whatNobodyPutsTogetherIsTaken(String password) {
		assertThat(PasswordRules.isGuessable(password, "ana.lopez@example.org")).isFalse();
	}

}
