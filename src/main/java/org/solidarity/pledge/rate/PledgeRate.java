package org.solidarity.pledge.rate;

/** By which rate money is converted. */
enum PledgeRate {

	BOOKED, AS_OF

}
