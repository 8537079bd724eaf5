--liquibase formatted sql
--changeset solidarity:outreach-003 splitStatements:false
create type task_source as enum ('MANUAL', 'CALL_BACK', 'MEETING_REMINDER');
create type task_status as enum ('OPEN', 'COMPLETED', 'CANCELLED');

create table task (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  body_id uuid references body,
  controller_id uuid,
  person_id uuid,
  meeting_id uuid references body_meeting,
  source task_source not null default 'MANUAL',
  interaction_id uuid,
  subject text not null constraint task_subject_is_given check (length(trim(subject)) between 1 and 300),
  details text constraint task_details_are_short check (length(details) <= 5000),
  assignee_id uuid references account,
  due_on date,
  due_at timestamptz,
  completed_at timestamptz,
  completed_by uuid,
  completing_interaction_id uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancelled_because text constraint task_cancelled_because_is_short check (length(trim(cancelled_because)) between 1 and 1000),
  status task_status not null generated always as (case
    when completed_at is not null then 'COMPLETED'::task_status
    when cancelled_at is not null then 'CANCELLED'::task_status
    else 'OPEN'::task_status end) stored,
  created_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  first_version int not null generated always as (1) stored,
  constraint task_person_fkey foreign key (controller_id, person_id) references person,
  constraint task_interaction_fkey foreign key (interaction_id, first_version) references interaction,
  constraint task_completing_interaction_fkey foreign key (completing_interaction_id, first_version) references interaction,
  constraint task_is_about_a_body_or_a_member_or_neither check (
    num_nonnulls(body_id, person_id) <= 1 and (controller_id is null) = (person_id is null)),
  constraint task_is_due_on_a_day_or_at_a_moment check (num_nonnulls(due_on, due_at) <= 1),
  constraint task_ends_in_one_way check (num_nonnulls(completed_at, cancelled_at) <= 1),
  constraint task_is_completed_by_an_interaction_or_without check (completing_interaction_id is null or completed_at is not null),
  constraint task_cancellation_gives_a_reason check ((cancelled_at is null) = (cancelled_because is null)),
  constraint task_calls_back_for_an_interaction check ((source = 'CALL_BACK') = (interaction_id is not null)),
  constraint task_reminds_of_a_meeting check (source <> 'MEETING_REMINDER' or meeting_id is not null),
  constraint task_meeting_is_of_its_body check (meeting_id is null or body_id is not null)
);
comment on table task is 'Something that somebody is to do in a campaign. The status follows from whether it was completed or cancelled.';
comment on column task.first_version is 'What an interaction is referred to by beside its id: the version that it always has.';
create index task_campaign_id on task (campaign_id, status);
create index task_body_id on task (body_id);
create index task_person_id on task (controller_id, person_id);
create index task_of_person on task (person_id) where person_id is not null;
create index task_meeting_id on task (meeting_id);
create index task_assignee_id on task (assignee_id, status);
create index task_interaction_id on task (interaction_id, first_version);
create index task_completing_interaction_id on task (completing_interaction_id, first_version);
create unique index task_calls_back_once on task (interaction_id) where source = 'CALL_BACK';
create unique index task_reminds_once on task (campaign_id, meeting_id) where source = 'MEETING_REMINDER';
grant select, insert on task to crm_app;
grant update (assignee_id, due_on, due_at, completed_at, completed_by, completing_interaction_id, cancelled_at,
  cancelled_by, cancelled_because, version) on task to crm_app;

-- The moment at which it becomes overdue: its own, or the end of its day where the campaign is; null for never.
create function overdue_from(moment timestamptz, day date, zone text) returns timestamptz immutable parallel safe language sql
  return coalesce(moment, (day + 1)::timestamp at time zone zone);

-- Whether the account would see a task about this body, or about a member of this controller, or about neither, so that
-- it can be given to it. Staff and coordinators may ask that about each other, whose grants they do not see.
create function may_take_task(candidate uuid, of_campaign uuid, body uuid, controller uuid) returns boolean
volatile language plpgsql as $$
declare
  asking text := current_setting('crm.role');
  may boolean;
begin
  perform set_config('crm.role', 'SYSTEM', true);
  may := exists (
    select from account a
    join campaign_account w on w.account_id = a.id and w.campaign_id = of_campaign and w.revoked_at is null
    where a.id = candidate and a.status = 'ACTIVE' and case a.role
      when 'STAFF' then controller is null
      when 'COORDINATOR' then num_nonnulls(body, controller) = 0 or body = any(bodies_of_account(candidate))
        or controller = any(controllers_of_account(candidate))
      else false end);
  perform set_config('crm.role', asking, true);
  return may;
end
$$;
--rollback drop function may_take_task(uuid, uuid, uuid, uuid); drop function overdue_from(timestamptz, date, text); drop table task; drop type task_status; drop type task_source;
