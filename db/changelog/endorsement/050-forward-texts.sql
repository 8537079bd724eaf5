--liquibase formatted sql
--changeset solidarity:endorsement-050 splitStatements:false
create type forwarding_recipient as enum ('PARENT_BODY', 'CONVENTION', 'OTHER_BODY', 'OFFICIAL');

create table forwarding (
  id uuid primary key default uuidv7(),
  proceeding_id uuid not null references proceeding,
  recipient forwarding_recipient not null,
  body_id uuid references body,
  office text constraint forwarding_office_is_short check (length(trim(office)) between 1 and 300),
  forwarded_on date,
  evidence evidence not null,
  source_name text constraint forwarding_source_name_is_short check (length(source_name) between 1 and 500),
  source_url text constraint forwarding_source_url_is_http check (source_url ~ '^https?://' and length(source_url) <= 2000),
  note text constraint forwarding_note_is_short check (length(note) <= 2000),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  constraint forwarding_goes_to_a_body_or_to_an_office check (
    (recipient = 'OFFICIAL') = (office is not null) and (recipient <> 'OFFICIAL') = (body_id is not null)),
  constraint forwarding_without_a_day_names_its_source check (forwarded_on is not null or source_name is not null)
);
comment on table forwarding is 'That a body sent its text on to another body or to an official; no endorsement by whoever received it. Append only.';
create index forwarding_proceeding_id on forwarding (proceeding_id);
create index forwarding_body_id on forwarding (body_id);
grant select, insert on forwarding to crm_app;

create table forwarding_result (
  forwarding_id uuid constraint forwarding_has_one_result primary key references forwarding,
  proceeding_id uuid not null references proceeding,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid
);
comment on table forwarding_result is 'The proceeding in which the receiving body took the text up; one may come of many forwardings. Append only.';
create index forwarding_result_proceeding_id on forwarding_result (proceeding_id);
grant select, insert on forwarding_result to crm_app;

create table forwarding_retraction (
  forwarding_id uuid constraint forwarding_is_retracted_once primary key references forwarding,
  reason text not null constraint forwarding_retraction_gives_a_reason check (length(trim(reason)) between 1 and 5000),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid
);
comment on table forwarding_retraction is 'That a forwarding did not happen as it was recorded, and why. Append only.';
grant select, insert on forwarding_retraction to crm_app;

-- Whoever sees the proceeding sees where it was forwarded to; staff and the application add to it.
alter table forwarding enable row level security, force row level security;
create policy forwarding_is_visible on forwarding for select using (
  exists (select from proceeding p where p.id = proceeding_id));
create policy forwarding_is_recorded_by_staff on forwarding for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from proceeding p where p.id = proceeding_id));

alter table forwarding_result enable row level security, force row level security;
create policy forwarding_result_is_visible on forwarding_result for select using (
  exists (select from forwarding f where f.id = forwarding_id) and exists (select from proceeding p where p.id = proceeding_id));
create policy forwarding_result_is_recorded_by_staff on forwarding_result for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from forwarding f where f.id = forwarding_id)
    and exists (select from proceeding p where p.id = proceeding_id));

alter table forwarding_retraction enable row level security, force row level security;
create policy forwarding_retraction_is_visible on forwarding_retraction for select using (
  exists (select from forwarding f where f.id = forwarding_id));
create policy forwarding_retraction_is_recorded_by_staff on forwarding_retraction for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from forwarding f where f.id = forwarding_id));
-- Subscribers are told of it as of what else happens to the proceeding.
create function tell_of_forwarding() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id)
  select 'endorsementChanged', campaign_id, id from proceeding where id = new.proceeding_id;
  return null;
end
$$;
create trigger forwarding_is_told_of after insert on forwarding
  for each row execute function tell_of_forwarding();
--rollback drop table forwarding_retraction; drop table forwarding_result; drop table forwarding; drop function tell_of_forwarding(); drop type forwarding_recipient;
