--liquibase formatted sql
--changeset solidarity:identity-001
create type account_status as enum ('ACTIVE', 'DISABLED');

create table account (
  id uuid primary key default uuidv7(),
  email text not null constraint account_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  name text not null constraint account_name_is_given check (length(trim(name)) between 1 and 200),
  role role not null constraint account_is_a_person check (role not in ('PARTNER', 'SYSTEM')),
  password_hash text not null,
  status account_status not null default 'ACTIVE',
  last_sign_in_at timestamptz,
  signed_out_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
comment on table account is 'A person who signs in.';
comment on column account.signed_out_at is 'Sessions that began before it have ended.';
create unique index account_email_is_unique on account (lower(email));
grant select, insert, update on account to crm_app;
--rollback drop table account; drop type account_status;
