--liquibase formatted sql
--changeset solidarity:action-008 splitStatements:false
create type attendance_act as enum ('CHECKED_IN', 'MARKED_ABSENT', 'UNDONE');

create table attendance (
  id uuid primary key default uuidv7(),
  controller_id uuid not null,
  participation_id uuid not null,
  action_id uuid not null references action,
  act attendance_act not null,
  happened_at timestamptz not null,
  nonce text constraint attendance_nonce_is_short check (length(nonce) between 8 and 100),
  code_id uuid references check_in_code,
  reason text constraint attendance_reason_is_short check (length(trim(reason)) between 1 and 1000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint attendance_participation_fkey foreign key (controller_id, participation_id) references participation,
  constraint attendance_nonce_is_used_once unique (action_id, nonce),
  constraint attendance_check_in_has_a_nonce check ((act = 'CHECKED_IN') = (nonce is not null)),
  constraint attendance_is_undone_for_a_reason check ((act = 'UNDONE') = (reason is not null))
);
comment on table attendance is 'What was recorded of being there, append only; what came of a participation is what its last row says.';
comment on column attendance.nonce is 'Made by the device that checked in: sent again, it counts once, and not at all when it was undone meanwhile.';
comment on column attendance.code_id is 'The code by which someone without an account checked in.';
create index attendance_of_participation on attendance (controller_id, participation_id, id);
create index attendance_code_id on attendance (code_id);
grant select, insert on attendance to crm_app;

alter table attendance enable row level security, force row level security;
create policy attendance_is_seen_with_its_participation on attendance for select using (exists (
  select from participation p where p.controller_id = attendance.controller_id and p.id = attendance.participation_id));
create policy attendance_is_recorded_with_its_participation on attendance for insert with check (
  (select viewer_role()) in ('SYSTEM', 'STAFF', 'COORDINATOR') and exists (
    select from participation p where p.controller_id = attendance.controller_id and p.id = attendance.participation_id));
--rollback drop table attendance; drop type attendance_act;
