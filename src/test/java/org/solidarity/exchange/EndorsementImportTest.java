package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.exchange.Imports.report;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What lists of endorsements become. */
@ApiTest
class EndorsementImportTest {

	@Autowired
	Imports imports;

	@Autowired
	Api api;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@TempDir
	Path folder;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final String campaign = "For all " + this.mark;

	Viewer staff;

	String campaignId;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaignId = this.campaigning.campaign(this.staff, this.campaign);
	}

	@Test
	void eachStanceDayAndPlaceIsRecordedAsItIsTold() throws IOException {
		var file = union("A,local,\"Albany, NY\",%s,endorse,2021-03-31,https://example.org/a,",
				"B,state_federation,MD,%s,own_resolution,2024-02,Minutes,",
				"C,national_union,Great Britain,%s,own_statement,2021-04-01,Minutes,reported on that date",
				"D,labor_council,,%s,oppose,,Minutes,as of 2020-05-06", "E,committee,DC/MD,%s,sign,,Minutes,",
				"F Local 1 & Local 2,local,Puerto Rico,%s,initiate,2021-05-01,Minutes,",
				"G,local,NY,%s,applaud,2021-05-01,Minutes,");
		assertThat(run(file, "endorsements")).contains("7 rows read", "7 bodies created",
				"7 acts of bodies on campaigns recorded", "1 rejected");
		assertThat(acts()).containsExactly(
				"A LOCAL_UNION US US-NY Albany ADOPTED 2021-03-31 DAY 2021-03-31 - example.org https://example.org/a endorse",
				"B STATE_FEDERATION US US-MD - ADOPTED 2024-02-01 MONTH 2024-02-29 - Minutes - own_resolution",
				"C NATIONAL_UNION GB - - ADOPTED - UNKNOWN 2021-04-01 OFFICER_STATEMENT Minutes - own_statement; reported on that date",
				"D CENTRAL_LABOR_COUNCIL - - - DEFEATED - UNKNOWN 2020-05-06 - Minutes - oppose; as of 2020-05-06",
				"E OTHER US - - ADOPTED - UNKNOWN 2025-01-01 - Minutes - sign",
				"F Local 1 LOCAL_UNION US US-PR - ADOPTED 2021-05-01 DAY 2021-05-01 - Minutes - initiate",
				"F Local 2 LOCAL_UNION US US-PR - ADOPTED 2021-05-01 DAY 2021-05-01 - Minutes - initiate");
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"6,DOUBTFUL,endorser_type,committee,this does not tell what the body is; recorded as OTHER",
				"6,DOUBTFUL,place,DC/MD,the place names several states; recorded without one",
				"7,DOUBTFUL,endorser," + name("F Local 1 & Local 2") + ",the row names two locals; each is recorded",
				"8,REJECTED,stance,applaud,this is no stance that is known");
		assertThat(run(file, "endorsements")).contains("0 bodies created", "0 acts of bodies on campaigns recorded");
	}

	@Test
	void oddCellsAreFindingsOfTheirRow() throws IOException {
		String city = "x".repeat(201) + ", NY";
		var file = union("A,local,-,%s,endorse,2021-03-31,Minutes,",
				"B,local,\"" + city + "\",%s,endorse,2021-03-31,Minutes,", "C,local,NY,%s,endorse,2024-13,Minutes,",
				"D,local,NY,%s,endorse,2999-01,Minutes,", "E,local,NY,%s,endorse,,Minutes,as of 2024-02-30",
				"F,local,NY,%s,endorse,2021-03-31,httpx://example.org/f,");
		assertThat(run(file, "endorsements")).contains("6 acts of bodies on campaigns recorded", "0 rejected");
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"2,DOUBTFUL,place,'-,this place is not known; left out",
				"3,DOUBTFUL,place," + city.replace(", NY", "") + ",the city is longer than 200 characters; left out",
				"4,DOUBTFUL,date,2024-13,this is not a date; not used",
				"5,DOUBTFUL,date,2999-01,this day is too early or lies ahead; not used",
				"6,DOUBTFUL,remark,2024-02-30,this is not a date; not used",
				"7,DOUBTFUL,source,httpx://example.org/f,this is no address that can be followed; recorded as the name of the source");
		assertThat(acts()).containsExactly("A LOCAL_UNION - - - ADOPTED 2021-03-31 DAY 2021-03-31 - Minutes - endorse",
				"B LOCAL_UNION US US-NY - ADOPTED 2021-03-31 DAY 2021-03-31 - Minutes - endorse",
				"C LOCAL_UNION US US-NY - ADOPTED - UNKNOWN 2025-01-01 - Minutes - endorse",
				"D LOCAL_UNION US US-NY - ADOPTED - UNKNOWN 2025-01-01 - Minutes - endorse",
				"E LOCAL_UNION US US-NY - ADOPTED - UNKNOWN 2025-01-01 - Minutes - endorse; as of 2024-02-30",
				"F LOCAL_UNION US US-NY - ADOPTED 2021-03-31 DAY 2021-03-31 - httpx://example.org/f - endorse");
	}

	@Test
	void whatACandidateGotIsRecordedAndSilenceIsATarget() throws IOException {
		String other = this.campaigning.campaign(this.staff, "Board " + this.mark + ": B");
		var file = write("endorser,category,candidate,endorsement\n", "%1$s Local 7,For all %2$s,,Yes",
				"%1$s Local 7,Board %2$s,B,Yes", "%1$s Labor Council,Board %2$s,B,No", "%1$s Club,Board %2$s,B,Abstain",
				"%1$s Quiet Club,Board %2$s,B,NA", "%1$s Loud Club,Board %2$s,B,Perhaps");
		assertThat(run(file, "sf-endorsements")).contains("6 rows read", "4 bodies created",
				"3 acts of bodies on campaigns recorded", "2 rejected");
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"2,REJECTED,candidate,,the field is empty",
				"7,REJECTED,endorsement,Perhaps,\"this is none of Yes, No, Abstain and NA\"");
		String told = " - UNKNOWN 2025-01-01 - San Francisco endorsements of June 2016 - ";
		String where = " US US-CA San Francisco ";
		assertThat(this.imports.acts(other, this.mark)).containsExactly(
				"Club OTHER" + where + "TABLED" + told + "Abstain",
				"Labor Council CENTRAL_LABOR_COUNCIL" + where + "DEFEATED" + told + "No",
				"Local 7 LOCAL_UNION" + where + "ADOPTED" + told + "Yes");
		assertThat(this.imports.targets(other)).isEqualTo(4);
	}

	@Test
	void whatWasRemovedStaysRemovedAndAClosedCampaignIsLeftAlone() throws IOException {
		run(union("A,local,NY,%s,endorse,2021-03-31,Minutes,"), "endorsements");
		var target = this.api
			.ask(this.staff,
					"query ($c: ID!) { node(id: $c) { ... on Campaign { targets { nodes { id version } } } } }", "c",
					this.campaignId)
			.at("/node/targets/nodes/0");
		this.api.ask(this.staff,
				"mutation ($t: ID!, $v: Int!) { removeTarget(input: {id: $t, expectedVersion: $v}) { errors { code path } } }",
				"t", target.get("id").asString(), "v", target.get("version").asInt())
			.hasUserErrors();
		assertThat(run(union("A,local,NY,%s,endorse,2021-03-31,Another list,"), "endorsements"))
			.contains("1 acts of bodies on campaigns recorded", "0 doubtful");
		assertThat(this.imports.targets(this.campaignId)).as("rows of the target that was removed").isEqualTo(1);
		this.api.ask(this.staff,
				"mutation ($c: ID!) { closeCampaign(input: {id: $c, expectedVersion: 1}) { errors { code path } } }",
				"c", this.campaignId)
			.hasUserErrors();
		var late = union("B,local,NY,%s,endorse,2021-03-31,Minutes,");
		assertThat(run(late, "endorsements")).contains("1 bodies created", "0 acts of bodies on campaigns recorded");
		assertThat(report(late)).containsExactly("line,severity,field,value,reason",
				"2,DOUBTFUL,campaign," + this.campaign + ",this campaign is closed; only the body was recorded");
		assertThat(this.imports.targets(this.campaignId)).isEqualTo(1);
	}

	@Test
	void whatIsLeftOutIsReported() throws IOException {
		var file = union("A,local,NY,%s,endorse,2021-03-31,Minutes,",
				"A,local,NY,%s,endorse,2021-03-31,Minutes,by acclamation",
				"A,local,NY,%s,own_statement,2021-03-31,Minutes,", "B,local,NY,Nowhere %s,endorse,2021-03-31,Minutes,");
		assertThat(run(file, "endorsements")).contains("1 acts of bodies on campaigns recorded", "3 doubtful");
		String otherwise = "the same source is recorded with other words about the same act and day; these were left out";
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"3,DOUBTFUL,campaign," + this.campaign + "," + otherwise,
				"4,DOUBTFUL,campaign," + this.campaign + "," + otherwise, "5,DOUBTFUL,campaign,Nowhere " + this.campaign
						+ ",there is no campaign of this name; only the body was recorded");
		var said = report(file);
		assertThat(run(file, "endorsements")).contains("0 acts of bodies on campaigns recorded", "3 doubtful");
		assertThat(report(file)).isEqualTo(said);
		this.campaigning.campaign(this.staff, this.campaign.toUpperCase(Locale.ROOT));
		var twice = union("A,local,NY,%s,endorse,2022-03-31,Minutes,");
		run(twice, "endorsements");
		assertThat(report(twice)).last()
			.asString()
			.isEqualTo("2,DOUBTFUL,campaign," + this.campaign
					+ ",several campaigns have this name; only the body was recorded");
	}

	@Test
	void ofSeveralBodiesUnderOneNameTheVerifiedOneIsMeantAndElseTheRowIsRejected() throws IOException {
		run(union("A,local,NY,%s,endorse,2021-03-31,Minutes,"), "endorsements");
		UUID twin = this.some.local(name("Twin"));
		String value = name("A").toLowerCase(Locale.ROOT) + " | US-NY";
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY_IDENTIFIER)
					.set(BODY_IDENTIFIER.BODY_ID, twin)
					.set(BODY_IDENTIFIER.SCHEME, "ENDORSER_LIST")
					.set(BODY_IDENTIFIER.VALUE, value)
					.execute());
		var again = union("A,local,NY,%s,endorse,2022-03-31,Minutes,");
		assertThat(run(again, "endorsements")).contains("0 bodies created", "0 acts of bodies on campaigns recorded",
				"1 rejected");
		assertThat(report(again)).containsExactly("line,severity,field,value,reason",
				"2,REJECTED,endorser," + value + ",several bodies carry this identifier and none is verified");
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(BODY_IDENTIFIER)
					.set(BODY_IDENTIFIER.VERIFIED, true)
					.where(BODY_IDENTIFIER.BODY_ID.eq(twin))
					.execute());
		assertThat(run(again, "endorsements")).contains("1 acts of bodies on campaigns recorded", "0 rejected");
		assertThat(acts()).last().asString().startsWith("Twin LOCAL_UNION - - - ADOPTED 2022-03-31");
	}

	/** What a body of this test is called. */
	private String name(String name) {
		return this.mark + " " + name;
	}

	private Path union(String... rows) throws IOException {
		return write("endorser,endorser_type,place,campaign,stance,date,source,remark\n",
				Stream.of(rows).map(row -> name(row).formatted(this.campaign)).toArray(String[]::new));
	}

	private Path write(String header, String... rows) throws IOException {
		return Files.writeString(Files.createTempFile(this.folder, "endorsements", ".csv"), header
				+ Stream.of(rows).map(row -> row.formatted(this.mark, this.mark)).collect(Collectors.joining("\n")));
	}

	private String run(Path file, String mapping) {
		return this.imports.run(file, mapping, LocalDate.of(2025, 1, 1));
	}

	private List<String> acts() {
		return this.imports.acts(this.campaignId, this.mark);
	}

}
