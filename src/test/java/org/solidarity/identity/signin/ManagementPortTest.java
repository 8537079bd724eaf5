package org.solidarity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ManagementPortTest {

	@Test
	void onlyAPortOfItsOwnIsOpen() {
		assertThat(new ManagementPort(9090, 8080).matches(on(9090))).isTrue();
		assertThat(new ManagementPort(9090, 8080).matches(on(8080))).isFalse();
		assertThat(new ManagementPort(8080, 8080).matches(on(8080))).isFalse();
		assertThat(new ManagementPort(0, 8080).matches(on(8080))).isFalse();
	}

	private static MockHttpServletRequest on(int port) {
		var request = new MockHttpServletRequest();
		request.setLocalPort(port);
		return request;
	}

}
