package org.solidarity.outreach.tag;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.organization.BodyFilter;
import org.solidarity.outreach.Subjects;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The tags that the viewer may see, and the bodies that have them. */
@Service
class Tags implements NodeSource {

	private static final Violations TAKEN = new Violations().of("tag_label_is_unique", UserError.Code.TAKEN,
			"label is that of another tag; take that one, or another word.", "input", "label");

	private final TagRepository tags;

	private final BodyTagRepository bodyTags;

	private final Bodies bodies;

	private final Campaigns campaigns;

	private final Subjects subjects;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Tags(TagRepository tags, BodyTagRepository bodyTags, Bodies bodies, Campaigns campaigns, Subjects subjects,
			Transactions transactions, Idempotency idempotency) {
		this.tags = tags;
		this.bodyTags = bodyTags;
		this.bodies = bodies;
		this.campaigns = campaigns;
		this.subjects = subjects;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Tag.PREFIX;
	}

	@Override
	public Map<UUID, Tag> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.tags.find(viewer, ids));
	}

	Connection<Tag> list(Viewer viewer, PageRequest page, @Nullable NodeId campaign, boolean withRetired) {
		viewer.require(Permission.READ);
		return this.transactions.read(viewer, () -> this.tags.list(viewer, page,
				campaign == null ? null : campaign.of(Campaign.PREFIX), withRetired));
	}

	Map<UUID, Connection<Tag>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, PageRequest page,
			boolean withRetired) {
		return this.transactions.read(viewer, () -> this.tags.ofCampaigns(viewer, campaigns, page, withRetired));
	}

	Map<UUID, Connection<BodyTag>> ofBodies(Viewer viewer, Collection<UUID> bodies, PageRequest page) {
		return this.transactions.read(viewer, () -> this.bodyTags.ofBodies(viewer, bodies, page));
	}

	Map<UUID, Connection<Body>> bodies(Viewer viewer, Collection<UUID> tags, PageRequest page,
			@Nullable BodyFilter filter) {
		var matching = filter == null ? DSL.noCondition() : this.bodies.matching(viewer, filter);
		return this.transactions.read(viewer, () -> this.bodyTags.ofTags(viewer, tags, page, matching));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	Tag create(Viewer viewer, CreateTag.Input input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		input.check();
		return TAKEN.during(() -> this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "createTag", input.idempotencyKey(), input, () -> {
				UUID campaign = input.campaignId() == null ? null
						: this.campaigns.require(viewer, input.campaignId(), "input", "campaignId").id();
				return this.tags.insert(viewer, campaign, input);
			});
			return known(viewer, id);
		}));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 * @throws Refused CONFLICT where another change came first
	 */
	Tag update(Viewer viewer, CreateTag.Update input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return TAKEN.during(() -> this.transactions.write(viewer, () -> {
			Tag changed = input.onto(require(viewer, input.id(), "id"));
			return written(viewer, changed.id(), this.tags.update(viewer, changed, input.expectedVersion()));
		}));
	}

	/**
	 * @throws Invalid MOVE_NOT_ALLOWED where it was retired before
	 * @throws Refused CONFLICT where another change came first
	 */
	Tag retire(Viewer viewer, CreateTag.Retire input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return this.transactions.write(viewer, () -> {
			Tag tag = require(viewer, input.id(), "id");
			refuseRetired(tag, "id");
			return written(viewer, tag.id(), this.tags.retire(viewer, tag, input.expectedVersion()));
		});
	}

	/** Puts a tag on bodies; nothing on those that have it. */
	TagBodies.Payload tag(Viewer viewer, TagBodies.Input input) {
		return change(viewer, input, (tag, ids) -> {
			refuseRetired(tag, "tagId");
			return this.bodyTags.insert(viewer, tag.id(), ids);
		});
	}

	/** Takes a tag off bodies; nothing off those that have it not. */
	TagBodies.Payload untag(Viewer viewer, TagBodies.Input input) {
		return change(viewer, input, (tag, ids) -> this.bodyTags.end(viewer, tag.id(), ids));
	}

	private TagBodies.Payload change(Viewer viewer, TagBodies.Input input, ToIntBiFunction<Tag, List<UUID>> act) {
		viewer.require(Permission.RECORD_OUTREACH);
		input.check();
		return this.transactions.write(viewer, () -> {
			Tag tag = require(viewer, input.tagId(), "tagId");
			return new TagBodies.Payload(tag, act.applyAsInt(tag, this.subjects.bodies(viewer, input.bodyIds())));
		});
	}

	private static void refuseRetired(Tag tag, String field) {
		if (tag.retired()) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The tag was retired; create another one.", "input",
					field);
		}
	}

	private Tag written(Viewer viewer, UUID id, boolean done) {
		Tag tag = known(viewer, id);
		if (!done) {
			throw Refused.conflict(tag.version());
		}
		return tag;
	}

	private Tag require(Viewer viewer, NodeId id, String field) {
		UUID uuid = id.of(Tag.PREFIX);
		Tag tag = this.tags.find(viewer, List.of(uuid)).get(uuid);
		if (tag == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, field + " is not the id of a tag.", "input", field);
		}
		return tag;
	}

	private Tag known(Viewer viewer, UUID id) {
		return Objects.requireNonNull(this.tags.find(viewer, List.of(id)).get(id));
	}

}
