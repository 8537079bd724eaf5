--liquibase formatted sql
--changeset solidarity:platform-004 splitStatements:false
-- PostgreSQL 18 has it built in; 17 gets the same: milliseconds first, then randomness (RFC 9562).
do $$
begin
  if to_regproc('pg_catalog.uuidv7') is null then
    create function crm.uuidv7() returns uuid volatile parallel safe language sql as $body$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $body$;
  end if;
end
$$;
--rollback drop function if exists crm.uuidv7();
