-- The roles of Solidarity CRM. Run once as a superuser in the database that the application will use;
-- running it again changes nothing. It works on PostgreSQL 17 and later, from psql or from one JDBC statement.
--
--   crm_owner     owns the schema "crm" and all that is in it; cannot log in
--   crm_migrator  runs the migrations (Liquibase); acts as crm_owner
--   crm_app       the application: owns nothing, changes no structure, subject to row-level security
--   crm_report    reads what a migration grants it, never writes
--
-- Passwords are the operator's: alter role crm_app login password '…' (and the same for crm_migrator, crm_report).

do $$
begin
  if not exists (select from pg_roles where rolname = 'crm_owner') then
    create role crm_owner nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'crm_migrator') then
    create role crm_migrator nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'crm_app') then
    create role crm_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'crm_report') then
    create role crm_report nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to crm_migrator, crm_app, crm_report', current_database());
  execute format('grant create on database %I to crm_owner', current_database());
end
$$;

grant crm_owner to crm_migrator with inherit true, set true;
alter role crm_migrator set role = 'crm_owner';

create schema if not exists crm authorization crm_owner;
revoke create on schema public from public;
grant usage on schema crm to crm_app, crm_report;

alter role crm_migrator set search_path = crm;
alter role crm_app set search_path = crm;
alter role crm_report set search_path = crm;
alter role crm_app set idle_in_transaction_session_timeout = '60s';
