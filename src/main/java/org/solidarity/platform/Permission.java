package org.solidarity.platform;

/** What a viewer may do; which rows it may do it to is each feature's own question. */
public enum Permission {

	READ, RECORD_BODIES, RECORD_CAMPAIGNS, RECORD_ENDORSEMENTS, RECORD_PLEDGES, RECORD_ACTIONS, RECORD_MEMBERS,
	RECORD_OUTREACH, SEE_PERSONS, SEE_CONTACT_DETAILS, MANAGE_ACCOUNTS, MANAGE_GRANTS, MANAGE_TOKENS, IMPORT, RECOUNT

}
