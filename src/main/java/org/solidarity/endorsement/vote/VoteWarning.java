package org.solidarity.endorsement.vote;

/** What does not fit in a count of votes, which is recorded as its source has it. */
enum VoteWarning {

	COUNTS_DO_NOT_ADD_UP, RESULT_CONTRADICTS_COUNTS, QUORUM_NOT_REACHED, RESULT_CONTRADICTS_STAGE

}
