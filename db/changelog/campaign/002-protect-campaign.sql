--liquibase formatted sql
--changeset solidarity:campaign-002 splitStatements:false
-- An id to give a row that its own insert cannot return, because it becomes visible only by a grant that follows.
create function new_id() returns uuid volatile parallel safe language sql return uuidv7();

alter table campaign enable row level security, force row level security;
create policy campaign_is_visible on campaign for select using (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR') or id = any((select campaigns_of_viewer())::uuid[]));
create policy campaign_is_recorded_by_staff on campaign for insert with check (viewer_role() in ('SYSTEM', 'STAFF'));
create policy campaign_is_changed_by_its_staff on campaign for update using (
  viewer_role() = 'SYSTEM' or (viewer_role() = 'STAFF' and id = any((select campaigns_of_viewer())::uuid[])));

-- A target shows what a campaign is about to do: partners never see one, coordinators those of their bodies.
alter table campaign_target enable row level security, force row level security;
create policy campaign_target_is_visible on campaign_target for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[])));
create policy campaign_target_is_recorded_by_staff on campaign_target for insert with check (
  viewer_role() = 'SYSTEM' or (viewer_role() = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));
create policy campaign_target_is_changed_by_staff on campaign_target for update using (
  viewer_role() = 'SYSTEM' or (viewer_role() = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));

-- Grants: everyone sees their own. Whoever creates a campaign works on it, so staff may grant themselves.
alter table campaign_account enable row level security, force row level security;
create policy campaign_account_is_visible on campaign_account for select using (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR') or account_id = viewer_account());
create policy campaign_account_is_granted on campaign_account for insert with check (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR') or (viewer_role() = 'STAFF' and account_id = viewer_account()));
create policy campaign_account_is_revoked on campaign_account for update using (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR'));

alter table campaign_share enable row level security, force row level security;
create policy campaign_share_is_visible on campaign_share for select using (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR') or group_id = viewer_group());
create policy campaign_share_is_granted on campaign_share for insert with check (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR'));
create policy campaign_share_is_revoked on campaign_share for update using (
  viewer_role() in ('SYSTEM', 'ADMINISTRATOR'));

-- Whether the account works on the campaign: the one thing about other people's grants that staff may ask.
create function works_on_campaign(account uuid, campaign uuid) returns boolean volatile language plpgsql as $$
declare
  asking text := current_setting('crm.role');
  works boolean;
begin
  perform set_config('crm.role', 'SYSTEM', true);
  works := exists (select from campaign_account
    where account_id = account and campaign_id = campaign and revoked_at is null);
  perform set_config('crm.role', asking, true);
  return works;
end
$$;

-- Two changes of one campaign's shares at once would both end the old one and both make a new one.
create function lock_campaign(campaign uuid) returns void volatile language sql as $$
  select pg_advisory_xact_lock(hashtext('crm.campaign_share'), hashtext(campaign::text))
$$;
--rollback drop function lock_campaign(uuid); drop function new_id(); drop function works_on_campaign(uuid, uuid); alter table campaign_share no force row level security, disable row level security; drop policy campaign_share_is_visible on campaign_share; drop policy campaign_share_is_granted on campaign_share; drop policy campaign_share_is_revoked on campaign_share; alter table campaign_account no force row level security, disable row level security; drop policy campaign_account_is_visible on campaign_account; drop policy campaign_account_is_granted on campaign_account; drop policy campaign_account_is_revoked on campaign_account; alter table campaign_target no force row level security, disable row level security; drop policy campaign_target_is_visible on campaign_target; drop policy campaign_target_is_recorded_by_staff on campaign_target; drop policy campaign_target_is_changed_by_staff on campaign_target; alter table campaign no force row level security, disable row level security; drop policy campaign_is_visible on campaign; drop policy campaign_is_recorded_by_staff on campaign; drop policy campaign_is_changed_by_its_staff on campaign;
