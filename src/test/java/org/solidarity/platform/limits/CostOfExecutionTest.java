package org.solidarity.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What every request would cost again, and every field of it. */
@ApiTest
class CostOfExecutionTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	ObservationRegistry observations;

	@Test
	void whoeverHasNotSignedInIsRefusedADocumentThatIsKnownAlready() {
		var document = "query KnownAlready { bodies { totalCount } }";
		this.api.ask(this.viewers.staff(), document).at("/bodies");
		this.api.ask(Viewer.anyone("192.0.2.7"), document).isRefused("UNAUTHENTICATED");
	}

	@Test
	void requestsAreTimedAndTheirFieldsAreNot() {
		assertThat(Observation.createNotStarted("graphql.request", this.observations).isNoop()).isFalse();
		assertThat(Observation.createNotStarted("graphql.datafetcher", this.observations).isNoop()).isTrue();
	}

}
