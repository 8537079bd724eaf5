--liquibase formatted sql
--changeset solidarity:pledge-006 splitStatements:false
-- The sums of pledges: exact at every moment, for every day, as it is known now. Each row tells by how much a sum changes
-- from a day on; so a sum at a day is what all rows up to that day add up to, and what becomes overdue tomorrow is
-- written down today. Whoever adds to a ledger adds a row here, in the same transaction, by a trigger, and never waits
-- for another who does; later these rows are folded into fewer.
create table pledge_delta (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null,
  day date not null,
  body_id uuid not null,
  type pledge_type not null,
  currency text,
  of_member boolean not null,
  toward_bodies uuid[] not null,
  month date not null,
  purpose text,
  booked_rate_id uuid,
  pledges bigint not null,
  pledged numeric not null,
  delivered numeric not null,
  overpaid numeric not null,
  cancelled numeric not null,
  written_off numeric not null,
  overdue numeric not null,
  proposed numeric not null,
  conditional numeric not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table pledge_delta is 'By how much sums change from a day on; not folded yet.';
comment on column pledge_delta.toward_bodies is 'The bodies whose pledges these count toward: they are left out of sums over such a body.';
comment on column pledge_delta.month is 'The first day of the month in which they were pledged.';
create index pledge_delta_of_campaign on pledge_delta (campaign_id, body_id);

create type pledge_grain as enum ('CAMPAIGN', 'BODY', 'DETAIL');

-- Grain and span are texts: under row-level security an index finds only by what is compared without leaking, as texts
-- are and enums are not.

create table pledge_sum (
  campaign_id uuid not null,
  grain text not null constraint pledge_sum_is_of_a_grain check (grain in ('CAMPAIGN', 'BODY', 'DETAIL')),
  span text not null constraint pledge_sum_is_over_a_span check (span in ('DAY', 'MONTH', 'EVER')),
  day date not null,
  body_id uuid,
  type pledge_type not null,
  currency text,
  of_member boolean not null,
  toward_bodies uuid[] not null,
  month date,
  purpose text,
  purpose_hash uuid generated always as (md5(purpose)::uuid) stored,
  booked_rate_id uuid,
  pledges bigint not null,
  pledged numeric not null,
  delivered numeric not null,
  overpaid numeric not null,
  cancelled numeric not null,
  written_off numeric not null,
  overdue numeric not null,
  proposed numeric not null,
  conditional numeric not null,
  constraint pledge_sum_is_one_of_its_key unique nulls not distinct
    (campaign_id, grain, span, day, body_id, type, currency, of_member, toward_bodies, month, purpose_hash,
      booked_rate_id)
) with (fillfactor = 80);
comment on table pledge_sum is 'Folded deltas: by how much sums change from a day on.';
comment on column pledge_sum.span is 'DAY is one day; MONTH all days of the month whose first is day; EVER, at -infinity, all days up to the one that pledge_fold says.';
comment on column pledge_sum.grain is 'BODY tells bodies apart; CAMPAIGN does not, and leaves out what counts toward another pledge; DETAIL does as CAMPAIGN, and tells month, purpose and booked rate apart.';

create table pledge_fold (
  campaign_id uuid primary key,
  through date not null
);
comment on table pledge_fold is 'Up to which day the rows EVER of pledge_sum sum the days of a campaign.';

grant select on pledge_delta, pledge_sum, pledge_fold to crm_app;
grant select, insert, delete on pledge_delta to crm_ledger;
grant select, insert, update on pledge_sum, pledge_fold to crm_ledger;

-- By how much the numbers of pledges change at each day, as the ledger says without some of its rows.
create function pledge_steps(p_campaign uuid, p_pledges uuid[], p_without uuid[])
returns table (pledge_id uuid, day date, pledges bigint, pledged numeric, delivered numeric, overpaid numeric,
  cancelled numeric, written_off numeric, overdue numeric, proposed numeric, conditional numeric)
stable language sql as $$
  select c.pledge_id, c.as_of, case when lag(c.as_of) over so_far is null then 1 else 0 end,
    c.pledged - coalesce(lag(c.pledged) over so_far, 0),
    c.delivered - coalesce(lag(c.delivered) over so_far, 0),
    c.overpaid - coalesce(lag(c.overpaid) over so_far, 0),
    c.cancelled - coalesce(lag(c.cancelled) over so_far, 0),
    c.written_off - coalesce(lag(c.written_off) over so_far, 0),
    c.overdue - coalesce(lag(c.overdue) over so_far, 0), c.proposed - coalesce(lag(c.proposed) over so_far, 0),
    c.conditional - coalesce(lag(c.conditional) over so_far, 0)
  from pledge_course(p_campaign, null, p_pledges, p_without, true, null, null, null) c
  window so_far as (partition by c.pledge_id order by c.as_of)
$$;

-- Adds to the sums, or takes from them with p_sign -1, all that the ledger of a pledge says, as of a pledge like this.
create function sum_pledge(promise pledge, p_sign int) returns void
volatile security definer set search_path = crm, pg_temp language sql as $$
  insert into pledge_delta (campaign_id, day, body_id, type, currency, of_member, toward_bodies, month, purpose,
    booked_rate_id, pledges, pledged, delivered, overpaid, cancelled, written_off, overdue, proposed, conditional)
  select promise.campaign_id, s.day, promise.body_id, promise.type, promise.currency, promise.person_id is not null,
    promise.counts_toward_bodies, date_trunc('month', promise.pledged_on)::date, promise.purpose, promise.booked_rate_id,
    p_sign * s.pledges, p_sign * s.pledged, p_sign * s.delivered, p_sign * s.overpaid, p_sign * s.cancelled,
    p_sign * s.written_off, p_sign * s.overdue, p_sign * s.proposed, p_sign * s.conditional
  from pledge_steps(null, array[promise.id], null) s
$$;
revoke execute on function sum_pledge(pledge, int) from public;

-- What rows that were added to the ledger change. It runs once a statement, when all of its rows are there. To plan it
-- takes ten times as long as to run it, so it is planned once a connection, for few pledges: by index, never by all.
create function refuse_ledger_not_summed() returns trigger security definer set search_path = crm, pg_temp
set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off language plpgsql as $$
declare
  added_rows uuid[];
  touched uuid[];
begin
  select array_agg(id), array_agg(distinct pledge_id) into added_rows, touched from added;
  if touched is null then
    return null;
  end if;
  insert into pledge_delta (campaign_id, day, body_id, type, currency, of_member, toward_bodies, month, purpose,
    booked_rate_id, pledges, pledged, delivered, overpaid, cancelled, written_off, overdue, proposed, conditional)
  select p.campaign_id, step.day, p.body_id, p.type, p.currency, p.person_id is not null, p.counts_toward_bodies,
    date_trunc('month', p.pledged_on)::date, p.purpose, p.booked_rate_id,
    sum(step.pledges), sum(step.pledged), sum(step.delivered), sum(step.overpaid), sum(step.cancelled),
    sum(step.written_off), sum(step.overdue), sum(step.proposed), sum(step.conditional)
  from (
    select 1 as sign, s.* from pledge_steps(null, touched, null) s
    union all
    select -1, s.pledge_id, s.day, -s.pledges, -s.pledged, -s.delivered, -s.overpaid, -s.cancelled, -s.written_off, -s.overdue,
      -s.proposed, -s.conditional
    from pledge_steps(null, touched, added_rows) s) step
  join pledge p on p.id = step.pledge_id
  group by p.id, step.day
  having (sum(step.pledges), sum(step.pledged), sum(step.delivered), sum(step.overpaid), sum(step.cancelled),
    sum(step.written_off), sum(step.overdue), sum(step.proposed), sum(step.conditional))
    <> (0, 0, 0, 0, 0, 0, 0, 0, 0);
  return null;
end
$$;

-- A correction changes what is overdue, or what a pledge is summed under.
create function refuse_correction_not_summed() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
begin
  if tg_when = 'BEFORE' then
    perform sum_pledge(old, -1);
    return new;
  end if;
  perform sum_pledge(new, 1);
  return null;
end
$$;

-- Folds the oldest deltas into the sums, at most so many, and takes the days that have come into the rows EVER; one at a
-- time: returns 0 where another is at it. All or nothing, so that no moment sees a delta twice or not at all.
create function fold_pledge_deltas(p_limit int, p_today date) returns int
volatile security definer set search_path = crm, pg_temp language plpgsql as $$
declare
  folded int;
begin
  if not pg_try_advisory_xact_lock(hashtext('crm.fold_pledge_deltas')) then
    return 0;
  end if;
  with due as (
    select campaign_id, through from pledge_fold where through < p_today
  )
  insert into pledge_sum as s (campaign_id, grain, span, day, body_id, type, currency, of_member, toward_bodies, month,
    purpose, booked_rate_id, pledges, pledged, delivered, overpaid, cancelled, written_off, overdue, proposed, conditional)
  select d.campaign_id, d.grain, 'EVER', '-infinity', d.body_id, d.type, d.currency, d.of_member, d.toward_bodies, d.month,
    d.purpose, d.booked_rate_id, sum(d.pledges), sum(d.pledged), sum(d.delivered), sum(d.overpaid), sum(d.cancelled),
    sum(d.written_off), sum(d.overdue), sum(d.proposed), sum(d.conditional)
  from due
  join pledge_sum d on d.campaign_id = due.campaign_id and d.span = 'DAY' and d.day > due.through and d.day <= p_today
  group by d.campaign_id, d.grain, d.body_id, d.type, d.currency, d.of_member, d.toward_bodies, d.month, d.purpose,
    d.booked_rate_id
  on conflict on constraint pledge_sum_is_one_of_its_key do update
  set pledges = s.pledges + excluded.pledges, pledged = s.pledged + excluded.pledged,
    delivered = s.delivered + excluded.delivered, overpaid = s.overpaid + excluded.overpaid,
    cancelled = s.cancelled + excluded.cancelled, written_off = s.written_off + excluded.written_off,
    overdue = s.overdue + excluded.overdue, proposed = s.proposed + excluded.proposed,
    conditional = s.conditional + excluded.conditional;
  update pledge_fold set through = p_today where through < p_today;

  insert into pledge_fold (campaign_id, through)
  select distinct campaign_id, p_today
  from (select campaign_id from pledge_delta order by id limit p_limit) oldest
  on conflict do nothing;

  with oldest as (
    select d.id
    from pledge_delta d
    join pledge_fold f on f.campaign_id = d.campaign_id
    order by d.id
    limit p_limit
  ), taken as (
    delete from pledge_delta where id in (select id from oldest) returning *
  ), counted as (
    select count(*) as rows from taken
  ), folding as (
    insert into pledge_sum as s (campaign_id, grain, span, day, body_id, type, currency, of_member, toward_bodies, month,
      purpose, booked_rate_id, pledges, pledged, delivered, overpaid, cancelled, written_off, overdue, proposed, conditional)
    select t.campaign_id, g.grain::text, d.span, d.day, case when g.grain = 'BODY' then t.body_id end, t.type, t.currency,
      t.of_member, t.toward_bodies, case when g.grain = 'DETAIL' then t.month end,
      case when g.grain = 'DETAIL' then t.purpose end, case when g.grain = 'DETAIL' then t.booked_rate_id end,
      sum(t.pledges), sum(t.pledged), sum(t.delivered), sum(t.overpaid), sum(t.cancelled), sum(t.written_off),
      sum(t.overdue), sum(t.proposed), sum(t.conditional)
    from taken t
    join pledge_fold f on f.campaign_id = t.campaign_id
    cross join unnest(enum_range(null::pledge_grain)) g(grain)
    cross join lateral (
      values ('DAY', t.day), ('MONTH', date_trunc('month', t.day)::date),
        ('EVER', case when t.day <= f.through then '-infinity'::date end)) d(span, day)
    where d.day is not null and (g.grain = 'BODY' or t.toward_bodies = '{}')
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    on conflict on constraint pledge_sum_is_one_of_its_key do update
    set pledges = s.pledges + excluded.pledges, pledged = s.pledged + excluded.pledged,
      delivered = s.delivered + excluded.delivered, overpaid = s.overpaid + excluded.overpaid,
      cancelled = s.cancelled + excluded.cancelled, written_off = s.written_off + excluded.written_off,
      overdue = s.overdue + excluded.overdue, proposed = s.proposed + excluded.proposed,
      conditional = s.conditional + excluded.conditional
  )
  select rows into folded from counted;
  return folded;
end
$$;
revoke execute on function fold_pledge_deltas(int, date) from public;

grant create on schema crm to crm_ledger;
alter function sum_pledge(pledge, int) owner to crm_ledger;
alter function refuse_ledger_not_summed() owner to crm_ledger;
alter function refuse_correction_not_summed() owner to crm_ledger;
alter function fold_pledge_deltas(int, date) owner to crm_ledger;
revoke create on schema crm from crm_ledger;
set local role crm_ledger;
grant execute on function fold_pledge_deltas(int, date) to crm_app, crm_owner;
set local role crm_owner;

create trigger pledge_entry_is_summed after insert on pledge_entry referencing new table as added
  for each statement execute function refuse_ledger_not_summed();
create trigger pledge_turnout_is_summed after insert on pledge_turnout referencing new table as added
  for each statement execute function refuse_ledger_not_summed();
create trigger pledge_was_summed before update of due_dates, purpose on pledge
  for each row when (old.due_dates <> new.due_dates or old.purpose is distinct from new.purpose)
  execute function refuse_correction_not_summed();
create trigger pledge_is_summed after update of due_dates, purpose on pledge
  for each row when (old.due_dates <> new.due_dates or old.purpose is distinct from new.purpose)
  execute function refuse_correction_not_summed();

alter table pledge_delta enable row level security;
alter table pledge_delta force row level security;
create policy pledge_delta_for_the_ledger on pledge_delta to crm_ledger using (true);
create policy pledge_delta_for_all_to_see on pledge_delta for select using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_delta_of_the_campaign on pledge_delta for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_delta_of_the_body on pledge_delta for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_delta_of_the_partner on pledge_delta for select using (
  not of_member
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));

alter table pledge_sum enable row level security;
alter table pledge_sum force row level security;
create policy pledge_sum_for_the_ledger on pledge_sum to crm_ledger using (true);
create policy pledge_sum_for_all_to_see on pledge_sum for select using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_sum_of_the_campaign on pledge_sum for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_sum_of_the_body on pledge_sum for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_sum_of_the_partner on pledge_sum for select using (
  not of_member
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));

alter table pledge_fold enable row level security;
alter table pledge_fold force row level security;
create policy pledge_fold_for_the_ledger on pledge_fold to crm_ledger using (true);
create policy pledge_fold_for_all_to_see on pledge_fold for select using (viewer_role() is not null);
--rollback drop trigger pledge_is_summed on pledge; drop trigger pledge_was_summed on pledge; drop trigger pledge_turnout_is_summed on pledge_turnout; drop trigger pledge_entry_is_summed on pledge_entry; set role crm_ledger; drop function fold_pledge_deltas(int, date); drop function refuse_correction_not_summed(); drop function refuse_ledger_not_summed(); drop function sum_pledge(pledge, int); set role crm_owner; drop function pledge_steps(uuid, uuid[], uuid[]); drop table pledge_fold; drop table pledge_sum; drop type pledge_grain; drop table pledge_delta;
