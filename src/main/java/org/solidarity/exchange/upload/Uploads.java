package org.solidarity.exchange.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.CsvRows;
import org.solidarity.exchange.file.ImportLimits;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.file.RejectedRow;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.file.SourceFile;
import org.solidarity.exchange.upload.UploadAnswer.Problem;
import org.solidarity.exchange.upload.UploadAnswer.Recorded;
import org.solidarity.organization.load.Finding;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.bulk.BulkErrorPolicy;
import org.solidarity.pledge.bulk.BulkPledgeResult;
import org.springframework.stereotype.Service;

/** Takes in what was sent as CSV, by the reader that imports have. */
@Service
class Uploads {

	private final ImportLimits files;

	private final UploadLimits limits;

	private final Limits costs;

	private final Rates rates;

	Uploads(ImportLimits files, UploadLimits limits, Limits costs, Rates rates) {
		this.files = files;
		this.limits = limits;
		this.costs = costs;
		this.rates = rates;
	}

	/** A row and what it asks for; null where it could not be read. */
	private record Read<I>(Row row, @Nullable I input) {
	}

	/**
	 * @throws Refused where the file as a whole cannot be taken in; nothing is recorded
	 */
	<I> UploadAnswer take(Viewer viewer, InputStream body, RowForm<I> form, BulkErrorPolicy policy, boolean dryRun) {
		viewer.require(Permission.RECORD_PLEDGES);
		List<Problem> problems = new ArrayList<>();
		List<String> ignored = new ArrayList<>();
		List<Read<I>> read = read(body, form, problems, ignored);
		this.rates.charge(viewer.id(), this.costs.mutationCost() * read.size());
		var good = read.stream().filter(row -> row.input() != null).toList();
		var inputs = good.stream().map(Read::input).toList();
		boolean attempt = dryRun || policy == BulkErrorPolicy.ALL_OR_NOTHING && good.size() < read.size();
		var results = attempt ? form.attempt(viewer, inputs) : form.record(viewer, policy, inputs);
		List<Recorded> recorded = new ArrayList<>();
		for (BulkPledgeResult result : results) {
			Row row = good.get(result.row()).row();
			if (result.pledge() != null) {
				recorded.add(new Recorded(row.line(), result.idempotencyKey(),
						new NodeId(Pledge.PREFIX, result.pledge().id()).toString()));
			}
			result.errors().forEach(error -> problems.add(problem(form, row, error)));
		}
		problems.sort(Comparator.comparingLong(Problem::line));
		return new UploadAnswer(dryRun, read.size(), recorded, problems, ignored);
	}

	private static Problem problem(RowForm<?> form, Row row, UserError error) {
		String column = error.path().size() < 4 ? "" : form.column(error.path().get(3));
		return new Problem(row.line(), column, row.text(column), error.message());
	}

	private <I> List<Read<I>> read(InputStream body, RowForm<I> form, List<Problem> problems, List<String> ignored) {
		try {
			Path file = Files.createTempFile("upload", ".csv");
			try {
				try (var out = Files.newOutputStream(file)) {
					body.transferTo(out);
				}
				return read(file, form, problems, ignored);
			}
			catch (ImportRefused refused) {
				throw new Refused(ErrorCode.BAD_USER_INPUT,
						refused.getMessage().replace(file.toString(), "The upload"));
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private <I> List<Read<I>> read(Path file, RowForm<I> form, List<Problem> problems, List<String> ignored)
			throws IOException {
		var source = new SourceFile(file, this.files);
		List<Read<I>> read = new ArrayList<>();
		try (var text = source.open(source.inspect(null), position -> {
		}); var rows = CsvRows.read(text, this.files, form.columns(), "of this upload")) {
			ignored.addAll(rows.header().ignored());
			for (Row row = rows.next(); row != null; row = rows.next()) {
				Limits.check("uploadRows", read.size() + 1, this.limits.rows());
				read.add(new Read<>(row, input(form, row, problems)));
			}
		}
		return read;
	}

	private static <I> @Nullable I input(RowForm<I> form, Row row, List<Problem> problems) {
		try {
			row.checkForm();
			I input = form.read(row);
			row.findings().forEach(finding -> problems.add(problem(finding)));
			return row.findings().isEmpty() ? input : null;
		}
		catch (RejectedRow rejected) {
			problems.add(problem(rejected.finding()));
			return null;
		}
	}

	private static Problem problem(Finding finding) {
		return new Problem(finding.line(), finding.field(), finding.value(), finding.reason());
	}

}
