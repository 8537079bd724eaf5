--liquibase formatted sql
--changeset solidarity:member-001 splitStatements:false
create type contact_kind as enum ('EMAIL', 'PHONE', 'ADDRESS');
create type contact_status as enum ('UNVERIFIED', 'VERIFIED', 'FAILING', 'RETIRED');
create type membership_role as enum ('MEMBER', 'OFFICER', 'STEWARD', 'DELEGATE', 'STAFF', 'ACTIVIST', 'RETIREE');

-- Keys of person data lead with the controller, so that no constraint answers "exists" across owners.
create table person (
  controller_id uuid not null references body,
  id uuid not null default uuidv7(),
  given_name text constraint person_given_name_is_short check (length(trim(given_name)) between 1 and 200),
  family_name text constraint person_family_name_is_short check (length(trim(family_name)) between 1 and 200),
  original_name text constraint person_original_name_is_short check (length(trim(original_name)) between 1 and 400),
  original_language text constraint person_original_language_is_a_tag
    check (original_language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  transliteration text constraint person_transliteration_is_short check (length(trim(transliteration)) between 1 and 400),
  preferred_language text constraint person_preferred_language_is_a_tag
    check (preferred_language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  sort_name text not null generated always as (
    lower(trim(coalesce(family_name, '') || ' ' || coalesce(given_name, '')))) stored,
  search_name text not null generated always as (
    lower(coalesce(given_name, '') || ' ' || coalesce(family_name, '') || ' ' || coalesce(original_name, '')
      || ' ' || coalesce(transliteration, ''))) stored,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (controller_id, id),
  constraint person_has_a_name check (given_name is not null or family_name is not null),
  constraint person_original_name_has_a_language check (original_name is null or original_language is not null)
);
comment on table person is 'A person known to the body that collected the record, its controller. Nothing else is collected.';
create index person_by_id on person (id);
create index person_by_name on person (controller_id, sort_name, id);

create table contact_point (
  controller_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  kind contact_kind not null,
  value text not null,
  status contact_status not null default 'UNVERIFIED',
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  retired_at timestamptz,
  retired_by uuid,
  primary key (controller_id, id),
  constraint contact_point_person_fkey foreign key (controller_id, person_id) references person,
  constraint contact_point_has_the_form_of_its_kind check (case kind
    when 'EMAIL' then value ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(value) <= 254
    when 'PHONE' then value ~ '^\+[1-9][0-9]{6,14}$'
    when 'ADDRESS' then length(trim(value)) between 1 and 500
    end),
  constraint contact_point_is_retired_once check ((status = 'RETIRED') = (retired_at is not null))
);
comment on column contact_point.value is 'A phone number in E.164; an address as it is written on an envelope.';
create unique index contact_point_is_recorded_once on contact_point (controller_id, person_id, kind, lower(value))
  where status <> 'RETIRED';

create table membership (
  controller_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  body_id uuid not null references body,
  role membership_role not null,
  on_behalf_of_id uuid references body,
  from_date date,
  to_date date,
  corrects_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (controller_id, id),
  constraint membership_person_fkey foreign key (controller_id, person_id) references person,
  constraint membership_corrects_fkey foreign key (controller_id, corrects_id) references membership,
  constraint membership_is_corrected_once unique (controller_id, corrects_id),
  constraint membership_ends_after_it_begins check (to_date >= from_date)
);
comment on table membership is 'Dates are never rewritten: an end is set once, and a wrong row is replaced by one that corrects it.';
comment on column membership.from_date is 'The first day it holds; null: since before anyone knows.';
comment on column membership.to_date is 'The first day it no longer holds; null: it holds on.';
create index membership_person_id on membership (controller_id, person_id);
create index membership_body_id on membership (body_id, controller_id, person_id);
create index membership_on_behalf_of_id on membership (on_behalf_of_id);

create function refuse_membership_rewrite() returns trigger language plpgsql as $$
begin
  if old.to_date is not null then
    raise exception 'the dates of a membership are never rewritten; record one that corrects it'
      using errcode = 'restrict_violation', constraint = 'membership_ends_once';
  end if;
  return new;
end
$$;
create trigger membership_ends_once before update on membership
  for each row execute function refuse_membership_rewrite();

grant select, insert on person, contact_point, membership to crm_app;
grant update (given_name, family_name, original_name, original_language, transliteration, preferred_language, updated_at,
  version) on person to crm_app;
grant update (status, retired_at, retired_by) on contact_point to crm_app;
grant update (to_date, ended_at, ended_by) on membership to crm_app;
--rollback drop table membership; drop function refuse_membership_rewrite(); drop table contact_point; drop table person; drop type membership_role; drop type contact_status; drop type contact_kind;
