--liquibase formatted sql
--changeset solidarity:action-003 splitStatements:false
-- Coordinators see who takes part on behalf of their bodies, or is a member of theirs; staff who takes part without a
-- name; auditors all, to read; nobody else anyone. What follows in 004 counts for those who may only know the number.
alter table participation enable row level security;
alter table participation force row level security;
create policy participation_for_the_application on participation
  using ((select viewer_role()) = 'SYSTEM');
create policy participation_for_the_coordinator on participation using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and (body_id = any ((select bodies_of_account(viewer_account()))::uuid[])
    or controller_id = any ((select controllers_of_account(viewer_account()))::uuid[]))
) with check (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and (case when person_id is null then controller_id = any ((select bodies_of_account(viewer_account()))::uuid[])
    else controller_id = any ((select controllers_of_account(viewer_account()))::uuid[]) end));
create policy participation_for_staff on participation using (
  person_id is null
  and campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy participation_for_the_auditor on participation for select using ((select viewer_role()) = 'AUDITOR');
create policy participation_to_be_counted on participation for select to crm_turnout using (true);
create policy participation_to_be_promoted on participation for update to crm_turnout using (true);

alter table headcount enable row level security;
alter table headcount force row level security;
create policy headcount_for_the_application on headcount
  using ((select viewer_role()) = 'SYSTEM');
create policy headcount_for_the_coordinator on headcount using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and (body_id is null or body_id = any ((select bodies_of_account(viewer_account()))::uuid[])));
create policy headcount_for_staff on headcount using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy headcount_for_the_auditor on headcount for select using ((select viewer_role()) = 'AUDITOR');
create policy headcount_to_be_counted on headcount for select to crm_turnout using (true);

grant select on participation, headcount, action, action_shift, account_body, partner_body, body_relation,
  campaign_account, campaign_share to crm_turnout;
grant update (rsvp, rsvp_at, reconfirmed_at, version) on participation to crm_turnout;
--rollback revoke all on participation, headcount, action, action_shift, account_body, partner_body, body_relation, campaign_account, campaign_share from crm_turnout; drop policy headcount_to_be_counted on headcount; drop policy headcount_for_the_auditor on headcount; drop policy headcount_for_staff on headcount; drop policy headcount_for_the_coordinator on headcount; drop policy headcount_for_the_application on headcount; drop policy participation_to_be_promoted on participation; drop policy participation_to_be_counted on participation; drop policy participation_for_the_auditor on participation; drop policy participation_for_staff on participation; drop policy participation_for_the_coordinator on participation; drop policy participation_for_the_application on participation; alter table headcount no force row level security; alter table headcount disable row level security; alter table participation no force row level security; alter table participation disable row level security;
