--liquibase formatted sql
--changeset solidarity:pledge-001 splitStatements:false
create type pledge_type as enum ('MONEY', 'STRIKE_FUND', 'VOLUNTEER_HOURS', 'TURNOUT');
create type pledge_unit as enum ('CURRENCY', 'HOURS', 'PEOPLE');

-- The smallest amount that there is of a unit: of a currency by ISO 4217, a hundredth of an hour, one person.
create function minor_unit(unit pledge_unit, currency text) returns numeric immutable parallel safe language sql
  return case
    when unit = 'PEOPLE' then 1
    when unit = 'HOURS' then 0.01
    when currency = any (array['ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY',
      'KMF', 'KRW', 'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF',
      'XPF']) then 1
    when currency = any (array['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']) then 0.001
    when currency = 'CLF' then 0.0001
    else 0.01
  end;

alter table proceeding add constraint proceeding_is_known_in_its_campaign unique (campaign_id, id);

create table pledge (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  body_id uuid not null references body,
  person_id uuid,
  type pledge_type not null,
  unit pledge_unit not null generated always as (case type
    when 'VOLUNTEER_HOURS' then 'HOURS'::pledge_unit
    when 'TURNOUT' then 'PEOPLE'::pledge_unit
    else 'CURRENCY'::pledge_unit end) stored,
  currency text,
  action_id uuid,
  amount numeric not null,
  pledged_on date not null constraint pledge_date_is_of_our_time check (pledged_on between '1800-01-01' and '2199-12-31'),
  confirmed_on date,
  condition text constraint pledge_condition_is_short check (length(trim(condition)) between 1 and 2000),
  condition_met_on date,
  due_dates date[] not null default '{}',
  last_due date not null generated always as (coalesce(due_dates[cardinality(due_dates)], '9999-12-31')) stored,
  purpose text constraint pledge_purpose_is_short check (length(purpose) <= 2000),
  proceeding_id uuid,
  counts_toward_id uuid,
  counts_toward_ids uuid[] not null default '{}',
  counts_toward_bodies uuid[] not null default '{}',
  booked_rate_id uuid references exchange_rate,
  anonymous boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  version int not null default 1,
  constraint pledge_of_money_has_a_currency check (
    (type in ('MONEY', 'STRIKE_FUND')) = (currency is not null)),
  constraint pledge_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
  constraint pledge_of_turnout_names_its_action check ((type = 'TURNOUT') = (action_id is not null)),
  constraint pledge_amount_has_the_scale_of_its_unit check (
    mod(amount, minor_unit(unit, currency)) = 0),
  constraint pledge_amount_is_not_negative check (amount between 0 and 1e15),
  constraint pledge_has_at_most_120_installments check (
    cardinality(due_dates) <= 120 and array_position(due_dates, null) is null),
  constraint pledge_of_turnout_stands_alone check (type <> 'TURNOUT' or counts_toward_id is null),
  constraint pledge_of_turnout_is_of_a_body check (type <> 'TURNOUT' or person_id is null),
  constraint pledge_counts_toward_another check (counts_toward_id <> id),
  constraint pledge_counts_toward_at_most_10_others check (cardinality(counts_toward_ids) <= 10),
  constraint pledge_person_fkey foreign key (body_id, person_id) references person (controller_id, id),
  constraint pledge_action_fkey foreign key (campaign_id, action_id) references action (campaign_id, id),
  constraint pledge_proceeding_fkey foreign key (campaign_id, proceeding_id) references proceeding (campaign_id, id),
  constraint pledge_counts_toward_id_fkey foreign key (counts_toward_id) references pledge
);
comment on table pledge is 'What a body, or a member known to it, promises to a campaign. What became of it stands in pledge_entry.';
comment on column pledge.body_id is 'The pledger; of a member''s pledge the body that knows the member.';
comment on column pledge.amount is 'The sum of all amendments, whatever their day; kept by the ledger, for orders and filters only.';
comment on column pledge.confirmed_on is 'Kept by the ledger; null: proposed.';
comment on column pledge.due_dates is 'The days by which equal installments are due, the remainder with the last; empty: no day was set.';
comment on column pledge.proceeding_id is 'The vote that authorised it.';
comment on column pledge.booked_rate_id is 'The rate into the reporting currency of the campaign that was in force on the day of the pledge, when it was recorded: set by the database.';
comment on column pledge.counts_toward_bodies is 'The bodies of these, once each: set by the database.';
comment on column pledge.counts_toward_ids is 'The pledge it counts toward, the one that this counts toward, and so on: set by the database.';
create index pledge_of_campaign on pledge (campaign_id, recorded_at, id);
create index pledge_of_campaign_by_amount on pledge (campaign_id, amount, id);
create index pledge_of_campaign_by_due on pledge (campaign_id, last_due, id);
create index pledge_of_body on pledge (body_id, campaign_id, recorded_at, id);
create index pledge_action_id on pledge (campaign_id, action_id) where action_id is not null;
create index pledge_person_id on pledge (body_id, person_id) where person_id is not null;
create index pledge_of_members on pledge (campaign_id, unit, person_id) where person_id is not null;
create index pledge_proceeding_id on pledge (campaign_id, proceeding_id) where proceeding_id is not null;
create index pledge_booked_rate_id on pledge (booked_rate_id) where booked_rate_id is not null;
create index pledge_counts_toward_id on pledge (counts_toward_id) where counts_toward_id is not null;
create unique index pledge_of_turnout_is_recorded_once on pledge (action_id, body_id) where person_id is null;

create type pledge_entry_kind as enum ('ORIGINAL', 'AMENDMENT', 'CONFIRMED', 'CONDITION_MET', 'FULFILMENT',
  'FULFILMENT_REVERSAL', 'WRITE_OFF', 'WRITE_OFF_REVERSAL', 'CANCELLATION');
create type fulfilment_method as enum ('CASH', 'CHECK', 'BANK_TRANSFER', 'CARD', 'PAYROLL_DEDUCTION', 'IN_KIND', 'WORK',
  'OTHER');

create table pledge_entry (
  id uuid primary key default uuidv7(),
  pledge_id uuid not null references pledge,
  campaign_id uuid not null,
  body_id uuid not null,
  of_member boolean not null,
  kind pledge_entry_kind not null,
  amount numeric,
  effective_on date not null
    constraint pledge_entry_date_is_of_our_time check (effective_on between '1800-01-01' and '2199-12-31'),
  reason text constraint pledge_entry_reason_is_short check (length(trim(reason)) between 1 and 2000),
  method fulfilment_method,
  reference text constraint pledge_entry_reference_is_short check (length(trim(reference)) between 1 and 200),
  reverses_id uuid references pledge_entry,
  counted_from_id uuid references pledge_entry,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint pledge_entry_has_the_sign_of_its_kind check (case
    when kind in ('CONFIRMED', 'CONDITION_MET') then amount is null
    when kind = 'AMENDMENT' then amount is not null and amount <> 0 and abs(amount) <= 1e15
    else amount is not null and amount > 0 and amount <= 1e15 end),
  constraint pledge_entry_reverses_what_it_says check (
    (kind in ('FULFILMENT_REVERSAL', 'WRITE_OFF_REVERSAL')) = (reverses_id is not null)),
  constraint pledge_entry_of_a_fulfilment_has_a_method check (kind = 'FULFILMENT' or (method is null and reference is null))
);
comment on table pledge_entry is 'The ledger of pledges: what was ever recorded of one, append only.';
comment on column pledge_entry.effective_on is 'The day from which it counts; recorded_at tells since when it is known.';
comment on column pledge_entry.counted_from_id is 'Of a pledge that others count toward: the entry of such a pledge that this one repeats.';
create index pledge_entry_of_pledge on pledge_entry (pledge_id, recorded_at, id);
create index pledge_entry_of_body on pledge_entry (campaign_id, body_id);
create index pledge_entry_reverses_id on pledge_entry (reverses_id) where reverses_id is not null;
create index pledge_entry_counted_from_id on pledge_entry (counted_from_id, pledge_id) where counted_from_id is not null;
create unique index pledge_entry_has_one_original on pledge_entry (pledge_id) where kind = 'ORIGINAL';
create unique index pledge_is_confirmed_once on pledge_entry (pledge_id) where kind = 'CONFIRMED';
create unique index pledge_condition_is_met_once on pledge_entry (pledge_id) where kind = 'CONDITION_MET';

create table pledge_due_change (
  id uuid primary key default uuidv7(),
  pledge_id uuid not null references pledge,
  campaign_id uuid not null,
  body_id uuid not null,
  of_member boolean not null,
  due_dates date[] not null,
  replaced_at timestamptz not null,
  replaced_by uuid
);
comment on table pledge_due_change is 'The due dates that a correction replaced, so that a report of what was known before stays as it was.';
create index pledge_due_change_of_pledge on pledge_due_change (pledge_id, replaced_at);

create table pledge_turnout (
  id uuid primary key default uuidv7(),
  pledge_id uuid not null references pledge,
  campaign_id uuid not null,
  body_id uuid not null,
  day date not null,
  persons int not null,
  heads int not null,
  counted int not null,
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table pledge_turnout is 'What came of pledges of turnout, append only: each row adds to those before it, or takes from them.';
comment on column pledge_turnout.day is 'The day of the action, from which it counts; recorded_at tells since when it is known.';
comment on column pledge_turnout.persons is 'The distinct people who were checked in.';
comment on column pledge_turnout.heads is 'These with their guests.';
comment on column pledge_turnout.counted is 'Who came without a name, by the headcount that counts.';
create index pledge_turnout_of_pledge on pledge_turnout (pledge_id, recorded_at);
create index pledge_turnout_of_campaign on pledge_turnout (campaign_id, body_id);

-- Nothing that the database itself fills in can be given, and nothing but what a correction may change be changed.
grant select on pledge, pledge_entry, pledge_due_change, pledge_turnout to crm_app;
grant insert (id, campaign_id, body_id, person_id, type, currency, action_id, amount, pledged_on, confirmed_on, condition,
  due_dates, purpose, proceeding_id, counts_toward_id, anonymous, recorded_by) on pledge to crm_app;
grant update (due_dates, purpose, proceeding_id, anonymous, version) on pledge to crm_app;
grant insert (id, pledge_id, kind, amount, effective_on, reason, method, reference, reverses_id, recorded_by)
  on pledge_entry to crm_app;
grant select, insert on pledge, pledge_entry, pledge_due_change, pledge_turnout to crm_ledger;
grant update (amount, confirmed_on, condition_met_on) on pledge to crm_ledger;
grant select on campaign, campaign_share, body, partner_body, action to crm_ledger;
--rollback drop table pledge_turnout; drop table pledge_due_change; drop table pledge_entry; drop table pledge; alter table proceeding drop constraint proceeding_is_known_in_its_campaign; drop type fulfilment_method; drop type pledge_entry_kind; drop function minor_unit(pledge_unit, text); drop type pledge_unit; drop type pledge_type;
