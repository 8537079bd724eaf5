package org.solidarity.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PulseTest {

	@Test
	void workThatGoesWrongAgainAndAgainIsToldOfOnceWhateverOtherWorkDoes(CapturedOutput output) throws Exception {
		var tries = new CountDownLatch(10);
		var pulse = new Pulse();
		try {
			pulse.every(Duration.ofMillis(1), () -> {
			});
			pulse.every(Duration.ofMillis(10), () -> {
				tries.countDown();
				throw new IllegalStateException("it is wrong");
			});
			assertThat(tries.await(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			pulse.destroy();
		}
		assertThat(output.toString().split("it is wrong", -1)).hasSize(2);
	}

}
