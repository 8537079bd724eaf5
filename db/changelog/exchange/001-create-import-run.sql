--liquibase formatted sql
--changeset solidarity:exchange-001 splitStatements:false
create type import_state as enum ('RUNNING', 'FINISHED', 'FAILED');
create type import_tally as enum ('CREATED', 'MATCHED', 'UNCHANGED', 'COUNTS', 'RELATIONS', 'NAMES', 'ENDORSEMENTS',
  'PLEDGES', 'FULFILMENTS', 'ACTIONS', 'HEADCOUNTS', 'DOUBTFUL', 'REJECTED');

create table import_run (
  id uuid primary key default uuidv7(),
  file text not null constraint import_run_file_is_named check (length(file) between 1 and 1000),
  content_sha256 bytea not null constraint import_run_hash_is_whole check (length(content_sha256) = 32),
  mapping text not null,
  options text not null,
  state import_state not null default 'RUNNING',
  rows_done bigint not null default 0,
  report_bytes bigint not null default 0,
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  started_by uuid not null
);
comment on column import_run.state is 'RUNNING without a running import: interrupted, and the next import of the content goes on.';
comment on column import_run.rows_done is 'How many rows of the file are taken in; moves in the transaction that takes them in.';
create index import_run_by_content on import_run (content_sha256, mapping, started_at desc);

create table import_run_tally (
  run_id uuid not null references import_run,
  tally import_tally not null,
  name text not null,
  count bigint not null,
  primary key (run_id, tally, name)
);
comment on column import_run_tally.name is 'The kind of the bodies, or the reason.';
grant select, insert, update on import_run, import_run_tally to crm_app;

alter table import_run enable row level security;
alter table import_run force row level security;
create policy import_run_is_the_applications_own on import_run using ((select viewer_role()) = 'SYSTEM');
create policy import_run_is_visible on import_run for select using (
  (select viewer_role()) in ('ADMINISTRATOR', 'STAFF', 'AUDITOR'));
alter table import_run_tally enable row level security;
alter table import_run_tally force row level security;
create policy import_run_tally_is_the_applications_own on import_run_tally using ((select viewer_role()) = 'SYSTEM');
create policy import_run_tally_is_visible on import_run_tally for select using (
  (select viewer_role()) in ('ADMINISTRATOR', 'STAFF', 'AUDITOR'));
--rollback drop table import_run_tally; drop table import_run; drop type import_tally; drop type import_state;
