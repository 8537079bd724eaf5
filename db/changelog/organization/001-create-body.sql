--liquibase formatted sql
--changeset solidarity:organization-001
create type body_kind as enum (
  'INTERNATIONAL_UNION', 'NATIONAL_UNION', 'NATIONAL_CENTER', 'GLOBAL_UNION_FEDERATION', 'STATE_FEDERATION',
  'AREA_LABOR_FEDERATION', 'CENTRAL_LABOR_COUNCIL', 'TRADE_DEPARTMENT', 'INTERMEDIATE_BODY', 'LOCAL_UNION', 'CHAPTER',
  'ORGANIZING_COMMITTEE', 'CONSTITUENCY_GROUP', 'WORKER_CENTER', 'COMMUNITY_GROUP', 'FAITH_GROUP', 'STUDENT_GROUP',
  'COALITION', 'EMPLOYER', 'OTHER');
create type body_status as enum ('ACTIVE', 'TRUSTEESHIP', 'INACTIVE', 'MERGED', 'DISSOLVED');
create type visibility as enum ('INTERNAL', 'PARTNER', 'PUBLIC');
create type risk_level as enum ('LOW', 'ELEVATED', 'HIGH');

create table body (
  id uuid primary key default uuidv7(),
  kind body_kind not null,
  name text not null constraint body_name_is_given check (length(trim(name)) between 1 and 500),
  acronym text constraint body_acronym_is_short check (length(acronym) between 1 and 60),
  sort_name text collate "C" not null generated always as (plain(name)) stored,
  sort_acronym text collate "C" not null generated always as (coalesce(plain(acronym), '')) stored,
  original_name text constraint body_original_name_is_short check (length(original_name) between 1 and 500),
  original_language text constraint body_original_language_is_a_tag check (original_language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  transliteration text constraint body_transliteration_is_short check (length(transliteration) between 1 and 500),
  affiliation text constraint body_affiliation_is_short check (length(affiliation) between 1 and 60),
  designation text constraint body_designation_is_short check (length(designation) between 1 and 60),
  designation_prefix text constraint body_designation_prefix_is_short check (length(designation_prefix) between 1 and 30),
  designation_number text constraint body_designation_number_is_short check (length(designation_number) between 1 and 30),
  designation_suffix text constraint body_designation_suffix_is_short check (length(designation_suffix) between 1 and 30),
  unit_name text constraint body_unit_name_is_short check (length(unit_name) between 1 and 500),
  status body_status not null default 'ACTIVE',
  visibility visibility not null default 'INTERNAL',
  risk_level risk_level not null default 'LOW',
  country text constraint body_country_is_iso_3166_1 check (country ~ '^[A-Z]{2}$'),
  region text constraint body_region_is_iso_3166_2 check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  city text constraint body_city_is_short check (length(city) <= 200),
  language text constraint body_language_is_a_tag check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  time_zone text,
  currency text constraint body_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
  website text constraint body_website_is_http check (website ~ '^https?://' and length(website) <= 2000),
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  constraint body_region_lies_in_its_country check (region is null or left(region, 2) = country),
  constraint body_original_name_has_a_language check (original_name is null or original_language is not null)
);
comment on table body is 'Anything that can endorse, pledge or act.';
comment on column body.designation_number is 'As text: "10-1", "1199NE". With the affiliation it is no key.';
comment on column body.sort_name is 'The name without accents and case: what bodies are sorted by.';
create index body_by_name on body (sort_name, id);
create index body_by_acronym on body (sort_acronym, sort_name, id);
create index body_by_kind on body (kind, sort_name, id);
create index body_by_country on body (coalesce(country, ''), coalesce(region, ''), sort_name, id);
create index body_by_region on body (coalesce(region, ''), sort_name, id);
create index body_by_creation on body (created_at, id);
create index body_by_update on body (updated_at, id);
create index body_by_designation on body (lower(affiliation), lower(designation_number));
grant select, insert, update on body to crm_app;
--rollback drop table body; drop type risk_level; drop type visibility; drop type body_status; drop type body_kind;
