--liquibase formatted sql
--changeset solidarity:endorsement-001 splitStatements:false
create table resolution (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  created_at timestamptz not null default now(),
  created_by uuid
);
comment on table resolution is 'A text that bodies are asked to adopt; what it says stands in its versions.';
create index resolution_campaign_id on resolution (campaign_id);

create table resolution_version (
  id uuid primary key default uuidv7(),
  resolution_id uuid not null references resolution,
  number int not null constraint resolution_version_number_is_positive check (number > 0),
  language text not null constraint resolution_version_language_is_a_tag check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  title text not null constraint resolution_version_title_is_given check (length(trim(title)) between 1 and 500),
  text text not null constraint resolution_version_text_is_given check (length(trim(text)) between 1 and 100000),
  made_from uuid references resolution_version,
  content_hash text not null constraint resolution_version_hash_is_sha_256 check (content_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint resolution_version_has_one_text_a_language unique (resolution_id, number, language)
);
comment on table resolution_version is 'Wordings, append only: a change is a new number, a translation the same number in another language.';
comment on column resolution_version.made_from is 'The template that was filled in; null where it was written by itself.';
create index resolution_version_made_from on resolution_version (made_from);
comment on column resolution_version.content_hash is 'SHA-256 of title, line feed and text in UTF-8, in hexadecimal.';
grant select, insert on resolution, resolution_version to crm_app;
--rollback drop table resolution_version; drop table resolution;
