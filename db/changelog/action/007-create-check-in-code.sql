--liquibase formatted sql
--changeset solidarity:action-007 splitStatements:false
create table check_in_key (
  id boolean primary key default true constraint check_in_key_is_one check (id),
  secret bytea not null constraint check_in_key_is_long check (length(secret) >= 32)
);
comment on table check_in_key is 'What the codes for check-ins are signed with, made with the database; another secret ends all codes when the servers have started again.';
insert into check_in_key (secret)
values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create table check_in_code (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null,
  action_id uuid not null,
  walk_ins boolean not null,
  issued_at timestamptz not null,
  issued_by uuid not null references account,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint check_in_code_action_fkey foreign key (campaign_id, action_id) references action (campaign_id, id),
  constraint check_in_code_is_short_lived check (expires_at > issued_at and expires_at <= issued_at + interval '24 hours')
);
comment on table check_in_code is 'Who stands at the door with a code checks people in at one action, and can read nothing.';
comment on column check_in_code.walk_ins is 'Whether it also counts those who have no participation, on behalf of the host.';
create index check_in_code_of_action on check_in_code (action_id, id desc);
create index check_in_code_action_fkey on check_in_code (campaign_id, action_id);
create index check_in_code_issued_by on check_in_code (issued_by);
grant select on check_in_key to crm_app;
grant select, insert, update (revoked_at) on check_in_code to crm_app;

alter table check_in_key enable row level security, force row level security;
create policy check_in_key_is_the_applications on check_in_key for select using ((select viewer_role()) = 'SYSTEM');
alter table check_in_code enable row level security, force row level security;
create policy check_in_code_for_the_application on check_in_code using ((select viewer_role()) = 'SYSTEM');
create policy check_in_code_for_whoever_works_on_the_campaign on check_in_code using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() in ('STAFF', 'COORDINATOR'))::uuid[]));
create policy check_in_code_for_the_auditor on check_in_code for select using ((select viewer_role()) = 'AUDITOR');
--rollback drop table check_in_code; drop table check_in_key;
