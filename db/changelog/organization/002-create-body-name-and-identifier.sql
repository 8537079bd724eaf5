--liquibase formatted sql
--changeset solidarity:organization-002
create type body_name_type as enum ('FORMER', 'ABBREVIATION', 'TRANSLATION', 'TRANSLITERATION', 'ALIAS');

create table body_name (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  type body_name_type not null,
  name text not null constraint body_name_name_is_given check (length(trim(name)) between 1 and 500),
  language text constraint body_name_language_is_a_tag check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  from_date date,
  to_date date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint body_name_ends_after_it_begins check (to_date >= from_date)
);
comment on column body_name.to_date is 'The first day it is no longer used; null: it is used on.';
create index body_name_body_id on body_name (body_id);
create index body_name_by_abbreviation on body_name (plain(name)) where type = 'ABBREVIATION';

create table body_identifier (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  scheme text not null constraint body_identifier_scheme_is_a_code check (scheme ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  value text not null constraint body_identifier_value_is_given check (length(trim(value)) between 1 and 200),
  verified boolean not null default false,
  from_date date,
  to_date date,
  source text constraint body_identifier_source_is_short check (length(source) <= 1000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint body_identifier_ends_after_it_begins check (to_date >= from_date)
);
comment on column body_identifier.to_date is 'The first day it no longer holds; null: it holds on.';
create index body_identifier_body_id on body_identifier (body_id);
create index body_identifier_look_up on body_identifier (scheme, value);
create unique index body_identifier_is_unique_where_verified on body_identifier (scheme, value) where verified and to_date is null;
grant select, insert, update on body_name, body_identifier to crm_app;
--rollback drop table body_identifier; drop table body_name; drop type body_name_type;
