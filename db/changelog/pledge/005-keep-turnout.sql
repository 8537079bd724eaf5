--liquibase formatted sql
--changeset solidarity:pledge-005 splitStatements:false
-- Who came to an action on behalf of a body, whoever is asking.
create function turnout_now(p_action uuid, p_body uuid) returns table (persons int, heads int, counted int)
stable security definer set search_path = crm, pg_temp language sql as $$
  select count(*)::int, coalesce(sum(someone.heads), 0)::int, coalesce((
    select count from headcount
    where action_id = p_action and body_id = p_body and counts
    order by id desc limit 1), 0)
  from (
    select 1 + max(guests) as heads
    from participation
    where action_id = p_action and body_id = p_body and outcome = 'ATTENDED'
    group by coalesce(person_id, id)) someone
$$;
revoke execute on function turnout_now(uuid, uuid) from public;
grant execute on function turnout_now(uuid, uuid) to crm_ledger, crm_owner;

-- Writes down what changed for the pledges of turnout at an action, of one body or, where that is null, of all. Only
-- whoever holds the lock of the action may call it.
create function keep_turnout(p_action uuid, p_body uuid) returns void
volatile security definer set search_path = crm, pg_temp language plpgsql as $$
declare
  promise pledge;
begin
  for promise in
    select p.*
    from action a
    join pledge p on p.campaign_id = a.campaign_id and p.action_id = a.id
    where a.id = p_action and (p_body is null or p.body_id = p_body)
    order by p.id
    for no key update of p
  loop
    insert into pledge_turnout (pledge_id, campaign_id, body_id, day, persons, heads, counted)
    select promise.id, promise.campaign_id, promise.body_id, day, sum(persons), sum(heads), sum(counted)
    from (
      select day, -persons as persons, -heads as heads, -counted as counted
      from pledge_turnout
      where pledge_id = promise.id
      union all
      select a.start_date, t.persons, t.heads, t.counted
      from action a
      cross join lateral turnout_now(a.id, promise.body_id) t
      where a.id = p_action) change
    group by day
    having (sum(persons), sum(heads), sum(counted)) <> (0, 0, 0);
  end loop;
end
$$;

create function refuse_turnout_not_kept() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
begin
  -- A new pledge and those who come at the same time do not see each other: one waits for the other, at the lock of the
  -- action, and reads what the other wrote when it has it. Those who come do not wait for each other here, but at the
  -- row of a pledge; whoever needs both takes the lock of the action first.
  if tg_table_name = 'pledge' then
    perform pg_advisory_xact_lock(hashtextextended('crm.turnout' || new.action_id, 0));
    perform keep_turnout(new.action_id, new.body_id);
  elsif tg_table_name = 'action' then
    perform pg_advisory_xact_lock_shared(hashtextextended('crm.turnout' || new.id, 0));
    perform keep_turnout(new.id, null);
  else
    perform pg_advisory_xact_lock_shared(hashtextextended('crm.turnout' || moved.action_id, 0))
    from (select old.action_id where tg_op <> 'INSERT' union select new.action_id where tg_op <> 'DELETE' order by 1) moved;
    if tg_op <> 'INSERT' then
      perform keep_turnout(old.action_id, old.body_id);
    end if;
    if tg_op <> 'DELETE' then
      perform keep_turnout(new.action_id, new.body_id);
    end if;
  end if;
  return null;
end
$$;
revoke execute on function keep_turnout(uuid, uuid) from public;
grant create on schema crm to crm_turnout, crm_ledger;
alter function turnout_now(uuid, uuid) owner to crm_turnout;
alter function keep_turnout(uuid, uuid) owner to crm_ledger;
alter function refuse_turnout_not_kept() owner to crm_ledger;
revoke create on schema crm from crm_turnout, crm_ledger;

-- After the triggers that write the first rows of the ledger, by its name.
create trigger pledge_keeps_turnout after insert on pledge
  for each row when (new.action_id is not null) execute function refuse_turnout_not_kept();
create trigger participation_is_turnout_when_new after insert on participation
  for each row when (new.outcome = 'ATTENDED') execute function refuse_turnout_not_kept();
create trigger participation_is_turnout after update of outcome, guests, body_id, person_id, action_id on participation
  for each row when (old.outcome is not distinct from 'ATTENDED' or new.outcome = 'ATTENDED')
  execute function refuse_turnout_not_kept();
create trigger participation_was_turnout after delete on participation
  for each row when (old.outcome = 'ATTENDED') execute function refuse_turnout_not_kept();
create trigger headcount_is_turnout after insert on headcount
  for each row when (new.body_id is not null and new.counts) execute function refuse_turnout_not_kept();
create trigger action_moves_turnout after update of start_date on action
  for each row when (old.start_date <> new.start_date) execute function refuse_turnout_not_kept();
--rollback drop trigger action_moves_turnout on action; drop trigger headcount_is_turnout on headcount; drop trigger participation_was_turnout on participation; drop trigger participation_is_turnout on participation; drop trigger participation_is_turnout_when_new on participation; drop trigger pledge_keeps_turnout on pledge; set role crm_ledger; drop function refuse_turnout_not_kept(); drop function keep_turnout(uuid, uuid); set role crm_turnout; drop function turnout_now(uuid, uuid); set role crm_owner;
