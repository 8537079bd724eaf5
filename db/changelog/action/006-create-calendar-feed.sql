--liquibase formatted sql
--changeset solidarity:action-006 splitStatements:false
create table calendar_feed (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  campaign_id uuid references campaign,
  secret_hash bytea not null constraint calendar_feed_secret_is_unique unique,
  opened_at timestamptz not null,
  closed_at timestamptz
);
comment on table calendar_feed is 'An address at which a calendar program, which can send no header, reads what an account may see of actions.';
comment on column calendar_feed.campaign_id is 'Null: the actions of all campaigns.';
comment on column calendar_feed.secret_hash is 'SHA-256 of what stands in the address; the address itself is shown once and never stored.';
comment on column calendar_feed.opened_at is 'The account''s signing out everywhere and a new password end the feeds opened before.';
create index calendar_feed_of_account on calendar_feed (account_id, id) where closed_at is null;
create index calendar_feed_account_id on calendar_feed (account_id);
create index calendar_feed_campaign_id on calendar_feed (campaign_id);
grant select, insert, update (closed_at) on calendar_feed to crm_app;

alter table calendar_feed enable row level security, force row level security;
create policy calendar_feed_is_its_accounts_own on calendar_feed using (
  (select viewer_role()) = 'SYSTEM' or account_id = (select viewer_account()));
--rollback drop table calendar_feed;
