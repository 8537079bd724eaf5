--liquibase formatted sql
--changeset solidarity:endorsement-004
create type vote_method as enum ('VOICE', 'SHOW_OF_HANDS', 'ROLL_CALL', 'SECRET_BALLOT', 'UNANIMOUS_CONSENT', 'MAIL', 'ELECTRONIC');
create type weight_basis as enum ('HEADS', 'PER_CAPITA');
create type vote_requirement as enum ('MAJORITY', 'TWO_THIRDS', 'THREE_QUARTERS', 'UNANIMOUS');
create type vote_result as enum ('PASSED', 'FAILED', 'TIED');

create table vote (
  id uuid primary key default uuidv7(),
  proceeding_id uuid not null references proceeding,
  corrects uuid references vote,
  held_on date,
  method vote_method,
  weight_basis weight_basis,
  requirement vote_requirement,
  quorum int constraint vote_quorum_is_positive check (quorum > 0),
  yes int constraint vote_yes_is_not_negative check (yes >= 0),
  no int constraint vote_no_is_not_negative check (no >= 0),
  abstain int constraint vote_abstain_is_not_negative check (abstain >= 0),
  not_voting int constraint vote_not_voting_is_not_negative check (not_voting >= 0),
  eligible int constraint vote_eligible_is_not_negative check (eligible >= 0),
  result vote_result not null,
  reason text constraint vote_reason_is_short check (length(reason) <= 5000),
  evidence evidence not null,
  source_name text constraint vote_source_name_is_short check (length(source_name) between 1 and 500),
  source_url text constraint vote_source_url_is_http check (source_url ~ '^https?://' and length(source_url) <= 2000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint vote_correction_gives_a_reason check (corrects is null or reason is not null),
  constraint vote_counts_no_more_than_the_eligible check (
    coalesce(yes, 0)::bigint + coalesce(no, 0) + coalesce(abstain, 0) + coalesce(not_voting, 0) <= eligible)
);
comment on table vote is 'Counts of votes, append only; a correction is a new row. Null is unknown, and never 0.';
create index vote_proceeding_id on vote (proceeding_id, recorded_at);
create unique index vote_is_corrected_once on vote (corrects);
grant select, insert on vote to crm_app;
--rollback drop table vote; drop type vote_result; drop type vote_requirement; drop type weight_basis; drop type vote_method;
