--liquibase formatted sql
--changeset solidarity:action-001 splitStatements:false
create type action_kind as enum ('RALLY', 'PICKET', 'MARCH', 'DELEGATION', 'PETITION', 'PHONE_BANK', 'LEAFLET', 'MEETING',
  'TEACH_IN', 'VIGIL', 'STRIKE', 'ONLINE');
create type action_status as enum ('TENTATIVE', 'CONFIRMED', 'CANCELLED');

create table action (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  kind action_kind not null,
  title text not null constraint action_title_is_given check (length(trim(title)) between 1 and 300),
  description text constraint action_description_is_short check (length(description) <= 10000),
  instructions text constraint action_instructions_are_short check (length(instructions) <= 10000),
  start_date date not null,
  start_time time,
  end_date date,
  end_time time,
  time_zone text not null constraint action_time_zone_is_short check (length(time_zone) between 1 and 60),
  starts_at timestamptz not null,
  ends_at timestamptz,
  place text constraint action_place_is_short check (length(trim(place)) between 1 and 500),
  city text constraint action_city_is_short check (length(trim(city)) between 1 and 200),
  region text constraint action_region_is_iso_3166_2 check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  country text constraint action_country_is_iso_3166_1 check (country ~ '^[A-Z]{2}$'),
  latitude double precision constraint action_latitude_is_on_earth check (latitude between -90 and 90),
  longitude double precision constraint action_longitude_is_on_earth check (longitude between -180 and 180),
  place_public boolean not null default false,
  accessibility text constraint action_accessibility_is_short check (length(accessibility) <= 2000),
  status action_status not null default 'TENTATIVE',
  cancelled_because text constraint action_cancelled_because_is_short
    check (length(trim(cancelled_because)) between 1 and 1000),
  host_id uuid not null references body,
  capacity int constraint action_capacity_is_positive check (capacity between 1 and 1000000),
  source_url text constraint action_source_url_is_http check (source_url ~ '^https?://' and length(source_url) <= 2000),
  visibility visibility not null default 'INTERNAL',
  repeats_id uuid references action,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  constraint action_is_known_in_its_campaign unique (campaign_id, id),
  constraint action_ends_after_it_starts check (ends_at >= starts_at),
  constraint action_region_lies_in_its_country check (region is null or left(region, 2) = country),
  constraint action_has_both_coordinates check ((latitude is null) = (longitude is null)),
  constraint action_end_time_has_a_day check (end_time is null or end_date is not null),
  constraint action_is_cancelled_for_a_reason check ((status = 'CANCELLED') = (cancelled_because is not null))
);
comment on column action.start_time is 'On the clocks of the time zone; null where only the day is known.';
comment on column action.starts_at is 'The moment that the local start was when it was last written: what lists are ordered by.';
comment on column action.instructions is 'What who takes part is told.';
comment on column action.place_public is 'Whether partner groups are told the place, city and coordinates.';
comment on column action.repeats_id is 'The action that it was made from by repeating it; from then on each is its own.';
create index action_repeats_id on action (repeats_id);
create index action_by_start on action (starts_at, id);
create index action_of_campaign on action (campaign_id, starts_at, id);
create index action_of_host on action (host_id, starts_at, id);

create table action_cosponsor (
  action_id uuid not null references action,
  body_id uuid not null references body,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (action_id, body_id)
);
create index action_cosponsor_body_id on action_cosponsor (body_id);

create table action_shift (
  id uuid primary key default uuidv7(),
  action_id uuid not null references action,
  name text constraint action_shift_name_is_short check (length(trim(name)) between 1 and 200),
  date date not null,
  start_time time not null,
  end_time time not null,
  capacity int constraint action_shift_capacity_is_positive check (capacity between 1 and 1000000),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint action_shift_is_known_in_its_action unique (action_id, id)
);
comment on column action_shift.end_time is 'On the next day where it is not after the start; both on the clocks of the action''s time zone.';
create index action_shift_by_start on action_shift (action_id, date, start_time, id);

grant select, insert, update on action to crm_app;
grant select, insert, delete on action_cosponsor to crm_app;
grant select, insert on action_shift to crm_app;
--rollback drop table action_shift; drop table action_cosponsor; drop table action; drop type action_status; drop type action_kind;
