--liquibase formatted sql
--changeset solidarity:outreach-002 splitStatements:false
-- An interaction with a body is its campaign's: staff who work on it, coordinators for their bodies. One with a member is
-- a person row: coordinators of its controller who work on the campaign. Auditors read all; nobody else anything.
alter table interaction enable row level security, force row level security;
create policy interaction_is_visible on interaction for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or (controller_id is null and (select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or (controller_id is null and (select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[]))
  or (controller_id is not null and (select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and controller_id = any((select controllers_of_account(viewer_account()))::uuid[])));
create policy interaction_is_recorded on interaction for insert with check (
  (select viewer_role()) = 'SYSTEM'
  or (controller_id is null and (select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or (controller_id is null and (select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[]))
  or (controller_id is not null and (select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and controller_id = any((select controllers_of_account(viewer_account()))::uuid[])));
--rollback drop policy interaction_is_recorded on interaction; drop policy interaction_is_visible on interaction; alter table interaction no force row level security, disable row level security;
