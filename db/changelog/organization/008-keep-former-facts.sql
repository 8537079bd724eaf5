--liquibase formatted sql
--changeset solidarity:organization-008 splitStatements:false
-- What a report for a past moment must know: kind and place of a body, and the days of a relation, as they were known
-- then. What nobody changed costs nothing; body_change tells people the same changes, field by field.
create table body_history (
  body_id uuid not null references body,
  known_until timestamptz not null,
  kind body_kind not null,
  country text,
  region text,
  primary key (body_id, known_until)
);
comment on table body_history is 'Kind and place of a body as they were known before known_until, kept by a trigger: the application cannot write it.';

create table body_relation_history (
  relation_id uuid not null references body_relation,
  known_since timestamptz not null,
  known_until timestamptz not null,
  from_id uuid not null,
  type relation_type not null,
  to_id uuid not null,
  from_date date,
  to_date date,
  primary key (relation_id, known_until),
  constraint body_relation_history_is_known_for_a_while check (known_since < known_until)
);
comment on table body_relation_history is 'The days of a relation as they were known from known_since until known_until, kept by a trigger: the application cannot write it.';
create index body_relation_history_upward on body_relation_history (from_id, type);
create index body_relation_history_downward on body_relation_history (to_id, type);
create index body_relation_succession on body_relation (to_id, from_id) where type = 'SUCCESSOR_OF';

alter table body_relation add column known_since timestamptz not null default now();
comment on column body_relation.known_since is 'Since when its days are known as they are; kept by a trigger.';

create function keep_body_history() returns trigger language plpgsql security definer set search_path = crm, pg_temp as $$
begin
  insert into body_history (body_id, known_until, kind, country, region)
  select o.id, clock_timestamp(), o.kind, o.country, o.region
  from old_rows o
  join new_rows n on n.id = o.id
  where (o.kind, o.country, o.region) is distinct from (n.kind, n.country, n.region);
  return null;
end
$$;
create trigger body_keeps_history after update on body
  referencing old table as old_rows new table as new_rows for each statement execute function keep_body_history();

create function keep_body_relation_history() returns trigger language plpgsql security definer set search_path = crm, pg_temp as $$
begin
  new.known_since := greatest(clock_timestamp(), old.known_since + interval '1 microsecond');
  insert into body_relation_history (relation_id, known_since, known_until, from_id, type, to_id, from_date, to_date)
  values (old.id, old.known_since, new.known_since, old.from_id, old.type, old.to_id, old.from_date, old.to_date);
  return new;
end
$$;
create trigger body_relation_keeps_history before update on body_relation for each row
  when ((old.from_date, old.to_date) is distinct from (new.from_date, new.to_date))
  execute function keep_body_relation_history();
grant select on body_history, body_relation_history to crm_app;

-- Kind and place of these bodies as they were known at a moment.
create function bodies_known_at(bodies uuid[], known_at timestamptz)
returns table (body_id uuid, kind body_kind, country text, region text) stable parallel safe language sql as $$
  select b.id,
    case when former.body_id is null then b.kind else former.kind end,
    case when former.body_id is null then b.country else former.country end,
    case when former.body_id is null then b.region else former.region end
  from body b
  left join (
    select distinct on (h.body_id) h.*
    from body_history h
    where h.known_until > known_at and h.body_id = any(bodies)
    order by h.body_id, h.known_until) former on former.body_id = b.id
  where b.id = any(bodies)
$$;

-- The relations as they were known at a moment.
create function relations_known_at(known_at timestamptz)
returns table (from_id uuid, type relation_type, to_id uuid, from_date date, to_date date) stable parallel safe language sql as $$
  select r.from_id, r.type, r.to_id, r.from_date, r.to_date
  from body_relation r
  where r.known_since <= known_at
  union all
  select h.from_id, h.type, h.to_id, h.from_date, h.to_date
  from body_relation_history h
  where h.known_since <= known_at and known_at < h.known_until
$$;
--rollback drop index body_relation_succession; drop function relations_known_at(timestamptz); drop function bodies_known_at(uuid[], timestamptz); drop trigger body_relation_keeps_history on body_relation; drop function keep_body_relation_history(); drop trigger body_keeps_history on body; drop function keep_body_history(); alter table body_relation drop column known_since; drop table body_relation_history; drop table body_history;
