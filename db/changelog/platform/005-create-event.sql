--liquibase formatted sql
--changeset solidarity:platform-005 splitStatements:false
create table event (
  id uuid primary key default uuidv7(),
  number bigint not null generated always as identity,
  position bigint constraint event_position_is_unique unique,
  kind text not null constraint event_kind_is_a_word check (kind ~ '^[A-Za-z]{1,60}$'),
  topic_id uuid not null,
  subject_id uuid not null,
  part_id uuid,
  occurred_at timestamptz not null default clock_timestamp()
);
comment on table event is 'What subscribers are told of, written with what happened; ids only, nothing about persons.';
comment on column event.number is 'Rises with each event written, with holes: the order in which those wait that were not placed yet.';
comment on column event.position is 'The place in the order that subscribers are told in; null until the event was placed.';
comment on column event.kind is 'What happened, in the word that subscriptions have for it.';
comment on column event.topic_id is 'What subscribers listen to, such as a campaign.';
comment on column event.subject_id is 'What it happened to.';
comment on column event.part_id is 'The row that tells what happened, where there is one.';
create index event_to_be_placed on event (number) where position is null;
create index event_of_topic on event (topic_id, position);
create sequence event_position;

-- Written by whoever writes what happened; read by the application alone, which asks for each subscriber what that one
-- may see of it.
alter table event enable row level security, force row level security;
create policy event_is_told_by_all on event for insert with check (true);
create policy event_is_read_by_the_application on event for select using ((select viewer_role()) = 'SYSTEM');
create policy event_is_placed_by_the_application on event for update using ((select viewer_role()) = 'SYSTEM');
create policy event_is_forgotten_by_the_application on event for delete using ((select viewer_role()) = 'SYSTEM');
grant select, insert, delete on event to crm_app;
grant update (position) on event to crm_app;
grant insert on event to crm_ledger;
grant select, update on sequence event_position to crm_app;

-- Places events that have been committed since, at most so many, and says how many those were. An event gets its place
-- only here, one transaction at a time, and its writer is never waited for: whoever has read up to a place has missed
-- nothing before it, however long the transaction took that wrote an event. Numbers are taken with the row that an event
-- is about locked, so events about one thing keep their order.
create function place_events(most int) returns int volatile language plpgsql as $$
declare
  placed int := 0;
  last bigint;
begin
  if exists (select from event where position is null) then
    perform pg_advisory_xact_lock(hashtext('crm.event'));
    select case when is_called then last_value else 0 end into last from event_position;
    with waiting as (
      select id, row_number() over (order by number) as place
      from (select id, number from event where position is null order by number limit most) unplaced)
    update event set position = last + place from waiting where event.id = waiting.id;
    get diagnostics placed = row_count;
    if placed > 0 then
      perform setval('event_position', last + placed);
    end if;
  end if;
  return placed;
end
$$;

-- Forgets events from the oldest place on, at most so many, up to the first one that is to be kept: what is left has no
-- holes. Says how many those were.
create function forget_events(before timestamptz, most int) returns int volatile language plpgsql as $$
declare
  forgotten int;
begin
  delete from event where position <= (
    select max(position) from (
      select position, bool_and(occurred_at < before) over (order by position) as old
      from (select position, occurred_at from event where position is not null order by position limit most) oldest) run
    where old);
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;
--rollback drop function forget_events(timestamptz, int); drop function place_events(int); drop sequence event_position; drop table event;
