--liquibase formatted sql
--changeset solidarity:outreach-001 splitStatements:false
create type interaction_channel as enum ('PHONE', 'EMAIL', 'TEXT', 'VIDEO_CALL', 'MEETING', 'DOOR', 'LETTER', 'SOCIAL', 'OTHER');
create type interaction_direction as enum ('INBOUND', 'OUTBOUND');
create type interaction_outcome as enum ('REACHED', 'CALL_BACK', 'REFUSED', 'SENT', 'LEFT_MESSAGE', 'NO_ANSWER', 'WRONG_NUMBER', 'UNDELIVERABLE');

create table interaction (
  id uuid not null default uuidv7(),
  version int not null default 1,
  campaign_id uuid not null references campaign,
  body_id uuid references body,
  controller_id uuid,
  person_id uuid,
  channel interaction_channel not null,
  direction interaction_direction not null,
  at timestamptz not null,
  by_id uuid references account,
  outcome interaction_outcome not null,
  reached boolean not null generated always as (outcome in ('REACHED', 'CALL_BACK', 'REFUSED')) stored,
  call_back_after timestamptz,
  notes text constraint interaction_notes_are_short check (length(notes) <= 10000),
  action_needed text constraint interaction_action_needed_is_short check (length(action_needed) between 1 and 1000),
  action_taken text constraint interaction_action_taken_is_short check (length(action_taken) between 1 and 1000),
  retracted boolean not null default false,
  correction_reason text constraint interaction_correction_reason_is_short check (length(trim(correction_reason)) between 1 and 1000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (id, version),
  constraint interaction_person_fkey foreign key (controller_id, person_id) references person,
  constraint interaction_is_about_a_body_or_a_member check (
    num_nonnulls(body_id, person_id) = 1 and (controller_id is null) = (person_id is null)),
  constraint interaction_correction_gives_a_reason check ((version = 1) = (correction_reason is null)),
  constraint interaction_begins_with_what_happened check (version >= 1 and (version > 1 or not retracted)),
  constraint interaction_is_not_from_the_future check (at <= recorded_at + interval '5 minutes'),
  constraint interaction_call_back_comes_later check (call_back_after >= at),
  constraint interaction_call_back_says_when check (outcome <> 'CALL_BACK' or call_back_after is not null)
);
comment on table interaction is 'A contact with a body or a member, append only: a correction is the next version, with its reason.';
comment on column interaction.reached is 'Whether someone was spoken with; follows from the outcome.';
comment on column interaction.retracted is 'That it did not happen, or not with this body or member.';
create index interaction_campaign_id on interaction (campaign_id, at desc, id);
create index interaction_body_id on interaction (body_id, at desc, id);
create index interaction_person_id on interaction (controller_id, person_id, at desc);
create index interaction_of_person on interaction (person_id) where person_id is not null;
create index interaction_by_id on interaction (by_id, at desc);
grant select, insert on interaction to crm_app;

create function refuse_interaction_of_another_subject() returns trigger language plpgsql as $$
begin
  if new.version > 1 and not exists (
    select from interaction before
    where before.id = new.id and before.version = new.version - 1 and before.campaign_id = new.campaign_id
      and before.body_id is not distinct from new.body_id
      and before.controller_id is not distinct from new.controller_id
      and before.person_id is not distinct from new.person_id
      and before.by_id is not distinct from new.by_id) then
    raise exception 'a correction follows the version before it and is about the same body or member'
      using errcode = 'check_violation', constraint = 'interaction_keeps_its_subject';
  end if;
  return new;
end
$$;
create trigger interaction_keeps_its_subject before insert on interaction
  for each row execute function refuse_interaction_of_another_subject();

-- The latest version of each, which is the one that holds.
create view current_interaction with (security_invoker = true) as
  select * from interaction said
  where not exists (select from interaction later where later.id = said.id and later.version > said.version);
grant select on current_interaction to crm_app;
--rollback drop view current_interaction; drop table interaction; drop function refuse_interaction_of_another_subject(); drop type interaction_outcome; drop type interaction_direction; drop type interaction_channel;
