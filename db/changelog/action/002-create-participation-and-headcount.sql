--liquibase formatted sql
--changeset solidarity:action-002 splitStatements:false
create type rsvp_status as enum ('NEEDS_ACTION', 'ACCEPTED', 'TENTATIVE', 'DECLINED', 'CANCELLED', 'WAITLISTED');
create type participation_outcome as enum ('ATTENDED', 'NO_SHOW');
create type headcount_method as enum ('COUNTED', 'SIGN_IN_SHEET', 'PHOTOGRAPH', 'ESTIMATE', 'PRESS', 'POLICE', 'ORGANIZERS');

create table participation (
  controller_id uuid not null references body,
  id uuid not null default uuidv7(),
  campaign_id uuid not null,
  action_id uuid not null,
  person_id uuid,
  body_id uuid not null references body,
  shift_id uuid,
  rsvp rsvp_status not null default 'NEEDS_ACTION',
  rsvp_at timestamptz not null default now(),
  reconfirmed_at timestamptz,
  outcome participation_outcome,
  guests int not null default 0 constraint participation_guests_are_few check (guests between 0 and 100),
  checked_in_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  version int not null default 1,
  primary key (controller_id, id),
  constraint participation_action_fkey foreign key (campaign_id, action_id) references action (campaign_id, id),
  constraint participation_shift_fkey foreign key (action_id, shift_id) references action_shift (action_id, id),
  constraint participation_person_fkey foreign key (controller_id, person_id) references person,
  constraint participation_reconfirmed_is_accepted check (reconfirmed_at is null or rsvp = 'ACCEPTED'),
  constraint participation_attendance_has_a_time check ((outcome is not distinct from 'ATTENDED') = (checked_in_at is not null))
);
comment on table participation is 'A person, or someone without a name, at an action on behalf of a body; what was said and what came of it are two things.';
comment on column participation.controller_id is 'Whose record it is: the controller of the person, or the body where there is no name.';
comment on column participation.rsvp_at is 'When the answer was given or last changed; the waiting list goes by it.';
comment on column participation.reconfirmed_at is 'When whoever accepted said so again; null again when the answer, the shift or the time of the action changes.';
comment on column participation.outcome is 'Null is not absence.';
comment on column participation.checked_in_at is 'The earliest moment that a check-in which stands tells of, in whatever order they came.';
create unique index participation_is_recorded_once on participation (controller_id, action_id, person_id, shift_id)
  nulls not distinct where person_id is not null;
create index participation_by_id on participation (id);
create index participation_of_action on participation (campaign_id, action_id, body_id);
create index participation_person_id on participation (controller_id, person_id);
create index participation_body_id on participation (body_id);
create index participation_shift_id on participation (action_id, shift_id);
create index participation_waiting on participation (action_id, rsvp_at, id) where rsvp = 'WAITLISTED';

create table headcount (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null,
  action_id uuid not null,
  body_id uuid references body,
  count int not null constraint headcount_is_not_negative check (count between 0 and 100000000),
  low int constraint headcount_low_is_not_negative check (low >= 0),
  high int constraint headcount_high_is_bounded check (high <= 100000000),
  method headcount_method not null,
  counted_by text not null constraint headcount_counted_by_is_given check (length(trim(counted_by)) between 1 and 200),
  source text constraint headcount_source_is_short check (length(trim(source)) between 1 and 2000),
  counts boolean not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint headcount_action_fkey foreign key (campaign_id, action_id) references action (campaign_id, id),
  constraint headcount_lies_between_low_and_high check (low <= count and count <= high)
);
comment on table headcount is 'Who came without a name, counted; append only. Counts that contradict each other stay side by side.';
comment on column headcount.body_id is 'Those who came with this body and were not checked in; null: all who were there, checked in or not.';
comment on column headcount.counts is 'The last recorded row of an action and body of which this is true is the one that counts.';
create index headcount_of_action on headcount (campaign_id, action_id, body_id, id desc);
create index headcount_that_counts on headcount (action_id, body_id, id desc) where counts;
create index headcount_body_id on headcount (body_id);

grant select, insert on participation, headcount to crm_app;
grant update (shift_id, rsvp, rsvp_at, reconfirmed_at, outcome, guests, checked_in_at, version) on participation to crm_app;
--rollback drop table headcount; drop table participation; drop type headcount_method; drop type participation_outcome; drop type rsvp_status;
