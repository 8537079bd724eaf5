--liquibase formatted sql
--changeset solidarity:pledge-030 splitStatements:false
create table pledge_origin (
  campaign_id uuid not null references campaign,
  source text not null constraint pledge_origin_source_is_named check (length(source) between 1 and 100),
  key text not null constraint pledge_origin_key_is_given check (length(key) between 1 and 100),
  pledge_id uuid not null references pledge,
  recorded_at timestamptz not null default now(),
  primary key (campaign_id, source, key)
);
comment on table pledge_origin is 'Under which key another system keeps a pledge that was imported from it, so that no import adds it twice.';
create index pledge_origin_pledge_id on pledge_origin (pledge_id);
create trigger pledge_origin_is_append_only before update or delete on pledge_origin
  for each row execute function refuse_change();
grant select, insert on pledge_origin to crm_app;
alter table pledge_origin enable row level security;
alter table pledge_origin force row level security;
create policy pledge_origin_is_the_applications_own on pledge_origin using (viewer_role() = 'SYSTEM');
--rollback drop table pledge_origin;
