package org.solidarity.exchange.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first row of a file, as far as a mapping is concerned.
 *
 * @param width how many fields a row has
 * @param indexes where each column stands, by its usual name
 * @param ignored the columns that nobody reads, as the file calls them
 * @param absent the columns that would have been read
 */
public record Header(int width, Map<String, Integer> indexes, List<String> ignored, List<String> absent) {

	/**
	 * @throws ImportRefused where a required column is missing or a column that is read
	 * comes twice
	 */
	static Header of(List<String> fields, List<Column> columns, String mapping) {
		var positions = new HashMap<String, List<Integer>>();
		for (int i = 0; i < fields.size(); i++) {
			String name = fields.get(i).strip().toLowerCase(Locale.ROOT);
			positions.computeIfAbsent(name, unseen -> new ArrayList<>()).add(i);
		}
		var indexes = new HashMap<String, Integer>();
		var absent = new ArrayList<String>();
		var missing = new ArrayList<String>();
		for (var column : columns) {
			var found = column.names()
				.stream()
				.flatMap(name -> positions.getOrDefault(name, List.of()).stream())
				.toList();
			if (found.size() > 1) {
				throw new ImportRefused("The column " + column.name() + " comes " + found.size() + " times.");
			}
			if (!found.isEmpty()) {
				indexes.put(column.name(), found.getFirst());
			}
			else if (column.required()) {
				missing.add(column.name());
			}
			else {
				absent.add(column.name());
			}
		}
		if (!missing.isEmpty()) {
			throw new ImportRefused(
					"The file has no column " + String.join(", ", missing) + ". The mapping " + mapping + " needs "
							+ String.join(", ", columns.stream().filter(Column::required).map(Column::name).toList())
							+ "; the file has " + abridged(fields) + ".");
		}
		var ignored = new ArrayList<String>();
		for (int i = 0; i < fields.size(); i++) {
			if (!indexes.containsValue(i)) {
				ignored.add(fields.get(i).strip());
			}
		}
		return new Header(fields.size(), indexes, ignored, absent);
	}

	private static String abridged(List<String> fields) {
		String all = String.join(", ", fields).replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
		return all.length() <= 300 ? all : all.substring(0, 300) + " …";
	}

}
