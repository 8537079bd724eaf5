--liquibase formatted sql
--changeset solidarity:endorsement-005 splitStatements:false
-- The campaigns whose endorsements a partner group was shown.
create function endorsements_of_group(partner uuid) returns uuid[] stable parallel safe language sql as $$
  select coalesce(array_agg(campaign_id), '{}') from campaign_share
  where group_id = partner and revoked_at is null and endorsements
$$;

alter table proceeding enable row level security, force row level security;
create policy proceeding_is_visible on proceeding for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[]))
  or ((select viewer_role()) = 'PARTNER' and campaign_id = any((select endorsements_of_group(viewer_group()))::uuid[])
    and visibility <> 'INTERNAL' and exists (
      select from body b where b.id = body_id
        and (b.visibility <> 'INTERNAL' or b.id = any((select bodies_of_group(viewer_group()))::uuid[])))));
create policy proceeding_is_recorded_by_staff on proceeding for insert with check (
  viewer_role() = 'SYSTEM' or (viewer_role() = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));
create policy proceeding_is_changed_by_staff on proceeding for update using (
  viewer_role() = 'SYSTEM' or (viewer_role() = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));

-- Whoever sees a proceeding sees its history and its votes; staff and the application add to them.
alter table stage_event enable row level security, force row level security;
create policy stage_event_is_visible on stage_event for select using (
  exists (select from proceeding p where p.id = proceeding_id));
create policy stage_event_is_recorded_by_staff on stage_event for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from proceeding p where p.id = proceeding_id));

alter table vote enable row level security, force row level security;
create policy vote_is_visible on vote for select using (
  exists (select from proceeding p where p.id = proceeding_id));
create policy vote_is_recorded_by_staff on vote for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from proceeding p where p.id = proceeding_id));

alter table resolution enable row level security, force row level security;
create policy resolution_is_visible on resolution for select using (
  viewer_role() in ('SYSTEM', 'AUDITOR')
  or (viewer_role() in ('STAFF', 'COORDINATOR') and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or (viewer_role() = 'PARTNER' and campaign_id = any((select endorsements_of_group(viewer_group()))::uuid[])));
create policy resolution_is_recorded_by_staff on resolution for insert with check (
  viewer_role() = 'SYSTEM' or (viewer_role() = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));

alter table resolution_version enable row level security, force row level security;
create policy resolution_version_is_visible on resolution_version for select using (
  exists (select from resolution r where r.id = resolution_id));
create policy resolution_version_is_recorded_by_staff on resolution_version for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from resolution r where r.id = resolution_id));
--rollback alter table resolution_version no force row level security, disable row level security; drop policy resolution_version_is_visible on resolution_version; drop policy resolution_version_is_recorded_by_staff on resolution_version; alter table resolution no force row level security, disable row level security; drop policy resolution_is_visible on resolution; drop policy resolution_is_recorded_by_staff on resolution; alter table vote no force row level security, disable row level security; drop policy vote_is_visible on vote; drop policy vote_is_recorded_by_staff on vote; alter table stage_event no force row level security, disable row level security; drop policy stage_event_is_visible on stage_event; drop policy stage_event_is_recorded_by_staff on stage_event; alter table proceeding no force row level security, disable row level security; drop policy proceeding_is_visible on proceeding; drop policy proceeding_is_recorded_by_staff on proceeding; drop policy proceeding_is_changed_by_staff on proceeding; drop function endorsements_of_group(uuid);
