--liquibase formatted sql
--changeset solidarity:sharing-001 splitStatements:false
-- Grants name bodies that a later module creates; that module adds the foreign keys.
create table account_body (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  body_id uuid not null,
  with_members boolean not null default false,
  granted_at timestamptz not null default now(),
  granted_by uuid,
  revoked_at timestamptz
);
comment on table account_body is 'The bodies that a coordinator works for, each with its subtree.';
comment on column account_body.with_members is 'Whether the person rows that these bodies control come with them.';
create unique index account_body_is_granted_once on account_body (account_id, body_id) where revoked_at is null;
create index account_body_body_id on account_body (body_id);

create table partner_body (
  id uuid primary key default uuidv7(),
  group_id uuid not null references partner_group,
  body_id uuid not null,
  granted_at timestamptz not null default now(),
  granted_by uuid,
  revoked_at timestamptz
);
comment on table partner_body is 'The bodies that a partner group speaks for and may submit for.';
create unique index partner_body_is_granted_once on partner_body (group_id, body_id) where revoked_at is null;
create index partner_body_body_id on partner_body (body_id);
grant select, insert, update on account_body, partner_body to crm_app;

create function bodies_of_group(partner uuid) returns uuid[] stable parallel safe language sql as $$
  select coalesce(array_agg(body_id), '{}') from partner_body where group_id = partner and revoked_at is null
$$;
--rollback drop function bodies_of_group(uuid); drop table partner_body; drop table account_body;
