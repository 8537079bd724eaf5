package org.solidarity.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnyoneTest {

	@Test
	void isCountedByAddressAndInIpv6ByTheNetworkOfASubscriber() {
		assertThat(Viewer.anyone("192.0.2.1")).isEqualTo(Viewer.anyone("192.0.2.1"))
			.isNotEqualTo(Viewer.anyone("192.0.2.2"));
		assertThat(Viewer.anyone("2001:db8:0:1::1")).isEqualTo(Viewer.anyone("2001:db8:0:1:ffff::2"))
			.isNotEqualTo(Viewer.anyone("2001:db8:0:2::1"));
	}

	@Test
	void mayDoNothing() {
		for (Permission permission : Permission.values()) {
			assertThat(Viewer.anyone("192.0.2.1").may(permission)).isFalse();
		}
	}

}
