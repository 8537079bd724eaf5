--liquibase formatted sql
--changeset solidarity:endorsement-030 splitStatements:false
create type endorser_material_kind as enum ('QUOTE', 'LOGO');
create type listing_decision as enum ('GIVEN', 'WITHDRAWN');

create table endorser_list (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign constraint endorser_list_is_one_a_campaign unique,
  slug text not null constraint endorser_list_slug_is_of_one_list unique
    constraint endorser_list_slug_is_a_word check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 80),
  title text not null constraint endorser_list_title_is_given check (length(trim(title)) between 1 and 300),
  open boolean not null default true,
  created_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1
);
comment on table endorser_list is 'The list of who endorses a campaign that anyone may read, where it is open.';
grant select, insert on endorser_list to crm_app;
grant update (slug, title, open, version) on endorser_list to crm_app;

create table endorser_material (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  body_id uuid not null references body,
  kind endorser_material_kind not null,
  quote text constraint endorser_material_quote_is_short check (length(quote) between 1 and 1000),
  speaker text constraint endorser_material_speaker_is_short check (length(speaker) between 1 and 200),
  language text constraint endorser_material_language_is_a_tag check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  media_type text constraint endorser_material_is_a_picture check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  image bytea constraint endorser_material_image_is_small check (length(image) between 1 and 102400),
  alternative_text text constraint endorser_material_alternative_text_is_short check (length(alternative_text) between 1 and 300),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  constraint endorser_material_is_whole check (
    (kind = 'QUOTE') = (quote is not null) and (kind = 'LOGO') = (image is not null)
    and (kind = 'LOGO') = (media_type is not null) and (kind = 'LOGO') = (alternative_text is not null))
);
comment on table endorser_material is 'What a body said, or its sign, for the public list; shown only while the body permits it. Append only.';
create index endorser_material_campaign_id on endorser_material (campaign_id, body_id, kind, recorded_at);
create index endorser_material_body_id on endorser_material (body_id);
grant select, insert on endorser_material to crm_app;

create table listing_permission (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  body_id uuid not null references body,
  material_id uuid references endorser_material,
  decision listing_decision not null,
  given_by text not null constraint listing_permission_names_who_gave_it check (length(trim(given_by)) between 1 and 200),
  note text constraint listing_permission_note_is_short check (length(note) <= 2000),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid
);
comment on table listing_permission is 'What bodies permit of themselves in the public list; the last word about a thing counts. Append only.';
comment on column listing_permission.material_id is 'Null: about the name itself, which is listed unless that is withdrawn.';
create index listing_permission_campaign_id on listing_permission (campaign_id, body_id, material_id, recorded_at);
create index listing_permission_body_id on listing_permission (body_id);
create index listing_permission_material_id on listing_permission (material_id);
grant select, insert on listing_permission to crm_app;

alter table endorser_list enable row level security, force row level security;
create policy endorser_list_is_visible on endorser_list for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) in ('STAFF', 'COORDINATOR') and campaign_id = any((select campaigns_of_viewer())::uuid[])));
create policy endorser_list_is_published_by_staff on endorser_list for insert with check (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));
create policy endorser_list_is_changed_by_staff on endorser_list for update using (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));

alter table endorser_material enable row level security, force row level security;
create policy endorser_material_is_visible on endorser_material for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[])));
create policy endorser_material_is_recorded_by_staff on endorser_material for insert with check (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));

alter table listing_permission enable row level security, force row level security;
create policy listing_permission_is_visible on listing_permission for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[])));
create policy listing_permission_is_recorded_by_staff on listing_permission for insert with check (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));
--rollback drop table listing_permission; drop table endorser_material; drop table endorser_list; drop type listing_decision; drop type endorser_material_kind;
