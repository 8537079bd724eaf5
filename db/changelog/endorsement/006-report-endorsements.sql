--liquibase formatted sql
--changeset solidarity:endorsement-006 splitStatements:false
-- The stage of each proceeding of a campaign on a day, as it was known at a moment; earliest_on is the first day on
-- which it can have happened, and null where nobody knows when it did.
create function stages_at(campaign uuid, as_of date, known_at timestamptz)
returns table (proceeding_id uuid, body_id uuid, stage stage, effective_on date, evidence evidence, date_precision date_precision, earliest_on date)
stable parallel safe language sql as $$
  select distinct on (word.proceeding_id) word.proceeding_id, word.body_id, word.stage, word.effective_on, word.evidence,
    word.date_precision, case word.date_precision
      when 'DAY' then word.effective_on
      when 'MONTH' then least(word.effective_on, date_trunc('month', word.happened_on)::date)
      when 'YEAR' then least(word.effective_on, date_trunc('year', word.happened_on)::date) end
  from (
    select distinct on (e.proceeding_id, e.step) p.body_id, e.*
    from proceeding p
    join stage_event e on e.proceeding_id = p.id
    where p.campaign_id = campaign and e.recorded_at <= known_at
    order by e.proceeding_id, e.step, e.recorded_at desc) word
  where not word.retracts and word.effective_on <= as_of
  order by word.proceeding_id, word.step desc
$$;

-- Those of them that are endorsements.
create function endorsements_at(campaign uuid, as_of date, known_at timestamptz)
returns table (proceeding_id uuid, body_id uuid, stage stage, effective_on date, evidence evidence, date_precision date_precision, earliest_on date)
stable parallel safe language sql as $$
  select * from stages_at(campaign, as_of, known_at) s where s.stage in ('ADOPTED', 'ADOPTED_AS_AMENDED')
$$;

-- Whether the members of a body of this kind belong to its affiliates.
create function counts_through_affiliates(kind body_kind) returns boolean immutable parallel safe language sql as $$
  select kind in ('NATIONAL_CENTER', 'GLOBAL_UNION_FEDERATION', 'STATE_FEDERATION', 'AREA_LABOR_FEDERATION',
    'CENTRAL_LABOR_COUNCIL', 'TRADE_DEPARTMENT', 'INTERMEDIATE_BODY', 'COALITION')
$$;

-- What these bodies are, where, and how many members each had on a day, as it was known at a moment.
create function bodies_counted_at(bodies uuid[], as_of date, known_at timestamptz)
returns table (body_id uuid, kind body_kind, country text, region text, federation boolean, members int,
  observed_on date, basis count_basis, source text)
stable parallel safe language sql as $$
  select f.body_id, f.kind, f.country, f.region, counts_through_affiliates(f.kind), latest.count, latest.as_of,
    latest.basis, latest.source
  from bodies_known_at(bodies, known_at) f
  left join lateral (
    select m.*
    from body_member_count m
    where m.body_id = f.body_id and m.as_of <= bodies_counted_at.as_of and m.recorded_at <= known_at
    order by m.as_of desc, m.recorded_at desc, m.id desc
    limit 1) latest on true
$$;

create type representation_kind as enum ('COUNTED', 'COVERED', 'FEDERATION', 'WITHOUT_COUNT');

-- Whom each of these endorsing bodies speaks for on a day, as it was known at a moment. A body that went into another
-- one of them is that one, and not in the answer. A federation, council, department or coalition stands for nobody and
-- covers nobody. One below another by charter or constituency, also by way of a successor, is covered by the uppermost.
-- Where succession leads in a circle, the body recorded first stands for the circle.
-- The planner cannot know how many bodies an array holds and would compare each with each, hence no nested loops.
create function endorsers_at(bodies uuid[], as_of date, known_at timestamptz)
returns table (body_id uuid, kind body_kind, country text, region text, representation representation_kind,
  covered_by uuid, members int, observed_on date, basis count_basis, source text)
stable parallel safe language sql set enable_nestloop = off as $$
  with recursive given as materialized (
    select * from bodies_counted_at(bodies, as_of, known_at)),
  succession as materialized (
    select r.to_id as id, r.from_id as above
    from relations_known_at(known_at) r
    where r.type = 'SUCCESSOR_OF'
      and (r.from_date <= as_of or r.from_date is null) and (r.to_date > as_of or r.to_date is null)),
  successor(id, above) as (
    select s.id, s.above
    from given g
    join succession s on s.id = g.body_id
    union
    select f.id, s.above
    from successor f
    join succession s on s.id = f.above),
  merged as materialized (
    select s.id
    from successor s
    join given other on other.body_id = s.above
    where s.above <> s.id and not exists (
      select from successor back
      where back.id = s.above and back.above = s.id and s.id < s.above)),
  endorser as materialized (
    select g.* from given g where g.body_id not in (select id from merged)),
  step as materialized (
    select r.from_id as id, r.to_id as above
    from relations_known_at(known_at) r
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF')
      and (r.from_date <= as_of or r.from_date is null) and (r.to_date > as_of or r.to_date is null)
    union all
    select * from succession),
  above(id, ancestor) as (
    select e.body_id, e.body_id
    from endorser e
    where not e.federation
    union
    select a.id, s.above
    from above a
    join step s on s.id = a.ancestor),
  cover as materialized (
    select a.id, a.ancestor
    from above a
    join endorser other on other.body_id = a.ancestor
    where a.id <> a.ancestor and not other.federation),
  one_way as materialized (
    select c.id, c.ancestor
    from cover c
    left join cover back on back.id = c.ancestor and back.ancestor = c.id
    where back.id is null or c.id > c.ancestor),
  uppermost as (
    select distinct on (c.id) c.id, c.ancestor
    from one_way c
    where c.ancestor not in (select id from one_way)
    order by c.id, c.ancestor)
  select e.body_id, e.kind, e.country, e.region,
    case
      when e.federation then 'FEDERATION'
      when u.id is not null then 'COVERED'
      when e.members is null then 'WITHOUT_COUNT'
      else 'COUNTED'
    end::representation_kind,
    u.ancestor, e.members, e.observed_on, e.basis, e.source
  from endorser e
  left join uppermost u on u.id = e.body_id
$$;
--rollback drop function endorsers_at(uuid[], date, timestamptz); drop type representation_kind; drop function bodies_counted_at(uuid[], date, timestamptz); drop function counts_through_affiliates(body_kind); drop function endorsements_at(uuid, date, timestamptz); drop function stages_at(uuid, date, timestamptz);
