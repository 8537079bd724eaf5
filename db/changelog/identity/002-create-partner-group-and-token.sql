--liquibase formatted sql
--changeset solidarity:identity-002
create type token_scope as enum ('READ', 'SUBMIT');

create table partner_group (
  id uuid primary key default uuidv7(),
  name text not null constraint partner_group_name_is_given check (length(trim(name)) between 1 and 200),
  created_at timestamptz not null default now(),
  version int not null default 1
);
comment on table partner_group is 'An organization outside that may query what was shared with it.';
create unique index partner_group_name_is_unique on partner_group (lower(name));

create table api_token (
  id uuid primary key default uuidv7(),
  group_id uuid not null references partner_group,
  name text not null constraint api_token_name_is_given check (length(trim(name)) between 1 and 200),
  secret_hash bytea not null constraint api_token_secret_is_unique unique,
  scopes token_scope[] not null constraint api_token_has_a_scope check (cardinality(scopes) > 0),
  allowed_addresses text[] not null default '{}' constraint api_token_addresses_are_networks check (allowed_addresses::cidr[] is not null),
  created_at timestamptz not null default now(),
  created_by uuid references account,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_lives_at_most_a_year check (expires_at <= created_at + interval '366 days')
);
comment on column api_token.secret_hash is 'SHA-256 of the whole token; the token itself is shown once and never stored.';
comment on column api_token.allowed_addresses is 'Networks that may use the token; empty means any.';
create index api_token_group_id on api_token (group_id);
create index api_token_created_by on api_token (created_by);
grant select, insert, update on partner_group, api_token to crm_app;
--rollback drop table api_token; drop table partner_group; drop type token_scope;
