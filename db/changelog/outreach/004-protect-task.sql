--liquibase formatted sql
--changeset solidarity:outreach-004 splitStatements:false
-- A task about a body or a member is seen as an interaction with it is. One about neither is the campaign's: its staff
-- see it, and the coordinator whose task it is.
alter table task enable row level security, force row level security;
create policy task_is_visible on task for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or (controller_id is null and (select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[]) and (
    body_id = any((select bodies_of_account(viewer_account()))::uuid[])
    or controller_id = any((select controllers_of_account(viewer_account()))::uuid[])
    or (body_id is null and controller_id is null and assignee_id = (select viewer_account())))));
create policy task_is_made on task for insert with check (
  (select viewer_role()) = 'SYSTEM'
  or (controller_id is null and (select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[]) and (
    body_id = any((select bodies_of_account(viewer_account()))::uuid[])
    or controller_id = any((select controllers_of_account(viewer_account()))::uuid[])
    or (body_id is null and controller_id is null and assignee_id = (select viewer_account())))));
create policy task_is_changed on task for update using (
  (select viewer_role()) = 'SYSTEM'
  or (controller_id is null and (select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[]) and (
    body_id = any((select bodies_of_account(viewer_account()))::uuid[])
    or controller_id = any((select controllers_of_account(viewer_account()))::uuid[])
    or (body_id is null and controller_id is null and assignee_id = (select viewer_account())))));
--rollback drop policy task_is_changed on task; drop policy task_is_made on task; drop policy task_is_visible on task; alter table task no force row level security, disable row level security;
