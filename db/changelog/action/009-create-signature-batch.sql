--liquibase formatted sql
--changeset solidarity:action-009 splitStatements:false
create type signature_medium as enum ('PAPER', 'ONLINE');

create table signature_batch (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null,
  action_id uuid not null,
  body_id uuid not null references body,
  medium signature_medium not null,
  signatures int not null constraint signature_batch_is_not_empty check (signatures between 1 and 100000000),
  sheets int constraint signature_batch_has_sheets check (sheets between 1 and 1000000),
  collected_on date not null,
  source text constraint signature_batch_source_is_short check (length(trim(source)) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint signature_batch_action_fkey foreign key (campaign_id, action_id) references action (campaign_id, id),
  constraint signature_batch_on_a_screen_has_no_sheets check (medium = 'PAPER' or sheets is null)
);
comment on table signature_batch is 'Signatures that a body collected for a petition, counted, without a name; append only.';
create index signature_batch_of_action on signature_batch (action_id, id desc);
create index signature_batch_action_fkey on signature_batch (campaign_id, action_id);
create index signature_batch_body_id on signature_batch (body_id);

create table signature_batch_void (
  batch_id uuid primary key references signature_batch,
  reason text not null constraint signature_batch_is_void_for_a_reason check (length(trim(reason)) between 1 and 1000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
comment on table signature_batch_void is 'A batch that does not count: counted wrongly, or twice; append only.';
grant select, insert on signature_batch, signature_batch_void to crm_app;

alter table signature_batch enable row level security, force row level security;
create policy signature_batch_for_the_application on signature_batch using ((select viewer_role()) = 'SYSTEM');
create policy signature_batch_for_staff on signature_batch using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy signature_batch_for_the_coordinator on signature_batch using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()))::uuid[]));
create policy signature_batch_for_the_auditor on signature_batch for select using ((select viewer_role()) = 'AUDITOR');
alter table signature_batch_void enable row level security, force row level security;
create policy signature_batch_void_is_seen_with_its_batch on signature_batch_void for select using (
  exists (select from signature_batch b where b.id = batch_id));
create policy signature_batch_void_is_recorded_with_its_batch on signature_batch_void for insert with check (
  (select viewer_role()) in ('SYSTEM', 'STAFF', 'COORDINATOR') and exists (select from signature_batch b where b.id = batch_id));
--rollback drop table signature_batch_void; drop table signature_batch; drop type signature_medium;
