--liquibase formatted sql
--changeset solidarity:member-003 splitStatements:false
-- Whose person rows the viewer may see is asked once a statement, never once a row. The application itself sees all;
-- a coordinator the rows of the controllers granted; an auditor all but contact points, to read; nobody else any.
alter table person enable row level security;
alter table person force row level security;
create policy person_of_the_controller on person using (
  (select viewer_role()) = 'SYSTEM'
  or controller_id = any ((select controllers_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy person_for_the_auditor on person for select using ((select viewer_role()) = 'AUDITOR');

alter table contact_point enable row level security;
alter table contact_point force row level security;
create policy contact_point_of_the_controller on contact_point using (
  (select viewer_role()) = 'SYSTEM'
  or controller_id = any ((select controllers_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));

alter table membership enable row level security;
alter table membership force row level security;
create policy membership_of_the_controller on membership using (
  (select viewer_role()) = 'SYSTEM'
  or controller_id = any ((select controllers_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy membership_for_the_auditor on membership for select using ((select viewer_role()) = 'AUDITOR');

alter table consent enable row level security;
alter table consent force row level security;
create policy consent_of_the_controller on consent using (
  (select viewer_role()) = 'SYSTEM'
  or controller_id = any ((select controllers_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy consent_for_the_auditor on consent for select using ((select viewer_role()) = 'AUDITOR');

alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_of_the_controller on assessment using (
  (select viewer_role()) = 'SYSTEM'
  or (controller_id = any ((select controllers_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
    and campaign_id = any ((select campaigns_of_account(viewer_account()))::uuid[])));
create policy assessment_for_the_auditor on assessment for select using ((select viewer_role()) = 'AUDITOR');
--rollback drop policy assessment_for_the_auditor on assessment; drop policy assessment_of_the_controller on assessment; drop policy consent_for_the_auditor on consent; drop policy consent_of_the_controller on consent; drop policy membership_for_the_auditor on membership; drop policy membership_of_the_controller on membership; drop policy contact_point_of_the_controller on contact_point; drop policy person_for_the_auditor on person; drop policy person_of_the_controller on person; alter table assessment no force row level security; alter table assessment disable row level security; alter table consent no force row level security; alter table consent disable row level security; alter table membership no force row level security; alter table membership disable row level security; alter table contact_point no force row level security; alter table contact_point disable row level security; alter table person no force row level security; alter table person disable row level security;
