--liquibase formatted sql
--changeset solidarity:endorsement-060 splitStatements:false
create table resolution_template (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  language text not null,
  version_id uuid not null references resolution_version,
  marked boolean not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid
);
comment on table resolution_template is 'Which wordings a campaign gives out to be filled in; the last word about a language counts. Append only.';
comment on column resolution_template.marked is 'False: from then on the campaign has no template in the language.';
create index resolution_template_campaign_id on resolution_template (campaign_id, lower(language), recorded_at desc, id desc);
create index resolution_template_version_id on resolution_template (version_id);
grant select, insert on resolution_template to crm_app;

alter table resolution_template enable row level security, force row level security;
create policy resolution_template_is_visible on resolution_template for select using (
  exists (select from resolution_version v where v.id = version_id));
create policy resolution_template_is_recorded_by_staff on resolution_template for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from resolution_version v where v.id = version_id));

-- The template of each campaign in each language.
create view current_template with (security_invoker = true) as
  select word.campaign_id, word.language, word.version_id from (
    select distinct on (campaign_id, lower(language)) campaign_id, lower(language) as language, version_id, marked
    from resolution_template
    order by campaign_id, lower(language), recorded_at desc, id desc) word
  where word.marked;
grant select on current_template to crm_app;
--rollback drop view current_template; drop table resolution_template;
