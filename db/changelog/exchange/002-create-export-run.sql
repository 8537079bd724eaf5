--liquibase formatted sql
--changeset solidarity:exchange-002 splitStatements:false
create table export_run (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  listing text not null,
  format text not null constraint export_run_format_is_known check (format in ('CSV', 'XLSX')),
  asked_by uuid not null,
  asked_as role not null,
  group_id uuid references partner_group,
  rows bigint,
  whole boolean,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint export_run_ends_whole_or_not check ((ended_at is null) = (whole is null))
);
comment on table export_run is 'Who took what out of a campaign, and how many rows.';
comment on column export_run.asked_by is 'The account, or the API token.';
comment on column export_run.whole is 'Whether it got to its end; null: running, or cut off with the server.';
create index export_run_campaign_id on export_run (campaign_id, started_at);
create index export_run_group_id on export_run (group_id) where group_id is not null;
grant select, insert on export_run to crm_app;
grant update (rows, whole, ended_at) on export_run to crm_app;
alter table export_run enable row level security;
alter table export_run force row level security;
create policy export_run_is_the_applications_own on export_run using (viewer_role() = 'SYSTEM');

-- Gives the statements of this transaction the time that an export takes, below that after which a silent server is given up.
create function begin_export() returns void language plpgsql as $$
begin
  perform set_config('statement_timeout', '25s', true);
end
$$;
--rollback drop function begin_export(); drop table export_run;
