--liquibase formatted sql
--changeset solidarity:endorsement-006 splitStatements:false
-- The day that it is, at a moment, where the campaign counts its days.
create function day_of_campaign(campaign uuid, at timestamptz) returns date stable parallel safe language sql as $$
  select (at at time zone c.time_zone)::date from campaign c where c.id = campaign
$$;

-- The stage of each proceeding of a campaign on a day, as it was known at a moment.
create function stages_at(campaign uuid, as_of date, known_at timestamptz)
returns table (proceeding_id uuid, body_id uuid, stage stage, effective_on date, evidence evidence)
stable parallel safe language sql as $$
  select p.id, p.body_id, last.stage, last.effective_on, last.evidence
  from proceeding p, lateral (
    select e.stage, e.effective_on, e.evidence from standing_events(known_at) e
    where e.proceeding_id = p.id and e.effective_on <= as_of
    order by e.step desc
    limit 1) last
  where p.campaign_id = campaign
$$;

-- Those of them that are endorsements.
create function endorsements_at(campaign uuid, as_of date, known_at timestamptz)
returns table (proceeding_id uuid, body_id uuid, stage stage, effective_on date, evidence evidence)
stable parallel safe language sql as $$
  select * from stages_at(campaign, as_of, known_at) s where s.stage in ('ADOPTED', 'ADOPTED_AS_AMENDED')
$$;

-- Whether the members of a body of this kind belong to its affiliates.
create function counts_through_affiliates(kind body_kind) returns boolean immutable parallel safe language sql as $$
  select kind in ('NATIONAL_CENTER', 'GLOBAL_UNION_FEDERATION', 'STATE_FEDERATION', 'AREA_LABOR_FEDERATION',
    'CENTRAL_LABOR_COUNCIL', 'TRADE_DEPARTMENT', 'INTERMEDIATE_BODY', 'COALITION')
$$;

-- The members that these bodies speak for on a day: the latest count of each, leaving out those that count through
-- their affiliates, and those below another that is counted. null where no count is known.
create function members_represented(bodies uuid[], as_of date, known_at timestamptz)
returns table (members bigint, counted int, covered int, left_out int, without_count int, raw_sum bigint, oldest_observation date)
stable parallel safe language sql as $$
  with recursive endorsing as (
    select b.id, counts_through_affiliates(b.kind) as left_out, latest.count, latest.as_of
    from body b left join lateral (
      select m.count, m.as_of from body_member_count m
      where m.body_id = b.id and m.as_of <= members_represented.as_of and m.recorded_at <= known_at
      order by m.as_of desc, m.recorded_at desc
      limit 1) latest on true
    where b.id = any(bodies)),
  above(id, ancestor) as (
    select e.id, e.id from endorsing e where not e.left_out
    union
    select a.id, r.to_id from above a join body_relation r on r.from_id = a.ancestor
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF') and r.recorded_at <= known_at
      and daterange(r.from_date, r.to_date, '[)') @> members_represented.as_of),
  judged as (
    select e.*, exists (
      select from above a join endorsing other on other.id = a.ancestor and not other.left_out
      where a.id = e.id and a.ancestor <> e.id) as covered
    from endorsing e)
  select sum(count) filter (where not left_out and not covered),
    (count(*) filter (where not left_out and not covered and count is not null))::int,
    (count(*) filter (where not left_out and covered))::int,
    (count(*) filter (where left_out))::int,
    (count(*) filter (where not left_out and not covered and count is null))::int,
    sum(count),
    min(judged.as_of) filter (where not left_out and not covered)
  from judged
$$;
--rollback drop function members_represented(uuid[], date, timestamptz); drop function counts_through_affiliates(body_kind); drop function endorsements_at(uuid, date, timestamptz); drop function stages_at(uuid, date, timestamptz); drop function day_of_campaign(uuid, timestamptz);
