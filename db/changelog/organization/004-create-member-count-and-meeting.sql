--liquibase formatted sql
--changeset solidarity:organization-004
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
create index body_member_count_latest on body_member_count (body_id, as_of desc, recorded_at desc) include (count);

create table body_meeting (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  kind meeting_kind not null,
  date date not null,
  place text,
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
grant select, insert, update on body_meeting to crm_app;
--rollback drop table body_meeting; drop table body_member_count; drop type meeting_kind; drop type count_basis;
