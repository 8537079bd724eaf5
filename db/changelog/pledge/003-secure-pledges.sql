--liquibase formatted sql
--changeset solidarity:pledge-003 splitStatements:false
-- Whose pledges the viewer may see is asked once a statement, never once a row. The application itself and auditors see
-- all; staff those of the campaigns they work on; coordinators, of these, the ones of their bodies; partners, in the
-- campaigns shared with them, the ones of the bodies they speak for, and not what these bodies' members promise; nobody
-- else any.
create policy campaign_for_the_ledger on campaign for select to crm_ledger using (true);

alter table pledge enable row level security;
alter table pledge force row level security;
create policy pledge_for_the_ledger on pledge to crm_ledger using (true);
create policy pledge_for_all_to_see on pledge for select using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_of_the_system on pledge using ((select viewer_role()) = 'SYSTEM');
create policy pledge_of_the_campaign on pledge using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_of_the_body on pledge using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_of_the_partner on pledge for select using (
  person_id is null
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));
create policy pledge_from_the_partner on pledge for insert with check (
  person_id is null
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));

alter table pledge_entry enable row level security;
alter table pledge_entry force row level security;
create policy pledge_entry_for_the_ledger on pledge_entry to crm_ledger using (true);
create policy pledge_entry_for_all_to_see on pledge_entry for select
  using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_entry_of_the_system on pledge_entry using ((select viewer_role()) = 'SYSTEM');
create policy pledge_entry_of_the_campaign on pledge_entry using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_entry_of_the_body on pledge_entry using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_entry_of_the_partner on pledge_entry for select using (
  not of_member
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));

alter table pledge_due_change enable row level security;
alter table pledge_due_change force row level security;
create policy pledge_due_change_for_the_ledger on pledge_due_change to crm_ledger using (true);
create policy pledge_due_change_for_all_to_see on pledge_due_change for select
  using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_due_change_of_the_campaign on pledge_due_change for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_due_change_of_the_body on pledge_due_change for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_due_change_of_the_partner on pledge_due_change for select using (
  not of_member
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));

alter table pledge_turnout enable row level security;
alter table pledge_turnout force row level security;
create policy pledge_turnout_for_the_ledger on pledge_turnout to crm_ledger using (true);
create policy pledge_turnout_for_all_to_see on pledge_turnout for select
  using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_turnout_of_the_campaign on pledge_turnout for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_turnout_of_the_body on pledge_turnout for select using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_turnout_of_the_partner on pledge_turnout for select using (
  campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));
--rollback drop policy pledge_turnout_of_the_partner on pledge_turnout; drop policy pledge_turnout_of_the_body on pledge_turnout; drop policy pledge_turnout_of_the_campaign on pledge_turnout; drop policy pledge_turnout_for_all_to_see on pledge_turnout; drop policy pledge_turnout_for_the_ledger on pledge_turnout; alter table pledge_turnout no force row level security; alter table pledge_turnout disable row level security; drop policy pledge_due_change_of_the_partner on pledge_due_change; drop policy pledge_due_change_of_the_body on pledge_due_change; drop policy pledge_due_change_of_the_campaign on pledge_due_change; drop policy pledge_due_change_for_all_to_see on pledge_due_change; drop policy pledge_due_change_for_the_ledger on pledge_due_change; alter table pledge_due_change no force row level security; alter table pledge_due_change disable row level security; drop policy pledge_entry_of_the_partner on pledge_entry; drop policy pledge_entry_of_the_body on pledge_entry; drop policy pledge_entry_of_the_campaign on pledge_entry; drop policy pledge_entry_of_the_system on pledge_entry; drop policy pledge_entry_for_all_to_see on pledge_entry; drop policy pledge_entry_for_the_ledger on pledge_entry; alter table pledge_entry no force row level security; alter table pledge_entry disable row level security; drop policy pledge_from_the_partner on pledge; drop policy pledge_of_the_partner on pledge; drop policy pledge_of_the_body on pledge; drop policy pledge_of_the_campaign on pledge; drop policy pledge_of_the_system on pledge; drop policy pledge_for_all_to_see on pledge; drop policy pledge_for_the_ledger on pledge; alter table pledge no force row level security; alter table pledge disable row level security; drop policy campaign_for_the_ledger on campaign;
