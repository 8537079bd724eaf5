package org.solidarity.organization.count;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class MemberCountController {

	private static final String COUNTS = "Body.memberCounts";

	private static final String COUNT = "Body.memberCount";

	private final MemberCounts counts;

	private final NestedPages nestedPages;

	private final NestedValues nestedValues;

	MemberCountController(MemberCounts counts, NestedPages nestedPages, NestedValues nestedValues) {
		this.counts = counts;
		this.nestedPages = nestedPages;
		this.nestedValues = nestedValues;
		nestedPages.<@Nullable Object, MemberCount>register(COUNTS,
				(viewer, bodies, page, none) -> counts.of(viewer, bodies, page));
		nestedValues.<@Nullable LocalDate, MemberCount>register(COUNT, counts::latest);
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<MemberCount>> memberCounts(Body body, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nestedPages.load(environment, COUNTS, body.id(), page, null);
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<MemberCount> memberCount(Body body, @Argument @Nullable LocalDate asOf,
			DataFetchingEnvironment environment) {
		return this.nestedValues.load(environment, COUNT, body.id(), asOf);
	}

	@MutationMapping
	RecordMemberCount.Payload recordMemberCount(Viewer viewer, @Argument RecordMemberCount.Input input) {
		return new RecordMemberCount.Payload(this.counts.record(viewer, input));
	}

}
