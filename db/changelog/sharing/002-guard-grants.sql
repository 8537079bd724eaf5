--liquibase formatted sql
--changeset solidarity:sharing-002 splitStatements:false
-- A viewer sees what was granted to itself: the functions that tell its bodies run as the viewer.
alter table account_body enable row level security, force row level security;
create policy account_body_is_seen_by_its_account on account_body for select using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR')
  or account_id = (select viewer_account()));
create policy account_body_is_granted_by_administrators on account_body for insert with check (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));
create policy account_body_is_revoked_by_administrators on account_body for update using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));

alter table partner_body enable row level security, force row level security;
create policy partner_body_is_seen_by_its_group on partner_body for select using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR')
  or group_id = (select viewer_group()));
create policy partner_body_is_granted_by_administrators on partner_body for insert with check (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));
create policy partner_body_is_revoked_by_administrators on partner_body for update using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));
--rollback drop policy partner_body_is_revoked_by_administrators on partner_body; drop policy partner_body_is_granted_by_administrators on partner_body; drop policy partner_body_is_seen_by_its_group on partner_body; alter table partner_body no force row level security, disable row level security; drop policy account_body_is_revoked_by_administrators on account_body; drop policy account_body_is_granted_by_administrators on account_body; drop policy account_body_is_seen_by_its_account on account_body; alter table account_body no force row level security, disable row level security;
