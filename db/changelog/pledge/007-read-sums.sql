--liquibase formatted sql
--changeset solidarity:pledge-007 splitStatements:false
create type pledge_scope as enum ('OWN', 'SUBTREE', 'AFFILIATES');

-- Pieces of the sums of a campaign at the end of a day: they are to be added up, over what they are not told apart by.
-- As it is known now they come from the sums that are kept, in a cost that does not grow with the pledges: the rows up
-- to the day of the last fold, and the days and whole months between that and the one that is asked, added or taken away. As it was known
-- at a moment, or with p_grain null, they come from the ledger itself; so does turnout for a partner group, which is told
-- fewer than 5 as none. p_bodies null: all.
create function pledge_pieces(p_campaign uuid, p_bodies uuid[], p_grain pledge_grain, p_as_of date,
  p_known_at timestamptz)
returns table (body_id uuid, type pledge_type, currency text, of_member boolean, toward_bodies uuid[], month date,
  purpose text, booked_rate_id uuid, pledges bigint, pledged numeric, delivered numeric, overpaid numeric,
  cancelled numeric, written_off numeric, overdue numeric, proposed numeric, conditional numeric)
stable language sql as $$
  select s.body_id, s.type, s.currency, s.of_member, s.toward_bodies, s.month, s.purpose, s.booked_rate_id,
    s.pledges, s.pledged, s.delivered, s.overpaid,
    s.cancelled, s.written_off, s.overdue, s.proposed, s.conditional
  from pledge_sum s
  where p_known_at is null and s.campaign_id = p_campaign and s.grain = p_grain::text and s.span = 'EVER'
    and (p_bodies is null or s.body_id = any (p_bodies))
    and (s.type <> 'TURNOUT' or viewer_role() <> 'PARTNER')
  union all
  select s.body_id, s.type, s.currency, s.of_member, s.toward_bodies, s.month, s.purpose, s.booked_rate_id,
    g.sign * s.pledges, g.sign * s.pledged, g.sign * s.delivered, g.sign * s.overpaid,
    g.sign * s.cancelled, g.sign * s.written_off, g.sign * s.overdue, g.sign * s.proposed, g.sign * s.conditional
  from pledge_fold f
  cross join lateral (
    select case when p_as_of > f.through then 1 else -1 end as sign, least(f.through, p_as_of) as low,
      greatest(f.through, p_as_of) as high,
      (date_trunc('month', least(f.through, p_as_of)) + interval '1 month')::date as next_month,
      date_trunc('month', greatest(f.through, p_as_of))::date as last_month) g
  cross join lateral (
    values ('DAY', g.low + 1, least(g.high, g.next_month - 1)),
      ('MONTH', g.next_month, g.last_month - 1),
      ('DAY', greatest(g.last_month, g.next_month), g.high)) r(span, since, until)
  join pledge_sum s on s.campaign_id = f.campaign_id and s.grain = p_grain::text and s.span = r.span
    and s.day between r.since and r.until
  where p_known_at is null and f.campaign_id = p_campaign
    and (p_bodies is null or s.body_id = any (p_bodies))
    and (s.type <> 'TURNOUT' or viewer_role() <> 'PARTNER')
  union all
  select d.body_id, d.type, d.currency, d.of_member, d.toward_bodies, d.month, d.purpose, d.booked_rate_id,
    d.pledges, d.pledged, d.delivered, d.overpaid,
    d.cancelled, d.written_off, d.overdue, d.proposed, d.conditional
  from pledge_delta d
  where p_known_at is null and p_grain is not null and d.campaign_id = p_campaign and d.day <= p_as_of
    and (p_bodies is null or d.body_id = any (p_bodies))
    and (d.type <> 'TURNOUT' or viewer_role() <> 'PARTNER')
  union all
  select a.body_id, a.type, a.currency, a.person_id is not null, a.counts_toward_bodies,
    date_trunc('month', p.pledged_on)::date, p.purpose, p.booked_rate_id, 1,
    a.pledged, a.delivered, a.overpaid, a.cancelled, a.written_off, a.overdue, a.proposed, a.conditional
  from pledge_amounts(p_campaign, p_bodies, case when p_known_at is null and p_grain is not null then array(
    select t.id from pledge t where t.campaign_id = p_campaign and t.action_id is not null) end,
    p_as_of, p_known_at, null) a
  join pledge p on p.id = a.pledge_id
  where p_known_at is not null or p_grain is null or viewer_role() = 'PARTNER'
$$;

-- The pieces of one sum of a campaign. A pledge that counts toward another one in the same sum is left out: its delivery
-- is in that one.
create function pledge_sums(p_campaign uuid, p_bodies uuid[], p_grain pledge_grain, p_as_of date,
  p_known_at timestamptz)
returns table (body_id uuid, type pledge_type, currency text, of_member boolean, toward_bodies uuid[], month date,
  purpose text, booked_rate_id uuid, pledges bigint, pledged numeric, delivered numeric, overpaid numeric,
  cancelled numeric, written_off numeric, overdue numeric, proposed numeric, conditional numeric)
stable language sql as $$
  select * from pledge_pieces(p_campaign, p_bodies, p_grain, p_as_of, p_known_at) s
  where s.toward_bodies = '{}' or (p_bodies is not null and not s.toward_bodies && p_bodies)
$$;

-- A body and all below it by charters that are open on a day, as they were known at a moment.
create function chartered_subtree(root uuid, day date, known_at timestamptz) returns table (id uuid) stable parallel safe language sql as $$
  with recursive below(id) as (
    select root
    union
    select r.from_id from relations_known_at(known_at) r join below b on r.to_id = b.id
    where r.type = 'CHARTERED_BY' and daterange(r.from_date, r.to_date, '[)') @> day)
  select below.id from below
$$;

-- The pieces of one sum for each of these bodies, over those that belong to it on the day, as it was known: itself; it
-- and all below it; or those that are affiliated to it. p_seen null: over all of these, otherwise over those among them.
-- A pledge that counts toward one of these bodies' is left out.
create function pledge_sums_of_bodies(p_campaign uuid, p_roots uuid[], p_scope pledge_scope, p_seen uuid[],
  p_grain pledge_grain, p_as_of date, p_known_at timestamptz)
returns table (root_id uuid, body_id uuid, type pledge_type, currency text, of_member boolean, toward_bodies uuid[],
  month date, purpose text, booked_rate_id uuid, pledges bigint, pledged numeric, delivered numeric, overpaid numeric,
  cancelled numeric, written_off numeric, overdue numeric, proposed numeric, conditional numeric)
stable language sql as $$
  with within as materialized (
    select root.id as root_id, b.id as body_id
    from unnest(p_roots) root(id)
    cross join lateral (
      select root.id where p_scope = 'OWN'
      union
      select s.id from chartered_subtree(root.id, p_as_of, coalesce(p_known_at, 'infinity')) s where p_scope = 'SUBTREE'
      union
      select r.from_id
      from relations_known_at(coalesce(p_known_at, 'infinity')) r
      where p_scope = 'AFFILIATES' and r.to_id = root.id and r.type = 'AFFILIATED_TO'
        and daterange(r.from_date, r.to_date, '[)') @> p_as_of) b(id)
    where p_seen is null or b.id = any (p_seen)
  )
  select w.root_id, s.*
  from pledge_pieces(p_campaign, array(select body_id from within), p_grain, p_as_of, p_known_at) s
  join within w on w.body_id = s.body_id
  where s.toward_bodies = '{}'
    or not exists (select from within o where o.root_id = w.root_id and o.body_id = any (s.toward_bodies))
$$;

-- Whether at least five members promise something that is in the sums of a campaign, in this unit and currency and in
-- this state at the end of a day.
create function five_members_pledge(p_campaign uuid, p_unit pledge_unit, p_currency text, p_state pledge_state, p_as_of date)
returns boolean stable language sql
  return (
    select count(*) = 5
    from (
      select distinct p.person_id
      from pledge p
      where p.campaign_id = p_campaign and p.person_id is not null and p.unit = p_unit
        and p.currency is not distinct from p_currency and p.counts_toward_id is null and p.amount > 0
        and p.pledged_on <= p_as_of
        and p_state = case
          when p.confirmed_on is null or p.confirmed_on > p_as_of then 'PROPOSED'::pledge_state
          when p.condition is not null and (p.condition_met_on is null or p.condition_met_on > p_as_of) then 'CONDITIONAL'
          else 'IN_FORCE' end
      limit 5) five);

-- What a partner group sees of a campaign whose totals were shared with it: all of the campaign, though it may see
-- single pledges of its own bodies only. Bodies that are not for partners are told as one, without their regions, and
-- what pledges are for is not told; nor is what was known at another moment, as one pledge may lie between two. Members'
-- pledges are in it only where p_whole says that nothing is told apart, of the sums that tell nothing apart, and from
-- five members on whose pledges are in it. What members proposed, or promise under a condition, is in it from five such
-- members on as well.
create function shared_pledge_sums(p_campaign uuid, p_grain pledge_grain, p_as_of date, p_whole boolean)
returns table (body_id uuid, region text, type pledge_type, currency text, of_member boolean, toward_bodies uuid[],
  month date, purpose text, booked_rate_id uuid, pledges bigint, pledged numeric, delivered numeric, overpaid numeric,
  cancelled numeric, written_off numeric, overdue numeric, proposed numeric, conditional numeric)
stable security definer set search_path = crm, pg_temp language sql as $$
  with piece as materialized (
    select s.*,
      case s.type when 'VOLUNTEER_HOURS' then 'HOURS' when 'TURNOUT' then 'PEOPLE' else 'CURRENCY' end::pledge_unit as unit
    from pledge_sums(p_campaign, null, p_grain, p_as_of, null) s
    where (not s.of_member or (p_whole and p_grain = 'CAMPAIGN'))
      and exists (
        select from campaign_share c
        where c.campaign_id = p_campaign and c.group_id = viewer_group() and c.pledge_totals and c.revoked_at is null)
  ), told as materialized (
    select t.unit, t.currency,
      five_members_pledge(p_campaign, t.unit, t.currency, 'IN_FORCE', p_as_of) as in_force,
      five_members_pledge(p_campaign, t.unit, t.currency, 'PROPOSED', p_as_of) as proposed,
      five_members_pledge(p_campaign, t.unit, t.currency, 'CONDITIONAL', p_as_of) as conditional
    from (select distinct unit, currency from piece where of_member) t
  )
  select told_of.id, told_of.region, s.type, s.currency, s.of_member, s.toward_bodies, s.month, null::text,
    s.booked_rate_id,
    s.pledges, s.pledged, s.delivered, s.overpaid, s.cancelled, s.written_off, s.overdue,
    case when s.of_member and not t.proposed then 0 else s.proposed end,
    case when s.of_member and not t.conditional then 0 else s.conditional end
  from piece s
  left join told t on s.of_member and t.unit = s.unit and t.currency is not distinct from s.currency
  left join body told_of on told_of.id = s.body_id
    and (told_of.visibility <> 'INTERNAL' or told_of.id = any ((select bodies_of_group(viewer_group()))::uuid[]))
  where not s.of_member or t.in_force
$$;

-- What came, by the month in which it came; what came before it was pledged came on the day of the pledge, as in the
-- kept sums. p_bodies null: all; p_of_bodies: not for members' pledges. Turnout is not told to a partner group, as it
-- might be fewer than 5.
create function pledge_cash(p_campaign uuid, p_bodies uuid[], p_of_bodies boolean, p_from date, p_until date, p_known_at timestamptz)
returns table (month date, type pledge_type, currency text, came numeric)
stable language sql as $$
  select date_trunc('month', c.day)::date, c.type, c.currency, sum(c.came)
  from (
    select s.day, s.type, s.currency, s.body_id, s.of_member, s.toward_bodies, s.delivered + s.overpaid as came
    from pledge_sum s
    where p_known_at is null and s.campaign_id = p_campaign and s.span = 'DAY'
      and s.grain = case when p_bodies is null then 'CAMPAIGN' else 'BODY' end
    union all
    select d.day, d.type, d.currency, d.body_id, d.of_member, d.toward_bodies, d.delivered + d.overpaid
    from pledge_delta d
    where p_known_at is null and d.campaign_id = p_campaign
    union all
    select greatest(e.effective_on, p.pledged_on), p.type, p.currency, p.body_id, e.of_member, p.counts_toward_bodies,
      case e.kind when 'FULFILMENT' then e.amount else -e.amount end
    from pledge_entry e
    join pledge p on p.id = e.pledge_id
    where p_known_at is not null and e.campaign_id = p_campaign and e.kind in ('FULFILMENT', 'FULFILMENT_REVERSAL')
      and e.recorded_at <= p_known_at
    union all
    select greatest(t.day, p.pledged_on), 'TURNOUT', null, t.body_id, false, '{}', t.heads + t.counted
    from pledge_turnout t
    join pledge p on p.id = t.pledge_id
    where p_known_at is not null and t.campaign_id = p_campaign and t.recorded_at <= p_known_at) c
  where c.day >= p_from and c.day < p_until
    and (p_bodies is null or c.body_id = any (p_bodies))
    and (c.toward_bodies = '{}' or (p_bodies is not null and not c.toward_bodies && p_bodies))
    and not (p_of_bodies and c.of_member)
    and (c.type <> 'TURNOUT' or viewer_role() <> 'PARTNER')
  group by 1, 2, 3
  having sum(c.came) <> 0
$$;
grant create on schema crm to crm_ledger;
alter function shared_pledge_sums(uuid, pledge_grain, date, boolean) owner to crm_ledger;
revoke create on schema crm from crm_ledger;
--rollback drop function pledge_cash(uuid, uuid[], boolean, date, date, timestamptz); set role crm_ledger; drop function shared_pledge_sums(uuid, pledge_grain, date, boolean); set role crm_owner; drop function five_members_pledge(uuid, pledge_unit, text, pledge_state, date); drop function pledge_sums_of_bodies(uuid, uuid[], pledge_scope, uuid[], pledge_grain, date, timestamptz); drop function chartered_subtree(uuid, date, timestamptz); drop function pledge_sums(uuid, uuid[], pledge_grain, date, timestamptz); drop function pledge_pieces(uuid, uuid[], pledge_grain, date, timestamptz); drop type pledge_scope;
