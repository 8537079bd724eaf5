package org.solidarity.exchange.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is written row by row, and of which no row is kept. */
interface Sheet {

	void row(@Nullable Object... cells) throws IOException;

	/** Ends it; one that was not ended is seen not to be whole. */
	void end() throws IOException;

}
