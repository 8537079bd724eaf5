--liquibase formatted sql
--changeset solidarity:pledge-004 splitStatements:false
create type pledge_state as enum ('PROPOSED', 'CONDITIONAL', 'IN_FORCE');
create type pledge_status as enum ('OPEN', 'PARTIAL', 'OVERDUE', 'FULFILLED', 'CLOSED_SHORT');
create type pledge_grouping as enum ('TYPE', 'BODY', 'MONTH', 'REGION');

-- What of a total is due before a day: equal installments in minor units, the remainder with the last.
create function due_before(day date, total numeric, due_dates date[], minor numeric) returns numeric
immutable parallel safe language sql
  return case
    when cardinality(due_dates) = 0 then 0
    when width_bucket(day - 1, due_dates) = cardinality(due_dates) then total
    else div(total, minor * cardinality(due_dates)) * minor * width_bucket(day - 1, due_dates)
  end;

-- Every number of a pledge, at the end of a day and as it was known at a moment: the only place that computes them.
-- What is null does not restrict: all campaigns, bodies, pledges; today in the campaign's time zone by p_now; all that
-- is known. A pledge of which nothing was recorded by then is absent. What comes of a pledge of turnout is counted at the
-- action, from its day on, always as it is known now.
create function pledge_amounts(p_campaign uuid, p_bodies uuid[], p_pledges uuid[], p_as_of date, p_known_at timestamptz,
  p_now timestamptz)
returns table (pledge_id uuid, campaign_id uuid, body_id uuid, person_id uuid, type pledge_type, unit pledge_unit,
  currency text, pledged_on date, counts_toward_ids uuid[], as_of date, state pledge_state, pledged numeric,
  delivered numeric, overpaid numeric, cancelled numeric, written_off numeric, outstanding numeric, overdue numeric,
  proposed numeric, conditional numeric, status pledge_status)
stable language sql as $$
  with entry_sum as (
    select e.pledge_id, coalesce(p_as_of, (p_now at time zone c.time_zone)::date) as as_of,
      sum(e.amount) filter (where e.kind in ('ORIGINAL', 'AMENDMENT')) as amended,
      coalesce(sum(case e.kind when 'FULFILMENT' then e.amount when 'FULFILMENT_REVERSAL' then -e.amount end), 0) as fulfilled,
      coalesce(sum(e.amount) filter (where e.kind = 'CANCELLATION'), 0) as cancellations,
      coalesce(sum(case e.kind when 'WRITE_OFF' then e.amount when 'WRITE_OFF_REVERSAL' then -e.amount end), 0) as write_offs,
      bool_or(e.kind = 'CONFIRMED') as is_confirmed,
      bool_or(e.kind = 'CONDITION_MET') as is_met
    from pledge_entry e
    join campaign c on c.id = e.campaign_id
    where (p_campaign is null or e.campaign_id = p_campaign)
      and (p_bodies is null or e.body_id = any (p_bodies))
      and (p_pledges is null or e.pledge_id = any (p_pledges))
      and e.effective_on <= coalesce(p_as_of, (p_now at time zone c.time_zone)::date)
      and (p_known_at is null or e.recorded_at <= p_known_at)
    group by e.pledge_id, c.time_zone
  ), promise as (
    select p.id, p.campaign_id, p.body_id, p.person_id, p.type, p.unit, p.currency, p.pledged_on, p.counts_toward_ids,
      s.as_of, s.amended, s.cancellations, s.write_offs,
      s.fulfilled + case when a.id is null then 0 else turnout_of(a.id, p.body_id) end as fulfilled,
      coalesce((select d.due_dates from pledge_due_change d where d.pledge_id = p.id and d.replaced_at > p_known_at
        order by d.replaced_at limit 1), p.due_dates) as due_dates,
      case
        when not s.is_confirmed then 'PROPOSED'::pledge_state
        when p.condition is not null and not s.is_met then 'CONDITIONAL'
        else 'IN_FORCE' end as state
    from entry_sum s
    join pledge p on p.id = s.pledge_id
    left join action a on a.id = p.action_id and a.start_date <= s.as_of and (p_known_at is null or a.starts_at <= p_known_at)
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
    select *, least(outstanding, greatest(0, due_before(as_of, pledged, due_dates, minor_unit(unit, currency))
      - delivered - cancelled - written_off)) as overdue
    from with_outstanding offset 0
  )
  select id, campaign_id, body_id, person_id, type, unit, currency, pledged_on, counts_toward_ids, as_of, state, pledged,
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

-- The sums of pledges, never over two units or currencies. A pledge that counts toward another one in the same sum is
-- left out: its delivery is in that one. p_bodies null: of all bodies; p_members null: of bodies and of members.
create function pledge_totals(p_campaign uuid, p_bodies uuid[], p_members boolean, p_as_of date, p_known_at timestamptz,
  p_by pledge_grouping[])
returns table (type pledge_type, body_id uuid, month date, region text, unit pledge_unit, currency text, pledges bigint,
  pledged numeric, delivered numeric, overpaid numeric, cancelled numeric, written_off numeric, outstanding numeric,
  overdue numeric, proposed numeric, conditional numeric)
stable language sql as $$
  select case when 'TYPE' = any (p_by) then a.type end,
    case when 'BODY' = any (p_by) then a.body_id end,
    case when 'MONTH' = any (p_by) then date_trunc('month', a.pledged_on)::date end,
    case when 'REGION' = any (p_by) then b.region end,
    a.unit, a.currency, count(*), sum(a.pledged), sum(a.delivered), sum(a.overpaid), sum(a.cancelled), sum(a.written_off),
    sum(a.outstanding), sum(a.overdue), sum(a.proposed), sum(a.conditional)
  from pledge_amounts(p_campaign, p_bodies, null, p_as_of, p_known_at, null) a
  join body b on b.id = a.body_id
  where (p_members is null or p_members = (a.person_id is not null))
    and (a.counts_toward_ids = '{}' or not exists (
      select from pledge t
      where t.id = any (a.counts_toward_ids) and (p_bodies is null or t.body_id = any (p_bodies))))
  group by 1, 2, 3, 4, 5, 6
$$;

-- A body and all below it by charters that are open on a day.
create function chartered_subtree(root uuid, day date) returns table (id uuid) stable parallel safe language sql as $$
  with recursive below(id) as (
    select root
    union
    select r.from_id from body_relation r join below b on r.to_id = b.id
    where r.type = 'CHARTERED_BY' and daterange(r.from_date, r.to_date, '[)') @> day)
  select below.id from below
$$;

-- The day that it is in a time zone.
create function day_at(moment timestamptz, time_zone text) returns date stable parallel safe language sql
  return (moment at time zone time_zone)::date;

-- What a partner group sees of a campaign whose totals were shared with it: all of the campaign, though it may see
-- single pledges of its own bodies only. Bodies that are not for partners are told as one. Members' pledges are in it
-- only where nothing is grouped, and from five members on.
create function shared_pledge_totals(p_campaign uuid, p_as_of date, p_known_at timestamptz, p_by pledge_grouping[])
returns table (type pledge_type, body_id uuid, month date, region text, unit pledge_unit, currency text, pledges bigint,
  pledged numeric, delivered numeric, overpaid numeric, cancelled numeric, written_off numeric, outstanding numeric,
  overdue numeric, proposed numeric, conditional numeric)
stable security definer set search_path = crm, pg_temp language sql as $$
  with total as (
    select t.* from pledge_totals(p_campaign, null, false, p_as_of, p_known_at, p_by) t
    union all
    select t.* from pledge_totals(p_campaign, null, true, p_as_of, p_known_at, '{}') t
    join (
      select a.unit, a.currency from pledge_amounts(p_campaign, null, null, p_as_of, p_known_at, null) a
      group by a.unit, a.currency
      having count(distinct a.person_id) >= 5) told
      on told.unit = t.unit and told.currency is not distinct from t.currency
    where p_by = '{}'
  )
  select t.type, b.id, t.month, t.region, t.unit, t.currency, sum(t.pledges)::bigint, sum(t.pledged), sum(t.delivered),
    sum(t.overpaid), sum(t.cancelled), sum(t.written_off), sum(t.outstanding), sum(t.overdue), sum(t.proposed),
    sum(t.conditional)
  from total t
  left join body b on b.id = t.body_id
    and (b.visibility <> 'INTERNAL' or b.id = any ((select bodies_of_group(viewer_group()))::uuid[]))
  where exists (
    select from campaign_share s
    where s.campaign_id = p_campaign and s.group_id = viewer_group() and s.pledge_totals and s.revoked_at is null)
  group by 1, 2, 3, 4, 5, 6
$$;
grant select on action to crm_ledger;
set role crm_turnout;
grant execute on function turnout_of(uuid, uuid) to crm_ledger;
set role crm_owner;
grant create on schema crm to crm_ledger;
alter function shared_pledge_totals(uuid, date, timestamptz, pledge_grouping[]) owner to crm_ledger;
revoke create on schema crm from crm_ledger;
--rollback set role crm_ledger; drop function shared_pledge_totals(uuid, date, timestamptz, pledge_grouping[]); set role crm_owner; drop function day_at(timestamptz, text); drop function chartered_subtree(uuid, date); drop function pledge_totals(uuid, uuid[], boolean, date, timestamptz, pledge_grouping[]); drop function pledge_amounts(uuid, uuid[], uuid[], date, timestamptz, timestamptz); drop function due_before(date, numeric, date[], numeric); drop type pledge_grouping; drop type pledge_status; drop type pledge_state;
