package org.solidarity.platform;

import java.util.UUID;

/** A record with an identity: what the {@code Node} interface of the schema shows. */
public interface Node {

	UUID id();

	/** The three letters that begin its id, one of a kind for each type. */
	String prefix();

	/** The name of its type in the schema. */
	default String typeName() {
		return getClass().getSimpleName();
	}

}
