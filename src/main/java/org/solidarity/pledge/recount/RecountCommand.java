package org.solidarity.pledge.recount;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command {@code recount}: compares every kept number of every campaign with the
 * ledger and ends the application, with 0 where all are the same, and with 1 where one is
 * not.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RecountCommand implements ApplicationRunner, ExitCodeGenerator {

	private static final int SHOWN = 20;

	private final Recount recount;

	private int exitCode;

	RecountCommand(Recount recount) {
		this.recount = recount;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!arguments.getNonOptionArgs().contains("recount")) {
			return;
		}
		int found = 0;
		List<UUID> campaigns = this.recount.all();
		for (UUID campaign : campaigns) {
			List<Difference> differences = this.recount.differences(campaign);
			differences.stream().limit(SHOWN).forEach(System.out::println);
			found += differences.size();
		}
		System.out.println("Recounted " + campaigns.size() + " campaigns: "
				+ (found == 0 ? "every sum is what the ledger says." : found + " differences."));
		this.exitCode = found == 0 ? 0 : 1;
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
