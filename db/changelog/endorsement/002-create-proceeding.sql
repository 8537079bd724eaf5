--liquibase formatted sql
--changeset solidarity:endorsement-002 splitStatements:false
create type stage as enum ('IDENTIFIED', 'CONTACTED', 'INTRODUCED', 'IN_COMMITTEE', 'RECOMMENDED', 'SCHEDULED',
  'ADOPTED', 'ADOPTED_AS_AMENDED', 'DEFEATED', 'TABLED', 'REFERRED', 'WITHDRAWN', 'RULED_OUT_OF_ORDER', 'COMBINED',
  'RESCINDED', 'OVERRIDDEN', 'EXPIRED');
create type decision_body as enum ('MEMBERSHIP', 'EXECUTIVE_BOARD', 'DELEGATE_MEETING', 'CONVENTION', 'REFERENDUM', 'OFFICER_STATEMENT');
create type recommendation as enum ('DO_PASS', 'DO_PASS_AS_AMENDED', 'DO_NOT_PASS', 'NO_RECOMMENDATION');
create type evidence as enum ('REPORTED', 'CONFIRMED', 'DOCUMENTED');
create type date_precision as enum ('DAY', 'MONTH', 'YEAR', 'UNKNOWN');

create table proceeding (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  body_id uuid not null references body,
  resolution_id uuid references resolution,
  identifier text constraint proceeding_identifier_is_short check (length(identifier) between 1 and 200),
  sponsors text constraint proceeding_sponsors_are_short check (length(sponsors) <= 2000),
  visibility visibility not null default 'INTERNAL',
  stage stage,
  stage_since date,
  evidence evidence,
  decision_body decision_body,
  committee text,
  recommendation recommendation,
  meeting_id uuid references body_meeting,
  adopted_text_id uuid references resolution_version,
  created_at timestamptz not null default now(),
  created_by uuid,
  version int not null default 1
);
comment on table proceeding is 'One body handling one text in a campaign.';
comment on column proceeding.stage is 'This and the columns up to adopted_text_id are what the stage events say, kept by their trigger and by nothing else.';
create index proceeding_campaign_id on proceeding (campaign_id, stage);
create index proceeding_body_id on proceeding (body_id);
create index proceeding_resolution_id on proceeding (resolution_id);
create index proceeding_meeting_id on proceeding (meeting_id);
create index proceeding_adopted_text_id on proceeding (adopted_text_id);
grant select, insert on proceeding to crm_app;
grant update (resolution_id, identifier, sponsors, visibility, version) on proceeding to crm_app;
--rollback drop table proceeding; drop type date_precision; drop type evidence; drop type recommendation; drop type decision_body; drop type stage;
