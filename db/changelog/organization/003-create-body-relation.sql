--liquibase formatted sql
--changeset solidarity:organization-003 splitStatements:false
create type relation_type as enum ('CHARTERED_BY', 'CONSTITUENT_OF', 'AFFILIATED_TO', 'SOLIDARITY_CHARTER_WITH',
  'MEMBER_OF_COALITION', 'SUCCESSOR_OF', 'SPLIT_FROM', 'SISTER_UNION', 'FISCAL_SPONSOR', 'BARGAINS_WITH');

create table body_relation (
  id uuid primary key default uuidv7(),
  from_id uuid not null references body,
  type relation_type not null,
  to_id uuid not null references body,
  from_date date,
  to_date date,
  source text constraint body_relation_source_is_short check (length(source) <= 1000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  version int not null default 1,
  constraint body_relation_joins_two_bodies check (from_id <> to_id),
  constraint body_relation_ends_after_it_begins check (to_date >= from_date),
  constraint body_relation_is_recorded_once exclude using gist (
    from_id with =, type with =, to_id with =, daterange(from_date, to_date, '[)') with &&) where (type <> 'CHARTERED_BY'),
  constraint body_relation_has_one_charter_at_a_time exclude using gist (
    from_id with =, daterange(from_date, to_date, '[)') with &&) where (type = 'CHARTERED_BY')
);
comment on constraint body_relation_is_recorded_once on body_relation is 'Not of charters: of those there is one at a time, whoever grants it.';
comment on column body_relation.from_date is 'The first day it holds; null: since before anyone knows.';
comment on column body_relation.to_date is 'The first day it no longer holds; null: it holds on.';
create index body_relation_upward on body_relation (from_id, type);
create index body_relation_downward on body_relation (to_id, type);

-- Charters and constituencies never lead back to where they began on any day on which all of them hold. One writer at
-- a time, so that two halves of a cycle recorded at once cannot both pass. Only an edge with others below and above
-- it can close a cycle: the rest, such as every local of an import, costs two look-ups.
create function refuse_relation_cycle() returns trigger language plpgsql as $$
begin
  if not exists (select from new_rows where type in ('CHARTERED_BY', 'CONSTITUENT_OF')) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtext('crm.body_relation'));
  if exists (
    with recursive above(origin, id, period) as (
      select n.from_id, n.to_id, daterange(n.from_date, n.to_date, '[)') from new_rows n
      where n.type in ('CHARTERED_BY', 'CONSTITUENT_OF')
        and exists (
          select from body_relation e
          where e.to_id = n.from_id and e.type in ('CHARTERED_BY', 'CONSTITUENT_OF') offset 0)
        and exists (
          select from body_relation e
          where e.from_id = n.to_id and e.type in ('CHARTERED_BY', 'CONSTITUENT_OF') offset 0)
      union
      select a.origin, e.to_id, a.period * daterange(e.from_date, e.to_date, '[)')
      from above a
      join body_relation e on e.from_id = a.id and e.type in ('CHARTERED_BY', 'CONSTITUENT_OF')
        and a.period && daterange(e.from_date, e.to_date, '[)')
      where a.id <> a.origin
    )
    select from above where id = origin) then
    raise exception 'the relation would close a cycle' using errcode = 'check_violation', constraint = 'body_relation_has_no_cycle';
  end if;
  return null;
end
$$;
create trigger body_relation_has_no_cycle after insert on body_relation
  referencing new table as new_rows for each statement execute function refuse_relation_cycle();
create trigger body_relation_has_no_cycle_later after update on body_relation
  referencing new table as new_rows for each statement execute function refuse_relation_cycle();

grant select, insert, update (from_date, to_date, source, ended_at, ended_by, version) on body_relation to crm_app;
--rollback drop table body_relation; drop function refuse_relation_cycle(); drop type relation_type;
