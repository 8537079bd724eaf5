--liquibase formatted sql
--changeset solidarity:pledge-002 splitStatements:false
-- These functions keep what the ledger promises. They see every row, whoever is asking, so that no promise depends on
-- what the viewer may see; they belong to a role that owns nothing else.

create function refuse_wrong_pledge() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
declare
  target pledge;
begin
  if new.due_dates is distinct from (select coalesce(array_agg(distinct due order by due), '{}') from unnest(new.due_dates) due) then
    raise exception 'due dates rise' using errcode = 'check_violation', constraint = 'pledge_due_dates_rise';
  end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.campaign_id, new.body_id, new.person_id, new.type, new.currency, new.action_id, new.pledged_on,
        new.condition, new.counts_toward_id, new.counts_toward_ids, new.counts_toward_bodies, new.booked_rate_id,
        new.recorded_at, new.recorded_by)
      is distinct from (old.id, old.campaign_id, old.body_id, old.person_id, old.type, old.currency, old.action_id,
        old.pledged_on, old.condition, old.counts_toward_id, old.counts_toward_ids, old.counts_toward_bodies,
        old.booked_rate_id, old.recorded_at, old.recorded_by) then
      raise exception 'what was promised is amended in the ledger, never changed'
        using errcode = 'restrict_violation', constraint = 'pledge_is_amended_and_never_changed';
    end if;
    if new.due_dates <> old.due_dates then
      insert into pledge_due_change (pledge_id, campaign_id, body_id, of_member, due_dates, replaced_at, replaced_by)
      values (old.id, old.campaign_id, old.body_id, old.person_id is not null, old.due_dates, clock_timestamp(),
        viewer_account());
    end if;
    return new;
  end if;
  new.recorded_at := clock_timestamp();
  new.counts_toward_ids := '{}';
  new.counts_toward_bodies := '{}';
  new.booked_rate_id := (
    select r.id
    from campaign c
    cross join lateral exchange_rate_on(new.currency, c.currency, new.pledged_on, null) r
    where c.id = new.campaign_id);
  if new.counts_toward_id is not null then
    -- The target is there already and its own target never changes: no cycle can close.
    select * into target from pledge where id = new.counts_toward_id;
    if target.id is null or target.campaign_id <> new.campaign_id or target.currency is distinct from new.currency
      or (new.currency is null and target.type <> new.type) then
      raise exception 'a pledge counts toward one of the same campaign and unit'
        using errcode = 'check_violation', constraint = 'pledge_counts_toward_one_of_its_kind';
    end if;
    new.counts_toward_ids := target.id || target.counts_toward_ids;
    new.counts_toward_bodies := array(
      select distinct body from unnest(target.body_id || target.counts_toward_bodies) body order by body);
  end if;
  return new;
end
$$;

-- The first rows of a pledge's ledger.
create function refuse_pledge_without_original() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
begin
  insert into pledge_entry (pledge_id, kind, amount, effective_on, recorded_by)
  select new.id, first.kind, first.amount, first.day, new.recorded_by
  from (values ('ORIGINAL'::pledge_entry_kind, new.amount, new.pledged_on), ('CONFIRMED', null, new.confirmed_on))
    first(kind, amount, day)
  where first.day is not null;
  return null;
end
$$;

create function refuse_wrong_pledge_entry() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
declare
  promise pledge;
  reversed pledge_entry;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the ledger is written read committed, so that it sees what others wrote before it'
      using errcode = 'active_sql_transaction';
  end if;
  -- The sums follow from all rows of the pledge: they are added one transaction after the other.
  select * into promise from pledge where id = new.pledge_id for no key update;
  if promise.id is null then
    raise exception 'no such pledge' using errcode = 'foreign_key_violation', constraint = 'pledge_entry_pledge_id_fkey';
  end if;
  new.campaign_id := promise.campaign_id;
  new.body_id := promise.body_id;
  new.of_member := promise.person_id is not null;
  if new.counted_from_id is null then
    new.recorded_at := clock_timestamp();
  end if;
  if mod(new.amount, minor_unit(promise.unit, promise.currency)) <> 0 then
    raise exception 'the amount has more decimal places than its unit'
      using errcode = 'check_violation', constraint = 'pledge_entry_has_the_scale_of_its_unit';
  end if;
  if new.kind = 'AMENDMENT' then
    if new.effective_on < promise.pledged_on then
      raise exception 'an amendment takes effect after the pledge'
        using errcode = 'check_violation', constraint = 'pledge_amendment_follows_the_pledge';
    end if;
    if exists (
      select from (
        select sum(sum(amount)) over (order by effective_on) as amended
        from (
          select amount, effective_on from pledge_entry where pledge_id = new.pledge_id and kind in ('ORIGINAL', 'AMENDMENT')
          union all
          values (new.amount, new.effective_on)) delta
        group by effective_on) day
      where amended < 0) then
      raise exception 'amended below zero on some day'
        using errcode = 'check_violation', constraint = 'pledge_amount_is_not_negative';
    end if;
  elsif new.kind = 'FULFILMENT' and promise.type = 'TURNOUT' then
    raise exception 'turnout is counted at the action'
      using errcode = 'check_violation', constraint = 'pledge_of_turnout_is_fulfilled_at_its_action';
  elsif new.kind = 'CONDITION_MET' and promise.condition is null then
    raise exception 'the pledge has no condition'
      using errcode = 'check_violation', constraint = 'pledge_condition_is_there_to_be_met';
  elsif new.reverses_id is not null then
    select * into reversed from pledge_entry where id = new.reverses_id;
    if reversed.pledge_id is distinct from new.pledge_id or new.kind::text <> reversed.kind || '_REVERSAL'
      or (reversed.counted_from_id is not null and new.counted_from_id is null) then
      raise exception 'a reversal reverses a fulfilment or a write-off of its own pledge'
        using errcode = 'check_violation', constraint = 'pledge_reversal_is_of_its_kind';
    end if;
    if new.effective_on < reversed.effective_on then
      raise exception 'a reversal takes effect after what it reverses'
        using errcode = 'check_violation', constraint = 'pledge_reversal_follows_what_it_reverses';
    end if;
    if new.amount > reversed.amount - (
      select coalesce(sum(amount), 0) from pledge_entry where reverses_id = new.reverses_id) then
      raise exception 'more would be reversed than there was'
        using errcode = 'check_violation', constraint = 'pledge_reversal_is_at_most_what_it_reverses';
    end if;
  end if;
  return new;
end
$$;

-- What follows from a row of the ledger: the columns of the pledge that lists are ordered and filtered by, and, where
-- the pledge counts toward others, the same fulfilment in their ledgers.
create function refuse_half_pledge_entry() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
begin
  if new.kind = 'AMENDMENT' then
    update pledge set amount = amount + new.amount where id = new.pledge_id;
  elsif new.kind = 'CONFIRMED' then
    update pledge set confirmed_on = new.effective_on
    where id = new.pledge_id and confirmed_on is distinct from new.effective_on;
  elsif new.kind = 'CONDITION_MET' then
    update pledge set condition_met_on = new.effective_on where id = new.pledge_id;
  elsif new.kind in ('FULFILMENT', 'FULFILMENT_REVERSAL') and new.counted_from_id is null then
    insert into pledge_entry (pledge_id, kind, amount, effective_on, reason, method, reference, reverses_id,
      counted_from_id, recorded_at, recorded_by)
    select target, new.kind, new.amount, new.effective_on, new.reason, new.method, new.reference,
      (select id from pledge_entry where counted_from_id = new.reverses_id and pledge_id = target), new.id,
      new.recorded_at, new.recorded_by
    from pledge, unnest(counts_toward_ids) target
    where pledge.id = new.pledge_id;
  end if;
  return null;
end
$$;

grant create on schema crm to crm_ledger;
alter function refuse_wrong_pledge() owner to crm_ledger;
alter function refuse_pledge_without_original() owner to crm_ledger;
alter function refuse_wrong_pledge_entry() owner to crm_ledger;
alter function refuse_half_pledge_entry() owner to crm_ledger;
revoke create on schema crm from crm_ledger;

create trigger pledge_is_right before insert or update on pledge
  for each row execute function refuse_wrong_pledge();
create trigger pledge_has_an_original after insert on pledge
  for each row execute function refuse_pledge_without_original();
create trigger pledge_entry_is_right before insert on pledge_entry
  for each row execute function refuse_wrong_pledge_entry();
create trigger pledge_entry_is_whole after insert on pledge_entry
  for each row execute function refuse_half_pledge_entry();
create trigger pledge_entry_is_append_only before update or delete on pledge_entry
  for each row execute function refuse_change();
create trigger pledge_entry_is_never_emptied before truncate on pledge_entry
  for each statement execute function refuse_change();
create trigger pledge_turnout_is_append_only before update or delete on pledge_turnout
  for each row execute function refuse_change();
create trigger pledge_turnout_is_never_emptied before truncate on pledge_turnout
  for each statement execute function refuse_change();
create trigger pledge_due_change_is_append_only before update or delete on pledge_due_change
  for each row execute function refuse_change();
--rollback drop trigger pledge_turnout_is_never_emptied on pledge_turnout; drop trigger pledge_turnout_is_append_only on pledge_turnout; drop trigger pledge_due_change_is_append_only on pledge_due_change; drop trigger pledge_entry_is_never_emptied on pledge_entry; drop trigger pledge_entry_is_append_only on pledge_entry; drop trigger pledge_entry_is_whole on pledge_entry; drop trigger pledge_entry_is_right on pledge_entry; drop trigger pledge_has_an_original on pledge; drop trigger pledge_is_right on pledge; set role crm_ledger; drop function refuse_half_pledge_entry(); drop function refuse_wrong_pledge_entry(); drop function refuse_pledge_without_original(); drop function refuse_wrong_pledge(); set role crm_owner;
