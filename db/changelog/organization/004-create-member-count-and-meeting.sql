--liquibase formatted sql
--changeset solidarity:organization-004 splitStatements:false
create type count_basis as enum ('REPORTED', 'PER_CAPITA', 'SELF_REPORTED', 'ESTIMATE');
create type meeting_kind as enum ('MEMBERSHIP', 'EXECUTIVE_BOARD', 'DELEGATE', 'CONVENTION', 'REFERENDUM', 'OTHER');

create table body_member_count (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  as_of date not null,
  count int not null constraint body_member_count_is_not_negative check (count >= 0),
  basis count_basis not null,
  source text not null constraint body_member_count_has_a_source check (length(trim(source)) between 1 and 1000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
comment on table body_member_count is 'Observations, append only: the latest recorded of the latest day counts.';
create index body_member_count_latest on body_member_count (body_id, as_of desc, recorded_at desc, id desc) include (count);

create table body_latest_count (
  body_id uuid primary key references body,
  as_of date not null,
  recorded_at timestamptz not null,
  count int not null
);
comment on table body_latest_count is 'The observation of each body that counts now, kept by a trigger: what lists are ordered by.';

create function keep_latest_count() returns trigger language plpgsql security definer set search_path = crm as $$
begin
  insert into body_latest_count as latest (body_id, as_of, recorded_at, count)
  select distinct on (body_id) body_id, as_of, recorded_at, count from new_rows
  order by body_id, as_of desc, recorded_at desc, id desc
  on conflict (body_id) do update set as_of = excluded.as_of, recorded_at = excluded.recorded_at, count = excluded.count
  where (excluded.as_of, excluded.recorded_at) >= (latest.as_of, latest.recorded_at);
  return null;
end
$$;
create trigger body_member_count_keeps_latest after insert on body_member_count
  referencing new table as new_rows for each statement execute function keep_latest_count();

create function member_count_at(body uuid, day date) returns int stable parallel safe language sql
  return (select count from body_member_count where body_id = body and as_of <= day
    order by as_of desc, recorded_at desc, id desc limit 1);

create table body_meeting (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  kind meeting_kind not null,
  date date not null,
  place text constraint body_meeting_place_is_short check (length(place) between 1 and 500),
  resolution_deadline date,
  quorum int constraint body_meeting_quorum_is_positive check (quorum > 0),
  cancelled boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  version int not null default 1,
  constraint body_meeting_deadline_comes_first check (resolution_deadline <= date)
);
create index body_meeting_by_date on body_meeting (body_id, date);
create index body_meeting_coming on body_meeting (date, body_id);
grant select, insert on body_member_count to crm_app;
grant select on body_latest_count to crm_app;
grant select, insert, update on body_meeting to crm_app;
--rollback drop table body_meeting; drop function member_count_at(uuid, date); drop table body_latest_count; drop table body_member_count; drop function keep_latest_count(); drop type meeting_kind; drop type count_basis;
