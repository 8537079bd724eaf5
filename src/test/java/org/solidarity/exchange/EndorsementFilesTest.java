package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The real lists of endorsements, read where they lie beside the project; skipped aloud
 * where they do not.
 */
@ApiTest
class EndorsementFilesTest {

	private static final Path DATA = Path.of("..", "shared", "data", "endorsements");

	private static final String MEDICARE = "HR 676 (Expanded and Improved Medicare for All)";

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

	@Test
	void whoEndorsedHr676ByLevelAndState() throws IOException {
		var file = copy("union_endorsements_handmade.csv");
		Viewer staff = this.viewers.staff();
		String campaign = this.campaigning.campaign(staff, MEDICARE);
		assertThat(this.imports.run(file, "endorsements", LocalDate.parse("2010-01-01"))).contains("144 rows read",
				"93 acts of bodies on campaigns recorded", "1 the row names two locals; each is recorded",
				"0 rejected");
		assertThat(this.imports.run(file, "endorsements", LocalDate.parse("2010-01-01"))).contains("0 bodies created",
				"0 acts of bodies on campaigns recorded");
		var report = report(staff, campaign, "2010-01-01").at("/endorsementReport");
		assertThat(report.get("pressLine").asString()).isEqualTo("endorsed by 92 union organizations in at least 40 "
				+ "states, including 9 central labor councils and 39 state federations");
		assertThat(report.get("byKind")).hasToString("""
				[{"kind":"NATIONAL_UNION","bodies":21},{"kind":"STATE_FEDERATION","bodies":39},\
				{"kind":"CENTRAL_LABOR_COUNCIL","bodies":9},{"kind":"INTERMEDIATE_BODY","bodies":6},\
				{"kind":"LOCAL_UNION","bodies":17}]""");
		assertThat(report.get("byRegion").toString()).contains("{\"region\":\"US-MD\",\"bodies\":6}",
				"{\"region\":\"US-TX\",\"bodies\":5}", "{\"region\":\"US-WY\",\"bodies\":1}");
		assertThat(report.get("byRegion")
			.valueStream()
			.filter(region -> region.get("region").isNull())
			.mapToInt(region -> region.get("bodies").asInt())
			.sum()).as("without a region, of whatever country").isEqualTo(21);
		assertThat(report.get("targets").get("targets").asInt()).isEqualTo(92);
	}

	@Test
	void whoeverDidNotSpeakOrAbstainedEndorsedNobody() throws IOException {
		var file = copy("sf_endorsements_2016_06.csv.gz");
		Viewer staff = this.viewers.staff();
		String kim = this.campaigning.campaign(staff, "State Senate: Jane Kim");
		String summary = this.imports.run(file, "sf-endorsements", LocalDate.parse("2016-06-07"));
		assertThat(summary).contains("3,726 rows read", "54 bodies created", "0 rejected");
		var stages = this.api.ask(staff, """
				query ($c: ID!) { node(id: $c) { ... on Campaign { targets(first: 0) { totalCount }
				  proceedings(first: 100) { nodes { stage } } } } }""", "c", kim);
		assertThat(stages.at("/node/targets/totalCount").asInt()).isEqualTo(54);
		Map<String, Integer> counts = new TreeMap<>();
		stages.at("/node/proceedings/nodes")
			.forEach(node -> counts.merge(node.get("stage").asString(), 1, Integer::sum));
		assertThat(counts).hasToString("{ADOPTED=22, DEFEATED=15, TABLED=2}");
		var report = report(staff, kim, "2016-12-31").at("/endorsementReport");
		assertThat(report.get("bodies").asInt()).isEqualTo(22);
		assertThat(report.get("targets")).hasToString("{\"targets\":54,\"endorsing\":22}");
	}

	private Path copy(String name) throws IOException {
		var real = DATA.resolve(name);
		if (!Files.exists(real)) {
			System.out.println("SKIPPED: " + real + " is not there, so the real endorsements are not read.");
		}
		assumeTrue(Files.exists(real), "the data beside the project");
		return Files.copy(real, this.folder.resolve(name));
	}

	private Answer report(Viewer staff, String campaign, String day) {
		return this.api.ask(staff, """
				query ($c: ID!, $d: Date!) { endorsementReport(campaignId: $c, asOf: $d) { bodies pressLine
				  byKind { kind bodies } byRegion { region bodies } targets { targets endorsing }
				  membersRepresented { bodiesLeftOut bodiesWithoutCount } } }""", "c", campaign, "d", day);
	}

}
