package org.solidarity.action.petition;

/** How many signatures there are that count, by the bodies that the viewer may see. */
record Signatures(long paper, long online) {

	static final Signatures NONE = new Signatures(0, 0);

	public long total() {
		return this.paper + this.online;
	}

}
