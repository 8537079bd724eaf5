package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What lists of labor actions become. */
@ApiTest
class LaborActionsTest {

	private static final Path REAL = Path.of("..", "shared", "data", "actions", "june_2025_labor_actions_handmade.csv");

	@Autowired
	Imports imports;

	@Autowired
	Api api;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Viewers viewers;

	@TempDir
	Path folder;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@Test
	void sizesThatContradictEachOtherStandSideBySideInTheRealList() throws IOException {
		if (!Files.exists(REAL)) {
			System.out.println("SKIPPED: " + REAL + " is not there, so the real actions are not read.");
		}
		assumeTrue(Files.exists(REAL), "the data beside the project");
		var file = Files.copy(REAL, this.folder.resolve("june.csv"));
		assertThat(this.imports.run(file, "labor-actions")).contains("9 rows read", "6 actions recorded",
				"6 headcounts of actions recorded", "1 rejected");
		assertThat(this.imports.run(file, "labor-actions")).contains("0 actions recorded",
				"0 headcounts of actions recorded", "0 bodies created");
		assertThat(actions("No Kings")).isEqualTo(
				"""
						[{"kind":"RALLY","startDate":"2025-06-14","city":null,"region":null,"hosted":"ACLU","headcounts":[\
						{"count":4000000,"low":4000000,"high":6000000,"method":"PRESS","countedBy":"G. Elliott Morris","source":\
						"https://www.gelliottmorris.com/p/no-kings-day-protests-turn-out-millions: \
						4 to 6 million (G. Elliott Morris)","counts":false},\
						{"count":5000000,"low":5000000,"high":null,"method":"ORGANIZERS","countedBy":"organizers","source":\
						"github markramm/KleptocracyTimeline timeline/content/events/2025/2025-06-14-no-kings-protests-5-million.md: \
						over 5 million, 2,100+ places (organizers)","counts":true}]}]""");
		assertThat(actions("Free David Huerta")).contains("""
				"city":"San Francisco","region":"US-CA","hosted":"SEIU","headcounts":[\
				{"count":200,"low":200,"high":null,"method":"PRESS","countedBy":"Indybay","source":\
				"https://www.indybay.org/newsitems/2025/06/09/18877175.php: \
				\\"hundreds\\" (Indybay): the same rally, other size","counts":false},\
				{"count":100,"low":100,"high":null,"method":"PRESS","countedBy":"Axios","source":""");
	}

	@Test
	void aRowWithoutAHostIsAboutTheActionOfAnotherAndElseRejected() throws IOException {
		String with = "2025-06-14,Oakland,CA,,rally,Bread M,Bakers of M; many unions,,100,\"a \"\"100\"\" (Paper)\",us";
		String without = "2025-06-14,Oakland,CA,,rally,Bread M,,,300,,them";
		String other = "2025-06-15,Oakland,CA,,rally,Bread M,,,300,,them";
		assertThat(actions(without, other, with)).contains("1 actions recorded", "2 headcounts of actions recorded",
				"1 no body is named as its host, and no action of this day, place, kind and title is recorded",
				"1 this names no body; left out");
		assertThat(actions(with, other, without)).contains("0 actions recorded", "0 headcounts of actions recorded");
		assertThat(actions("Bread " + this.mark)).contains("{\"count\":300,", "{\"count\":100,")
			.containsOnlyOnce("\"counts\":true");
	}

	private String actions(String... rows) throws IOException {
		var file = Files.writeString(this.folder.resolve("actions.csv"), """
				date,locality,state,venue,type,title,organizations,,participants,participants_text,source
				%s
				""".formatted(String.join("\n", rows).replace("M", this.mark)));
		return this.imports.run(file, "labor-actions");
	}

	private String actions(String title) {
		Viewer staff = this.viewers.staff();
		String campaign = this.imports.campaign("Reported labor actions");
		this.campaigning.assign(campaign, staff);
		var told = this.api
			.ask(staff,
					"""
							query ($c: ID!) { node(id: $c) { ... on Campaign { actions(first: 50) { nodes { kind title
							  schedule { startDate } place { city region } host { name } headcounts(first: 10) { nodes { count low high
							  method countedBy source counts } } } } } } }""",
					"c", campaign)
			.at("/node/actions/nodes")
			.valueStream()
			.filter(action -> action.get("title").asString().equals(title))
			.map(action -> "{\"kind\":%s,\"startDate\":%s,\"city\":%s,\"region\":%s,\"hosted\":%s,\"headcounts\":%s}"
				.formatted(action.get("kind"), action.at("/schedule/startDate"), action.at("/place/city"),
						action.at("/place/region"), action.at("/host/name"), action.at("/headcounts/nodes")))
			.toList();
		return "[" + String.join(",", told) + "]";
	}

}
