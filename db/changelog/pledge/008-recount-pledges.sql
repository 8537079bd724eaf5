--liquibase formatted sql
--changeset solidarity:pledge-008 splitStatements:false
-- Every kept number of a campaign that is another than the ledger, or the action, says, and by how much it is more, null
-- where only what stands beside an amount is another; no row where all is exact. Nothing is put right: a difference is a defect, and this is what it is found by. Only for the
-- application itself to ask.
create function recount_pledges(p_campaign uuid)
returns table (what text, pledge_id uuid, body_id uuid, type pledge_type, currency text, day date, difference numeric)
stable security definer set search_path = crm, pg_temp language sql as $$
  with piece as (
    select d.day, d.body_id, d.type, d.currency, d.of_member, d.toward_bodies, d.month, d.purpose, d.booked_rate_id,
      d.pledges, d.pledged, d.delivered, d.overpaid, d.cancelled,
      d.written_off, d.overdue, d.proposed, d.conditional
    from pledge_delta d
    where d.campaign_id = p_campaign
    union all
    select s.day, p.body_id, p.type, p.currency, p.person_id is not null, p.counts_toward_bodies,
      date_trunc('month', p.pledged_on)::date, p.purpose, p.booked_rate_id,
      -s.pledges, -s.pledged, -s.delivered, -s.overpaid, -s.cancelled,
      -s.written_off, -s.overdue, -s.proposed, -s.conditional
    from pledge_steps(p_campaign, null, null) s
    join pledge p on p.id = s.pledge_id
  ), row_of_grain as (
    -- What was folded, and what the rows of more than a day stand for.
    select s.grain, s.span, s.day, s.body_id, s.type, s.currency, s.of_member, s.toward_bodies, s.month, s.purpose,
      s.booked_rate_id,
      s.pledges, s.pledged, s.delivered, s.overpaid, s.cancelled,
      s.written_off, s.overdue, s.proposed, s.conditional
    from pledge_sum s
    where s.campaign_id = p_campaign
    union all
    select s.grain, more.span, more.day, s.body_id, s.type, s.currency, s.of_member, s.toward_bodies, s.month, s.purpose,
      s.booked_rate_id,
      -s.pledges, -s.pledged, -s.delivered, -s.overpaid, -s.cancelled,
      -s.written_off, -s.overdue, -s.proposed, -s.conditional
    from pledge_sum s
    join pledge_fold f on f.campaign_id = s.campaign_id
    cross join lateral (
      values ('MONTH', date_trunc('month', s.day)::date),
        ('EVER', case when s.day <= f.through then '-infinity'::date end)) more(span, day)
    where s.campaign_id = p_campaign and s.span = 'DAY' and more.day is not null
    union all
    -- What was not folded, without what the ledger says.
    select g.grain::text, 'DAY', d.day, case when g.grain = 'BODY' then d.body_id end, d.type, d.currency, d.of_member,
      d.toward_bodies, case when g.grain = 'DETAIL' then d.month end, case when g.grain = 'DETAIL' then d.purpose end,
      case when g.grain = 'DETAIL' then d.booked_rate_id end,
      d.pledges, d.pledged, d.delivered, d.overpaid, d.cancelled,
      d.written_off, d.overdue, d.proposed, d.conditional
    from piece d
    cross join unnest(enum_range(null::pledge_grain)) g(grain)
    where g.grain = 'BODY' or d.toward_bodies = '{}'
  ), kept as (
    select grain, span, day, body_id, type, currency,
      sum(pledges) as pledges, sum(pledged) as pledged, sum(delivered) as delivered,
      sum(overpaid) as overpaid, sum(cancelled) as cancelled, sum(written_off) as written_off,
      sum(overdue) as overdue, sum(proposed) as proposed, sum(conditional) as conditional
    from row_of_grain
    group by grain, span, day, body_id, type, currency, of_member, toward_bodies, month, purpose, booked_rate_id
  )
  select 'SUM_' || k.grain || '_' || k.span || '_' || v.name, null::uuid, k.body_id, k.type, k.currency,
    nullif(k.day, '-infinity'), v.difference
  from kept k
  cross join lateral (values ('PLEDGES', k.pledges), ('PLEDGED', k.pledged), ('DELIVERED', k.delivered), ('OVERPAID', k.overpaid),
    ('CANCELLED', k.cancelled), ('WRITTEN_OFF', k.written_off), ('OVERDUE', k.overdue), ('PROPOSED', k.proposed), ('CONDITIONAL', k.conditional)) v(name, difference)
  where v.difference <> 0 and viewer_role() = 'SYSTEM'
  union all
  select 'AMOUNT', p.id, p.body_id, p.type, p.currency, null,
    nullif(p.amount - coalesce(e.amount, 0), 0)
  from pledge p
  left join (
    select pledge_id, sum(amount) filter (where kind in ('ORIGINAL', 'AMENDMENT')) as amount,
      min(effective_on) filter (where kind = 'CONFIRMED') as confirmed_on,
      min(effective_on) filter (where kind = 'CONDITION_MET') as met_on
    from pledge_entry
    where campaign_id = p_campaign
    group by pledge_id) e on e.pledge_id = p.id
  where p.campaign_id = p_campaign and viewer_role() = 'SYSTEM'
    and (p.amount, p.confirmed_on, p.condition_met_on) is distinct from (e.amount, e.confirmed_on, e.met_on)
  union all
  select 'TURNOUT', p.id, p.body_id, p.type, null, null,
    nullif(coalesce(kept.heads + kept.counted, 0) - now.heads - now.counted, 0)
  from pledge p
  cross join lateral turnout_now(p.action_id, p.body_id) now
  cross join lateral (
    select sum(persons) as persons, sum(heads) as heads, sum(counted) as counted
    from pledge_turnout t
    where t.pledge_id = p.id) kept
  where p.campaign_id = p_campaign and p.action_id is not null and viewer_role() = 'SYSTEM'
    and (coalesce(kept.persons, 0), coalesce(kept.heads, 0), coalesce(kept.counted, 0))
      is distinct from (now.persons, now.heads, now.counted)
$$;

-- A recount of many pledges takes longer than a statement may.
create function lift_statement_timeout() returns text volatile language sql
  return set_config('statement_timeout', '0', true);
grant create on schema crm to crm_ledger;
alter function recount_pledges(uuid) owner to crm_ledger;
revoke create on schema crm from crm_ledger;
--rollback drop function lift_statement_timeout(); set role crm_ledger; drop function recount_pledges(uuid); set role crm_owner;
