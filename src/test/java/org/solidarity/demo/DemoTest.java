package org.solidarity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own, which begins as a newcomer's does. */
@ApiTest
@DirtiesContext
@TestPropertySource(properties = { "test.folder=demo-data", "test.demo=true" })
class DemoTest {

	private static final Path FOLDER = Path.of("target", "demo-data");

	@Autowired
	Api api;

	@Autowired
	Demo demo;

	@Test
	void whatWasPledgedAddsUpToTheLedgerOfTheFiles() {
		this.api.ask(Viewer.SYSTEM, """
				{ campaigns(search: "Demo") { nodes { pledgeTotals { pledges amounts {
				  currency pledged delivered cancelled writtenOff outstanding overdue } } } } }""")
			.is("""
					{campaigns: {nodes: [{pledgeTotals: [
					 {pledges: 3, amounts: {currency: 'CAD', pledged: '5200.00', delivered: '2300.00', cancelled: '1100.00',
					  writtenOff: '0.00', outstanding: '1800.00', overdue: '1800.00'}},
					 {pledges: 2, amounts: {currency: 'JPY', pledged: '1500001', delivered: '866667', cancelled: '0',
					  writtenOff: '0', outstanding: '633334', overdue: '333334'}},
					 {pledges: 2, amounts: {currency: 'KWD', pledged: '1550.500', delivered: '850.375', cancelled: '0.000',
					  writtenOff: '0.000', outstanding: '700.125', overdue: '400.125'}},
					 {pledges: 14, amounts: {currency: 'USD', pledged: '88333.34', delivered: '55877.77', cancelled: '50.00',
					  writtenOff: '550.00', outstanding: '31855.57', overdue: '4300.00'}},
					 {pledges: 5, amounts: {currency: null, pledged: '600.00', delivered: '191.25', cancelled: '40.00',
					  writtenOff: '0.00', outstanding: '368.75', overdue: '37.50'}},
					 {pledges: 7, amounts: {currency: null, pledged: '485', delivered: '146', cancelled: '0',
					  writtenOff: '0', outstanding: '339', overdue: '14'}}]}]}}""");
	}

	@Test
	void whoEndorsedIsTheLineOfTheReadme() {
		assertThat(this.api.ask(Viewer.SYSTEM, """
				{ campaigns(search: "HR 676") { nodes { endorsements { pressLine } } } }""")
			.text("/campaigns/nodes/0/endorsements/pressLine"))
			.isEqualTo("endorsed by 92 union organizations in at least 40 states, including 9 central labor councils "
					+ "and 39 state federations, representing at least 10,451,089 members");
	}

	@Test
	void contactsTasksAndTagsAreInventedOnesOfInventedBodies() {
		var outreach = this.api.ask(Viewer.SYSTEM, """
				{ interactions(first: 100) { totalCount nodes { at body { name } } }
				  tasks(first: 100) { totalCount nodes { body { name } } }
				  tags { nodes { bodies { totalCount nodes { name } } } } }""");
		assertThat(outreach.at("/interactions/totalCount").asInt()).isEqualTo(10);
		assertThat(outreach.at("").findValuesAsString("at")).as("where the campaign is")
			.anyMatch(at -> Instant.parse(at)
				.atZone(ZoneId.of("America/New_York"))
				.toLocalTime()
				.equals(LocalTime.of(18, 5)));
		assertThat(outreach.at("/tasks/totalCount").asInt()).isGreaterThan(10);
		assertThat(outreach.at("/tags/nodes").size()).isEqualTo(3);
		assertThat(outreach.at("").findValuesAsString("name")).hasSizeGreaterThan(20)
			.allSatisfy(name -> assertThat(name).startsWith("Demo"));
	}

	@Test
	void aSecondStartLoadsNothing() {
		var count = "{ bodies(first: 0) { totalCount } }";
		var before = this.api.ask(Viewer.SYSTEM, count).at("/bodies/totalCount");
		this.demo.loadOnce();
		assertThat(this.api.ask(Viewer.SYSTEM, count).at("/bodies/totalCount")).isEqualTo(before);
	}

	@Test
	void theSignInsAreForTheirOwnerAlone() throws Exception {
		assertThat(
				PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve("demo-credentials.json"))))
			.isEqualTo("rw-------");
		var credentials = Credentials.read(FOLDER);
		assertThat(credentials.url()).startsWith("http://127.0.0.1:");
		assertThat(credentials.users()).extracting(Credentials.User::role)
			.containsExactly("STAFF", "COORDINATOR", "AUDITOR", "ADMINISTRATOR");
		assertThat(credentials.tokens()).extracting(Credentials.Token::group)
			.containsExactly("Demo Partner Group North", "Demo Partner Group South");
	}

}
