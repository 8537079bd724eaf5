package org.solidarity.organization.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the text that COPY reads: a line for each body that rows refer to, then one
 * for each row.
 */
class BatchText {

	private final StringBuilder text = new StringBuilder(1 << 20);

	private final Map<ImportedBody, Integer> parents = new LinkedHashMap<>();

	private int refs;

	static String of(List<ImportedRow> rows) {
		var batch = new BatchText();
		for (var row : rows) {
			if (row.body().parent() != null) {
				batch.refer(row.body().parent().body());
			}
		}
		for (var row : rows) {
			batch.line(row.line(), row.body());
		}
		return batch.text.toString();
	}

	private void refer(ImportedBody parent) {
		if (!this.parents.containsKey(parent)) {
			this.parents.put(parent, this.refs);
			line(null, parent);
		}
	}

	/** In the order of {@link BodyImportRepository#COLUMNS}. */
	private void line(@Nullable Long line, ImportedBody body) {
		add(this.refs++).add(line);
		add(body.parent() != null ? this.parents.get(body.parent().body()) : null);
		var identity = body.identity();
		add(identity != null ? identity.scheme() : null).add(identity != null ? identity.value() : null);
		add(identity != null && identity.verified());
		var other = body.otherIdentity();
		add(other != null ? other.scheme() : null).add(other != null ? other.value() : null);
		add(body.byName()).add(body.kind().getLiteral()).add(body.name()).add(body.acronym());
		add(body.originalName()).add(body.originalLanguage());
		designation(body.designation());
		add(body.status().getLiteral());
		add(body.place().country()).add(body.place().region()).add(body.place().city()).add(body.website());
		var parent = body.parent();
		add(parent != null ? parent.relation().getLiteral() : null).add(parent != null ? parent.until() : null);
		var count = body.count();
		add(count != null ? count.members() : null).add(count != null ? count.asOf() : null);
		add(count == null || count.dated()).add(count != null ? count.basis().getLiteral() : null);
		add(body.source()).add(body.visibility().getLiteral());
		this.text.setCharAt(this.text.length() - 1, '\n');
	}

	private void designation(ImportedBody.@Nullable Designation given) {
		if (given == null) {
			this.text.repeat("\\N\t", 6);
			return;
		}
		add(given.affiliation()).add(given.name()).add(given.prefix());
		add(given.number()).add(given.suffix()).add(given.unitName());
	}

	private BatchText add(@Nullable Object value) {
		if (value == null) {
			this.text.append("\\N");
		}
		else {
			escape(value.toString());
		}
		this.text.append('\t');
		return this;
	}

	private void escape(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			switch (c) {
				case '\\' -> this.text.append("\\\\");
				case '\t' -> this.text.append("\\t");
				case '\n' -> this.text.append("\\n");
				case '\r' -> this.text.append("\\r");
				default -> this.text.append(c);
			}
		}
	}

}
