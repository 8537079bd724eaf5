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
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  version int not null default 1,
  constraint body_relation_joins_two_bodies check (from_id <> to_id),
  constraint body_relation_ends_after_it_begins check (to_date >= from_date),
  constraint body_relation_is_recorded_once exclude using gist (
    from_id with =, type with =, to_id with =, daterange(from_date, to_date, '[)') with &&),
  constraint body_relation_has_one_charter_at_a_time exclude using gist (
    from_id with =, daterange(from_date, to_date, '[)') with &&) where (type = 'CHARTERED_BY')
);
comment on column body_relation.from_date is 'The first day it holds; null: since before anyone knows.';
comment on column body_relation.to_date is 'The first day it no longer holds; null: it holds on.';
create index body_relation_upward on body_relation (from_id, type);
create index body_relation_downward on body_relation (to_id, type);

-- A charter or a constituency never leads back to where it began. One at a time, so that two halves of a cycle
-- recorded at once cannot both pass.
create function refuse_relation_cycle() returns trigger language plpgsql as $$
begin
  if new.type not in ('CHARTERED_BY', 'CONSTITUENT_OF') then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext('crm.body_relation'));
  if exists (
    with recursive above(id) as (
      select new.to_id
      union
      select r.to_id from body_relation r join above a on r.from_id = a.id
      where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF') and r.id <> new.id
        and daterange(r.from_date, r.to_date, '[)') && daterange(new.from_date, new.to_date, '[)'))
    select from above where id = new.from_id) then
    raise exception 'the relation would close a cycle' using errcode = 'check_violation', constraint = 'body_relation_has_no_cycle';
  end if;
  return new;
end
$$;
create trigger body_relation_has_no_cycle before insert or update on body_relation
  for each row execute function refuse_relation_cycle();

grant select, insert, update on body_relation to crm_app;
--rollback drop table body_relation; drop function refuse_relation_cycle(); drop type relation_type;
