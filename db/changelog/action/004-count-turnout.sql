--liquibase formatted sql
--changeset solidarity:action-004 splitStatements:false
-- The answers and the turnout of actions, as far as the viewer may know them: a row for each action (body_id null) and
-- one for each body that came or answered. A coordinator is told of the bodies worked for, and the action's row sums
-- those; a partner group of all in the action's row, and of its own bodies. What counts fewer than 5 people is null for
-- a partner group, and so is an action's number that would give one away by what is left, and what is a part of another
-- number: how many accepted again, and how many of them came.
create function turnout_of_actions(p_actions uuid[]) returns table (
  id uuid, action_id uuid, body_id uuid, accepted bigint, tentative bigint, declined bigint, unanswered bigint,
  cancelled bigint, waitlisted bigint, reconfirmed bigint, show_rate numeric, checked_in bigint, no_show bigint, headcount bigint, crowd bigint, total bigint)
  stable security definer set search_path = crm, pg_temp language sql as $$
  with told as materialized (
    select viewer_role() as role,
      case viewer_role()
        when 'COORDINATOR' then bodies_of_account(viewer_account())
        when 'PARTNER' then bodies_of_group(viewer_group())
      end as bodies
  ), seen as materialized (
    select a.id, a.campaign_id
    from action a, told
    where a.id = any (p_actions)
      and case told.role
        when 'SYSTEM' then true
        when 'AUDITOR' then true
        when 'STAFF' then a.campaign_id = any (campaigns_of_account(viewer_account()))
        when 'COORDINATOR' then a.campaign_id = any (campaigns_of_account(viewer_account()))
        when 'PARTNER' then (a.visibility <> 'INTERNAL' or a.host_id = any (told.bodies))
          and a.campaign_id in (
            select campaign_id from campaign_share
            where group_id = viewer_group() and revoked_at is null and actions)
        else false
      end
  ), someone as (
    select p.action_id, p.body_id, grouping(p.body_id) = 1 as whole,
      1 + max(p.guests) filter (where p.rsvp = 'ACCEPTED') as accepted,
      1 + max(p.guests) filter (where p.rsvp = 'TENTATIVE') as tentative,
      max(1) filter (where p.rsvp = 'DECLINED') as declined,
      max(1) filter (where p.rsvp = 'NEEDS_ACTION') as unanswered,
      max(1) filter (where p.rsvp = 'CANCELLED') as cancelled,
      1 + max(p.guests) filter (where p.rsvp = 'WAITLISTED') as waitlisted,
      1 + max(p.guests) filter (where p.rsvp = 'ACCEPTED' and p.reconfirmed_at is not null) as reconfirmed,
      max(1) filter (where p.rsvp = 'ACCEPTED') as promised,
      max(1) filter (where p.rsvp = 'ACCEPTED')
        * max(1) filter (where p.outcome = 'ATTENDED') as kept,
      1 + max(p.guests) filter (where p.outcome = 'ATTENDED') as checked_in,
      max(1) filter (where p.outcome = 'NO_SHOW') as no_show
    from seen
    join participation p on p.campaign_id = seen.campaign_id and p.action_id = seen.id
    join told on told.role <> 'COORDINATOR' or p.body_id = any (told.bodies)
    group by grouping sets ((p.action_id, coalesce(p.person_id, p.id)), (p.action_id, p.body_id, coalesce(p.person_id, p.id)))
  ), cell as (
    select s.action_id, s.body_id, s.whole, c.name, coalesce(sum(c.heads), 0) as heads, count(c.heads) as persons
    from someone s
    cross join told
    cross join lateral (values ('accepted', s.accepted), ('tentative', s.tentative), ('declined', s.declined),
      ('unanswered', s.unanswered), ('cancelled', s.cancelled), ('waitlisted', s.waitlisted),
      ('reconfirmed', s.reconfirmed), ('promised', s.promised), ('kept', s.kept),
      ('checked_in', s.checked_in), ('no_show', s.no_show)) as c(name, heads)
    where s.whole or told.role <> 'PARTNER' or s.body_id = any (told.bodies)
    group by s.action_id, s.body_id, s.whole, c.name
  ), rest as (
    select action_id, name, coalesce(sum(persons) filter (where whole), 0)
      - coalesce(sum(persons) filter (where not whole and persons >= 5), 0) as persons
    from cell
    group by action_id, name
  ), shown as (
    select cell.action_id, cell.body_id, cell.name,
      case when told.role <> 'PARTNER' or cell.persons = 0
          or (cell.persons >= 5 and (not cell.whole or rest.persons = 0 or rest.persons >= 5))
        then cell.heads::bigint end as heads
    from cell
    join rest on rest.action_id = cell.action_id and rest.name = cell.name
    cross join told
  ), answers as (
    select action_id, body_id,
      max(heads) filter (where name = 'accepted') as accepted, max(heads) filter (where name = 'tentative') as tentative,
      max(heads) filter (where name = 'declined') as declined, max(heads) filter (where name = 'unanswered') as unanswered,
      max(heads) filter (where name = 'cancelled') as cancelled, max(heads) filter (where name = 'waitlisted') as waitlisted,
      max(heads) filter (where name = 'reconfirmed') as reconfirmed, max(heads) filter (where name = 'promised') as promised,
      max(heads) filter (where name = 'kept') as kept,
      max(heads) filter (where name = 'checked_in') as checked_in, max(heads) filter (where name = 'no_show') as no_show
    from shown
    group by action_id, body_id
  ), counted as (
    select distinct on (h.action_id, h.body_id) h.action_id, h.body_id, h.count
    from seen
    join headcount h on h.campaign_id = seen.campaign_id and h.action_id = seen.id
    join told on told.role <> 'COORDINATOR' or h.body_id is null or h.body_id = any (told.bodies)
    where h.counts
    order by h.action_id, h.body_id, h.id desc
  ), line as (
    select id as action_id, null::uuid as body_id from seen
    union
    select action_id, body_id from answers where body_id is not null
    union
    select c.action_id, c.body_id from counted c cross join told
    where c.body_id is not null and (told.role <> 'PARTNER' or c.body_id = any (told.bodies))
  ), numbered as (
    select l.action_id, l.body_id, a.action_id is null as silent, a.accepted, a.tentative, a.declined, a.unanswered,
      a.cancelled, a.waitlisted, a.reconfirmed, a.promised, a.kept, case when a.action_id is null then 0 else a.checked_in end as checked_in, a.no_show,
      coalesce((
        select sum(c.count) from counted c
        where c.action_id = l.action_id and c.body_id is not null and (l.body_id is null or c.body_id = l.body_id)
      ), 0)::bigint as headcount,
      case when l.body_id is null then (
        select c.count::bigint from counted c where c.action_id = l.action_id and c.body_id is null) end as crowd
    from line l
    left join answers a on a.action_id = l.action_id and a.body_id is not distinct from l.body_id
  )
  select md5(n.action_id || coalesce(n.body_id::text, ''))::uuid, n.action_id, n.body_id,
    case when silent then 0 else accepted end, case when silent then 0 else tentative end,
    case when silent then 0 else declined end, case when silent then 0 else unanswered end,
    case when silent then 0 else cancelled end, case when silent then 0 else waitlisted end,
    case when told.role = 'PARTNER' then null when silent then 0 else reconfirmed end,
    case when told.role <> 'PARTNER' and checked_in + no_show > 0 then round(kept::numeric / nullif(promised, 0), 4) end,
    checked_in, case when silent then 0 else no_show end, headcount, crowd,
    case when checked_in is not null then greatest(checked_in + headcount, crowd) end
  from numbered n
  cross join told
$$;

-- How many seats of an action, or of one of its shifts, are taken by those who accepted, with their guests.
create function seats_taken(p_action uuid, p_shift uuid) returns bigint
  stable security definer set search_path = crm, pg_temp language sql as $$
  select coalesce(sum(1 + p.guests), 0)
  from participation p
  where p.action_id = p_action and (p_shift is null or p.shift_id = p_shift) and p.rsvp = 'ACCEPTED'
    and (viewer_role() = 'SYSTEM' or (viewer_role() in ('STAFF', 'COORDINATOR')
      and p.campaign_id = any (campaigns_of_account(viewer_account()))))
$$;

-- Gives seats that became free to those who wait, in the order in which they came; who does not fit waits on. The
-- caller holds the lock of the action's row, and is told which participations they are, in their order.
create function promote_waiting(p_action uuid) returns uuid[]
  volatile security definer set search_path = crm, pg_temp language plpgsql as $$
declare
  waiting record;
  promoted uuid[] := '{}';
begin
  for waiting in
    select p.controller_id, p.id, p.shift_id, p.guests, a.capacity, s.capacity as shift_capacity
    from participation p
    join action a on a.id = p.action_id
    left join action_shift s on s.id = p.shift_id
    where p.action_id = p_action and p.rsvp = 'WAITLISTED' and a.status <> 'CANCELLED'
      and (viewer_role() = 'SYSTEM' or (viewer_role() in ('STAFF', 'COORDINATOR')
        and a.campaign_id = any (campaigns_of_account(viewer_account()))))
    order by p.rsvp_at, p.id
  loop
    if (waiting.capacity is null or seats_taken(p_action, null) + 1 + waiting.guests <= waiting.capacity)
      and (waiting.shift_capacity is null
        or seats_taken(p_action, waiting.shift_id) + 1 + waiting.guests <= waiting.shift_capacity) then
      update participation set rsvp = 'ACCEPTED', version = version + 1
      where controller_id = waiting.controller_id and id = waiting.id;
      promoted := promoted || waiting.id;
    end if;
  end loop;
  return promoted;
end
$$;

-- Whoever said again that they come, said it of another time: it no longer counts. The caller holds the lock of the
-- action's row.
create function ask_again(p_action uuid) returns void
  volatile security definer set search_path = crm, pg_temp language sql as $$
  update participation p set reconfirmed_at = null, version = version + 1
  where p.action_id = p_action and p.reconfirmed_at is not null
    and (viewer_role() = 'SYSTEM' or (viewer_role() in ('STAFF', 'COORDINATOR')
      and p.campaign_id = any (campaigns_of_account(viewer_account()))))
$$;

revoke execute on function turnout_of_actions(uuid[]), seats_taken(uuid, uuid), promote_waiting(uuid), ask_again(uuid)
  from public;
grant execute on function turnout_of_actions(uuid[]), seats_taken(uuid, uuid), promote_waiting(uuid), ask_again(uuid)
  to crm_app;
grant create on schema crm to crm_turnout;
alter function turnout_of_actions(uuid[]) owner to crm_turnout;
alter function seats_taken(uuid, uuid) owner to crm_turnout;
alter function promote_waiting(uuid) owner to crm_turnout;
alter function ask_again(uuid) owner to crm_turnout;
revoke create on schema crm from crm_turnout;
--rollback drop function ask_again(uuid); drop function promote_waiting(uuid); drop function seats_taken(uuid, uuid); drop function turnout_of_actions(uuid[]);
