--liquibase formatted sql
--changeset solidarity:outreach-005 splitStatements:false
create table tag (
  id uuid primary key default uuidv7(),
  campaign_id uuid references campaign,
  label text not null constraint tag_label_is_given check (length(trim(label)) between 1 and 60),
  colour text constraint tag_colour_is_rgb check (colour ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now(),
  created_by uuid,
  retired_at timestamptz,
  retired_by uuid,
  version int not null default 1
);
comment on table tag is 'A word that bodies are sorted by, in one campaign or, without one, in all.';
create unique index tag_label_is_unique on tag (campaign_id, plain(label)) nulls not distinct where retired_at is null;

create table body_tag (
  id uuid primary key default uuidv7(),
  tag_id uuid not null references tag,
  body_id uuid not null references body,
  tagged_at timestamptz not null default now(),
  tagged_by uuid,
  untagged_at timestamptz,
  untagged_by uuid,
  constraint body_tag_ends_by_whoever_took_it_off check (untagged_by is null or untagged_at is not null)
);
comment on table body_tag is 'That a body has a tag, from when to when; a row ends once and a new one begins where it is tagged again.';
create unique index body_tag_is_put_on_once on body_tag (tag_id, body_id) where untagged_at is null;
create index body_tag_tag_id on body_tag (tag_id);
create index body_tag_body_id on body_tag (body_id);
grant select, insert on tag, body_tag to crm_app;
grant update (label, colour, retired_at, retired_by, version) on tag to crm_app;
grant update (untagged_at, untagged_by) on body_tag to crm_app;

-- How bodies are judged is not shown to partner groups, whatever they see of a campaign.
alter table tag enable row level security, force row level security;
create policy tag_is_visible on tag for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) in ('STAFF', 'COORDINATOR')
    and (campaign_id is null or campaign_id = any((select campaigns_of_viewer())::uuid[]))));
create policy tag_is_made_by_staff on tag for insert with check (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF'
    and (campaign_id is null or campaign_id = any((select campaigns_of_viewer())::uuid[]))));
create policy tag_is_changed_by_staff on tag for update using (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF'
    and (campaign_id is null or campaign_id = any((select campaigns_of_viewer())::uuid[]))));

alter table body_tag enable row level security, force row level security;
create policy body_tag_is_visible on body_tag for select using (
  exists (select from tag t where t.id = tag_id)
  and ((select viewer_role()) <> 'COORDINATOR' or body_id = any((select bodies_of_account(viewer_account()))::uuid[])));
create policy body_tag_is_put_on on body_tag for insert with check (
  exists (select from tag t where t.id = tag_id)
  and ((select viewer_role()) in ('SYSTEM', 'STAFF')
    or ((select viewer_role()) = 'COORDINATOR' and body_id = any((select bodies_of_account(viewer_account()))::uuid[]))));
create policy body_tag_is_taken_off on body_tag for update using (
  exists (select from tag t where t.id = tag_id)
  and ((select viewer_role()) in ('SYSTEM', 'STAFF')
    or ((select viewer_role()) = 'COORDINATOR' and body_id = any((select bodies_of_account(viewer_account()))::uuid[]))));
--rollback drop table body_tag; drop table tag;
