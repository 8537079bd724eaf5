package org.solidarity.endorsement.vote;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class VoteApiTest {

	@Autowired
	EndorsementFixture fixture;

	Scene scene;

	@BeforeEach
	void aCampaignThatAsksABody() {
		this.scene = this.fixture.scene();
	}

	@Test
	void anUnknownCountIsNotZeroAndACorrectionIsANewRow() {
		var id = this.scene.open();
		var first = this.scene.vote(id, "{result: PASSED, evidence: REPORTED, yes: 40}").text("/recordVote/vote/id");
		this.scene.vote(id, "{result: PASSED, evidence: REPORTED, yes: 40, no: 70, eligible: 100}")
			.hasUserErrors("OUT_OF_RANGE input.vote.eligible");
		var correct = "{result: PASSED, evidence: DOCUMENTED, yes: 41, no: 0, reason: \"Recount\"}, correctsId: \""
				+ first + "\"";
		this.scene.vote(id, correct).hasUserErrors();
		this.scene.vote(id, correct).hasUserErrors("TAKEN input.correctsId");
		this.scene
			.ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { votes { yes no superseded } } } }", "p", id)
			.is("{node: {votes: [{yes: 40, no: null, superseded: true}, {yes: 41, no: 0, superseded: false}]}}");
	}

	@Test
	void whatDoesNotFitTogetherIsRecordedAndTold() {
		var id = this.scene.adopt(this.scene.body(), "2025-06-09");
		this.scene
			.vote(id,
					"{result: FAILED, evidence: REPORTED, requirement: TWO_THIRDS, quorum: 200, "
							+ "yes: 80, no: 40, abstain: 0, notVoting: 10, eligible: 200}")
			.hasUserErrors();
		this.scene.vote(id, "{result: PASSED, evidence: REPORTED, requirement: TWO_THIRDS, yes: 79, no: 40}")
			.hasUserErrors();
		this.scene
			.vote(id,
					"{result: PASSED, evidence: REPORTED, requirement: MAJORITY, weightBasis: PER_CAPITA, "
							+ "quorum: 500, yes: 80, no: 40, abstain: 0}")
			.hasUserErrors();
		this.scene.vote(id, "{result: PASSED, evidence: REPORTED, yes: 40}").hasUserErrors();
		this.scene.ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { votes { warnings } } } }", "p", id)
			.is("""
					{node: {votes: [
					  {warnings: ['COUNTS_DO_NOT_ADD_UP', 'RESULT_CONTRADICTS_COUNTS', 'QUORUM_NOT_REACHED', 'RESULT_CONTRADICTS_STAGE']},
					  {warnings: ['RESULT_CONTRADICTS_COUNTS']}, {warnings: []}, {warnings: []}]}}""");
	}

}
