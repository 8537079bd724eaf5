--liquibase formatted sql
--changeset solidarity:member-002 splitStatements:false
create type consent_purpose as enum ('CAMPAIGN_EMAIL', 'CAMPAIGN_CALL', 'CAMPAIGN_TEXT', 'SHARE_RECORD', 'PUBLISH_NAME');
create type consent_decision as enum ('GIVEN', 'WITHDRAWN', 'EXPIRED');
create type consent_basis as enum ('EXPLICIT_CONSENT', 'MEMBERSHIP', 'MANIFESTLY_PUBLIC');
create type consent_channel as enum ('PAPER', 'WEB_FORM', 'EMAIL', 'PHONE', 'TEXT_MESSAGE', 'IN_PERSON', 'IMPORT');

create table consent (
  controller_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  purpose consent_purpose not null,
  recipient_body_id uuid references body,
  recipient_group_id uuid references partner_group,
  decision consent_decision not null,
  legal_basis consent_basis,
  wording text,
  channel consent_channel not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (controller_id, id),
  constraint consent_person_fkey foreign key (controller_id, person_id) references person,
  constraint consent_names_at_most_one_recipient check (num_nonnulls(recipient_body_id, recipient_group_id) <= 1),
  constraint consent_that_is_given_has_a_basis_and_a_wording
    check (decision <> 'GIVEN' or (legal_basis is not null and wording is not null)),
  constraint consent_wording_is_short check (length(trim(wording)) between 1 and 200),
  constraint consent_is_not_from_the_future check (at <= recorded_at + interval '5 minutes')
);
comment on table consent is 'A ledger: for a purpose and a recipient the latest row holds; no row is no consent.';
comment on column consent.recipient_body_id is 'Whom it lets have or use the record; where neither recipient is named, the controller.';
comment on column consent.wording is 'The version of the text that the person agreed to.';
create index consent_latest on consent (controller_id, person_id, purpose, at desc, id desc);
create index consent_recipient_body_id on consent (recipient_body_id);
create index consent_recipient_group_id on consent (recipient_group_id);

create table assessment (
  controller_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  campaign_id uuid not null references campaign,
  rating int not null constraint assessment_rating_is_1_to_5 check (rating between 1 and 5),
  basis text not null constraint assessment_basis_is_given check (length(trim(basis)) between 1 and 500),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (controller_id, id),
  constraint assessment_person_fkey foreign key (controller_id, person_id) references person
);
comment on table assessment is 'A ledger: 1 leader, 2 supporter, 3 undecided, 4 leaning against, 5 opposed; the latest row holds, no row is not assessed.';
create index assessment_latest on assessment (controller_id, person_id, campaign_id, id desc);
create index assessment_campaign_id on assessment (campaign_id);

grant select, insert on consent, assessment to crm_app;
--rollback drop table assessment; drop table consent; drop type consent_channel; drop type consent_basis; drop type consent_decision; drop type consent_purpose;
