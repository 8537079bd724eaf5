package org.solidarity.exchange.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an upload.
 *
 * @param rows below the header
 * @param recorded the rows that are recorded now, by this upload or the same row before
 * @param problems of the rows that are not, by line
 * @param columnsNotRead of the file, which no row of this kind has
 */
record UploadAnswer(boolean dryRun, int rows, List<Recorded> recorded, List<Problem> problems,
		List<String> columnsNotRead) {

	/** A row that is recorded, and the pledge that it is or is about. */
	record Recorded(long line, String key, String pledgeId) {
	}

	/**
	 * Why a row is not recorded, or would not be.
	 *
	 * @param field the column; empty where it is the row as a whole
	 */
	record Problem(long line, String field, @Nullable String value, String reason) {
	}

}
