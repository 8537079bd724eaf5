-- The roles of Solidarity CRM. Run it as a superuser in the database crm of any PostgreSQL from 17 on:
--
--   createdb crm && psql -d crm -1 -f db/roles.sql
--
-- It can be run again at any time and never touches a password. The embedded PostgreSQL runs it at every start and
-- sets the passwords itself; on any other server the operator sets them once:
--
--   alter role crm_migrator login password '…';
--   alter role crm_app login password '…';
--   alter role crm_report login password '…';   -- only if someone reads reports with it

do $$
begin
  if current_setting('server_version_num')::int < 170000 then
    raise exception 'Solidarity CRM needs PostgreSQL 17 or later; this is %', current_setting('server_version');
  end if;
end
$$;

-- Only what is missing is created, and nobody can log in until given a password.
do $$
declare
  name text;
begin
  foreach name in array array['crm_owner', 'crm_migrator', 'crm_app', 'crm_turnout', 'crm_ledger', 'crm_report'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I', name);
    end if;
  end loop;
end
$$;

-- crm_owner owns the database, the schema crm and all that is in it. Nobody logs in as it.
alter role crm_owner
  with nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- crm_migrator runs Liquibase. It becomes crm_owner as soon as it is connected, so what it makes is crm_owner's.
alter role crm_migrator
  with nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
grant crm_owner to crm_migrator with inherit true, set true, admin false;
alter role crm_migrator set role = 'crm_owner';
alter role crm_migrator set search_path = crm;

-- crm_app is the application. It owns nothing, makes nothing and is under every row-level policy.
alter role crm_app
  with nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role crm_app set search_path = crm;
alter role crm_app set idle_in_transaction_session_timeout = '60s';

-- crm_turnout owns the functions that count who comes to actions, for whoever may know the number but not the names.
-- It reads what they count. Nobody logs in as it; crm_owner becomes it to make the functions its own.
alter role crm_turnout
  with nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
grant crm_turnout to crm_owner with inherit false, set true, admin false;

-- crm_report reads what a change log lets it read, under every row-level policy.
alter role crm_report
  with nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role crm_report set search_path = crm;
alter role crm_report set default_transaction_read_only = on;

-- crm_ledger owns the functions that must see every row of the pledges' ledger, whoever is asking. Nobody logs in as it,
-- and crm_owner becomes it only to hand a function over.
alter role crm_ledger
  with nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
grant crm_ledger to crm_owner with inherit false, set true, admin false;

-- Who may enter the database, and who may make something in it: crm_owner as its owner, nobody else. That includes
-- the trusted extensions, which the migration creates.
do $$
begin
  execute format('alter database %I owner to crm_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to crm_migrator, crm_app, crm_report', current_database());
end
$$;
revoke create on schema public from public;

create schema if not exists crm authorization crm_owner;
grant usage on schema crm to crm_app, crm_turnout, crm_ledger, crm_report;

-- Nothing that crm_owner makes is open to anyone by itself: each change log grants what is needed.
