--liquibase formatted sql
--changeset solidarity:pledge-004 splitStatements:false
create type pledge_state as enum ('PROPOSED', 'CONDITIONAL', 'IN_FORCE');
create type pledge_status as enum ('OPEN', 'PARTIAL', 'OVERDUE', 'FULFILLED', 'CLOSED_SHORT');

-- What of a total is due before a day: equal installments in minor units, the remainder with the last.
create function due_before(day date, total numeric, due_dates date[], minor numeric) returns numeric
immutable parallel safe language sql
  return case
    when cardinality(due_dates) = 0 then 0
    when width_bucket(day - 1, due_dates) = cardinality(due_dates) then total
    else div(total, minor * cardinality(due_dates)) * minor * width_bucket(day - 1, due_dates)
  end;

-- Every number of a pledge as it was known at a moment, at the end of a day, or, with p_each_day, at each day from which
-- one of them may be another than before: the only place that computes them. What is null does not restrict: all
-- campaigns, bodies, pledges, rows; today in the campaign's time zone by p_now; all that is known. A pledge of which
-- nothing was recorded by then is absent. p_without leaves out these rows of the ledger. A partner group is told fewer
-- than 5 people checked in as none.
create function pledge_course(p_campaign uuid, p_bodies uuid[], p_pledges uuid[], p_without uuid[], p_each_day boolean,
  p_as_of date, p_known_at timestamptz, p_now timestamptz)
returns table (pledge_id uuid, campaign_id uuid, body_id uuid, person_id uuid, type pledge_type, unit pledge_unit,
  currency text, counts_toward_bodies uuid[], as_of date, state pledge_state, pledged numeric, delivered numeric,
  overpaid numeric, cancelled numeric, written_off numeric, outstanding numeric, overdue numeric, proposed numeric,
  conditional numeric, status pledge_status)
stable language sql as $$
  -- Each source twice, by pledge and by campaign, so that one plan for all callers finds the rows of a pledge by an index.
  with event as (
    select e.pledge_id, e.campaign_id, e.effective_on as day, e.kind, e.amount, 0 as persons, 0 as heads
    from pledge_entry e
    where p_pledges is not null and e.pledge_id = any (p_pledges)
      and (p_bodies is null or e.body_id = any (p_bodies))
      and (p_without is null or e.id <> all (p_without)) and (p_known_at is null or e.recorded_at <= p_known_at)
    union all
    select e.pledge_id, e.campaign_id, e.effective_on as day, e.kind, e.amount, 0 as persons, 0 as heads
    from pledge_entry e
    where p_pledges is null and (p_campaign is null or e.campaign_id = p_campaign)
      and (p_bodies is null or e.body_id = any (p_bodies))
      and (p_without is null or e.id <> all (p_without)) and (p_known_at is null or e.recorded_at <= p_known_at)
    union all
    select t.pledge_id, t.campaign_id, t.day, 'FULFILMENT', t.counted, t.persons, t.heads
    from pledge_turnout t
    where p_pledges is not null and t.pledge_id = any (p_pledges)
      and (p_bodies is null or t.body_id = any (p_bodies))
      and (p_without is null or t.id <> all (p_without)) and (p_known_at is null or t.recorded_at <= p_known_at)
    union all
    select t.pledge_id, t.campaign_id, t.day, 'FULFILMENT', t.counted, t.persons, t.heads
    from pledge_turnout t
    where p_pledges is null and (p_campaign is null or t.campaign_id = p_campaign)
      and (p_bodies is null or t.body_id = any (p_bodies))
      and (p_without is null or t.id <> all (p_without)) and (p_known_at is null or t.recorded_at <= p_known_at)
    union all
    select p.id, p.campaign_id, due.day + 1, null, null, 0, 0
    from pledge p
    cross join unnest(p.due_dates) due(day)
    where p_pledges is not null and p.id = any (p_pledges)
      and (p_bodies is null or p.body_id = any (p_bodies))
      and p_each_day
    union all
    select p.id, p.campaign_id, due.day + 1, null, null, 0, 0
    from pledge p
    cross join unnest(p.due_dates) due(day)
    where p_pledges is null and (p_campaign is null or p.campaign_id = p_campaign)
      and (p_bodies is null or p.body_id = any (p_bodies))
      and p_each_day
  ), dated as (
    select e.*,
      case when p_each_day then e.day else coalesce(p_as_of, (p_now at time zone c.time_zone)::date) end as as_of
    from event e
    left join campaign c on not p_each_day and p_as_of is null and c.id = e.campaign_id
  ), so_far as (
    select pledge_id, as_of as day, sum(sum(amount) filter (where kind in ('ORIGINAL', 'AMENDMENT'))) over past as amended,
      coalesce(sum(sum(case kind when 'FULFILMENT' then amount when 'FULFILMENT_REVERSAL' then -amount end)) over past, 0)
        as fulfilled,
      coalesce(sum(sum(amount) filter (where kind = 'CANCELLATION')) over past, 0) as cancellations,
      coalesce(sum(sum(case kind when 'WRITE_OFF' then amount when 'WRITE_OFF_REVERSAL' then -amount end)) over past, 0)
        as write_offs,
      sum(count(*) filter (where kind = 'CONFIRMED')) over past > 0 as is_confirmed,
      sum(count(*) filter (where kind = 'CONDITION_MET')) over past > 0 as is_met,
      sum(sum(persons)) over past as persons, sum(sum(heads)) over past as heads
    from dated
    where day <= as_of
    group by pledge_id, as_of
    window past as (partition by pledge_id order by as_of)
  ), promise as (
    select p.id, p.campaign_id, p.body_id, p.person_id, p.type, p.unit, p.currency, p.counts_toward_bodies, s.day,
      s.amended, s.cancellations, s.write_offs,
      s.fulfilled + case when not p_each_day and s.persons < 5 and viewer_role() = 'PARTNER' then 0 else s.heads end
        as fulfilled,
      case when p_known_at is null then p.due_dates else coalesce((
        select d.due_dates from pledge_due_change d where d.pledge_id = p.id and d.replaced_at > p_known_at
        order by d.replaced_at limit 1), p.due_dates) end as due_dates,
      case
        when not s.is_confirmed then 'PROPOSED'::pledge_state
        when p.condition is not null and not s.is_met then 'CONDITIONAL'
        else 'IN_FORCE' end as state
    from so_far s
    join pledge p on p.id = s.pledge_id
    where s.amended is not null
    offset 0
  ), with_pledged as (
    select *, case when state = 'IN_FORCE' then amended else 0 end as pledged from promise offset 0
  ), with_delivered as (
    select *, least(fulfilled, pledged) as delivered from with_pledged offset 0
  ), with_cancelled as (
    select *, least(cancellations, pledged - delivered) as cancelled from with_delivered offset 0
  ), with_written_off as (
    select *, least(write_offs, pledged - delivered - cancelled) as written_off from with_cancelled offset 0
  ), with_outstanding as (
    select *, pledged - delivered - cancelled - written_off as outstanding from with_written_off offset 0
  ), with_overdue as (
    select *, least(outstanding, greatest(0, due_before(day, pledged, due_dates, minor_unit(unit, currency))
      - delivered - cancelled - written_off)) as overdue
    from with_outstanding offset 0
  )
  select id, campaign_id, body_id, person_id, type, unit, currency, counts_toward_bodies, day, state, pledged,
    delivered, fulfilled - delivered, cancelled, written_off, outstanding, overdue,
    case when state = 'PROPOSED' then amended else 0 end,
    case when state = 'CONDITIONAL' then amended else 0 end,
    case
      when state <> 'IN_FORCE' then null
      when overdue > 0 then 'OVERDUE'::pledge_status
      when outstanding > 0 and delivered > 0 then 'PARTIAL'
      when outstanding > 0 then 'OPEN'
      when pledged > 0 and delivered = pledged then 'FULFILLED'
      else 'CLOSED_SHORT' end
  from with_overdue
$$;

-- Every number of a pledge at the end of a day.
create function pledge_amounts(p_campaign uuid, p_bodies uuid[], p_pledges uuid[], p_as_of date, p_known_at timestamptz,
  p_now timestamptz)
returns table (pledge_id uuid, campaign_id uuid, body_id uuid, person_id uuid, type pledge_type, unit pledge_unit,
  currency text, counts_toward_bodies uuid[], as_of date, state pledge_state, pledged numeric, delivered numeric,
  overpaid numeric, cancelled numeric, written_off numeric, outstanding numeric, overdue numeric, proposed numeric,
  conditional numeric, status pledge_status)
stable language sql as $$
  select * from pledge_course(p_campaign, p_bodies, p_pledges, null, false, p_as_of, p_known_at, p_now)
$$;

-- The day that it is in a time zone.
create function day_at(moment timestamptz, time_zone text) returns date stable parallel safe language sql
  return (moment at time zone time_zone)::date;
--rollback drop function day_at(timestamptz, text); drop function pledge_amounts(uuid, uuid[], uuid[], date, timestamptz, timestamptz); drop function pledge_course(uuid, uuid[], uuid[], uuid[], boolean, date, timestamptz, timestamptz); drop function due_before(date, numeric, date[], numeric); drop type pledge_status; drop type pledge_state;
