--liquibase formatted sql
--changeset solidarity:platform-002 splitStatements:false
create type role as enum ('ADMINISTRATOR', 'STAFF', 'COORDINATOR', 'AUDITOR', 'PARTNER', 'SYSTEM');

-- Who is asking, for the policies: set for one transaction at a time, and nobody where it is not set.
create function viewer_role() returns role stable parallel safe language sql
  return nullif(current_setting('crm.role', true), '')::role;

create function viewer_account() returns uuid stable parallel safe language sql
  return nullif(current_setting('crm.account', true), '')::uuid;

create function viewer_group() returns uuid stable parallel safe language sql
  return nullif(current_setting('crm.partner_group', true), '')::uuid;

-- The body of every "append only" promise that a privilege alone does not keep.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed; record a correcting row', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_is_append_only';
end
$$;
--rollback drop function refuse_change(); drop function viewer_group(); drop function viewer_account(); drop function viewer_role(); drop type role;
