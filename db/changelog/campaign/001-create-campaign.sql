--liquibase formatted sql
--changeset solidarity:campaign-001 splitStatements:false
create type campaign_status as enum ('ACTIVE', 'CLOSED');

create table campaign (
  id uuid primary key default uuidv7(),
  name text not null constraint campaign_name_is_given check (length(trim(name)) between 1 and 300),
  description text constraint campaign_description_is_short check (length(description) <= 10000),
  currency text not null constraint campaign_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null constraint campaign_time_zone_is_known check (timezone(time_zone, timestamptz '2000-01-01 00:00:00+00') is not null),
  starts_on date,
  ends_on date,
  status campaign_status not null default 'ACTIVE',
  visibility visibility not null default 'INTERNAL',
  created_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1,
  constraint campaign_ends_after_it_starts check (ends_on >= starts_on)
);
comment on column campaign.currency is 'What reports convert into, where that is asked for.';
comment on column campaign.time_zone is 'Whose midnight ends a day, in every report of the campaign.';
create index campaign_by_name on campaign (lower(name), id);

create table campaign_target (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  body_id uuid not null references body,
  priority int not null default 3 constraint campaign_target_priority_is_1_to_5 check (priority between 1 and 5),
  owner_id uuid references account,
  ask text constraint campaign_target_ask_is_short check (length(ask) <= 2000),
  follow_up_on date,
  created_at timestamptz not null default now(),
  created_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  version int not null default 1
);
comment on table campaign_target is 'The bodies that a campaign asks: the denominator of every percentage.';
comment on column campaign_target.follow_up_on is 'By when its owner means to be in touch again; overdue from the day after.';
create unique index campaign_target_is_listed_once on campaign_target (campaign_id, body_id) where removed_at is null;
create index campaign_target_body_id on campaign_target (body_id);
create index campaign_target_owner_id on campaign_target (owner_id);

create table campaign_account (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  account_id uuid not null references account,
  granted_at timestamptz not null default now(),
  granted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid
);
comment on table campaign_account is 'Who works on a campaign: staff on all of it, a coordinator on the bodies granted.';
create unique index campaign_account_is_granted_once on campaign_account (campaign_id, account_id) where revoked_at is null;
create index campaign_account_account_id on campaign_account (account_id);

create table campaign_share (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  group_id uuid not null references partner_group,
  endorsements boolean not null default false,
  pledge_totals boolean not null default false,
  actions boolean not null default false,
  granted_at timestamptz not null default now(),
  granted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid
);
comment on table campaign_share is 'What of a campaign a partner group may see.';
create unique index campaign_share_is_granted_once on campaign_share (campaign_id, group_id) where revoked_at is null;
create index campaign_share_group_id on campaign_share (group_id);
grant select, insert, update on campaign, campaign_target, campaign_account, campaign_share to crm_app;

-- The campaigns that a person works on.
create function campaigns_of_account(account uuid) returns uuid[] stable parallel safe language sql as $$
  select coalesce(array_agg(campaign_id), '{}') from campaign_account where account_id = account and revoked_at is null
$$;

-- The campaigns of which a partner group may see anything.
create function campaigns_of_group(partner uuid) returns uuid[] stable parallel safe language sql as $$
  select coalesce(array_agg(campaign_id), '{}') from campaign_share where group_id = partner and revoked_at is null
$$;

-- The campaigns that the viewer works on or was shown; for whoever sees every campaign, none.
create function campaigns_of_viewer() returns uuid[] stable parallel safe language sql as $$
  select case
    when viewer_role() in ('STAFF', 'COORDINATOR') then campaigns_of_account(viewer_account())
    when viewer_role() = 'PARTNER' then campaigns_of_group(viewer_group())
    else '{}'
  end
$$;
--rollback drop function campaigns_of_viewer(); drop function campaigns_of_group(uuid); drop function campaigns_of_account(uuid); drop table campaign_share; drop table campaign_account; drop table campaign_target; drop table campaign; drop type campaign_status;
