--liquibase formatted sql
--changeset solidarity:pledge-000 splitStatements:false
create table exchange_rate (
  id uuid primary key default uuidv7(),
  currency text not null constraint exchange_rate_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
  into_currency text not null constraint exchange_rate_into_currency_is_iso_4217 check (into_currency ~ '^[A-Z]{3}$'),
  rate numeric not null constraint exchange_rate_is_positive check (rate > 0 and rate <= 1e12 and scale(rate) <= 12),
  day date not null constraint exchange_rate_day_is_of_our_time check (day between '1800-01-01' and '2199-12-31'),
  source text not null constraint exchange_rate_source_is_given check (length(trim(source)) between 1 and 1000),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  constraint exchange_rate_is_of_two_currencies check (currency <> into_currency)
);
comment on table exchange_rate is 'What one unit of a currency is in another from a day on, append only: of two for one day the last recorded counts.';
create index exchange_rate_in_force on exchange_rate (currency, into_currency, day desc, recorded_at desc, id desc);
create index exchange_rate_by_recording on exchange_rate (recorded_at, id);
create trigger exchange_rate_is_append_only before update or delete on exchange_rate
  for each row execute function refuse_change();
grant select, insert on exchange_rate to crm_app;
grant select on exchange_rate to crm_ledger;

-- The rate in force on a day, as it was known at a moment; as it is known now where that is null. No rate: no row.
create function exchange_rate_on(p_currency text, p_into text, p_day date, p_known_at timestamptz)
returns table (id uuid, rate numeric) stable language sql as $$
  select r.id, r.rate
  from exchange_rate r
  where r.currency = p_currency and r.into_currency = p_into and r.day <= p_day
    and (p_known_at is null or r.recorded_at <= p_known_at)
  order by r.day desc, r.recorded_at desc, r.id desc
  limit 1
$$;

-- The rates in force of these pairs of currencies, each on its day. No rate: no row.
create function exchange_rates_on(p_currencies text[], p_into text[], p_days date[], p_known_at timestamptz)
returns table (on_day date, id uuid) stable language sql as $$
  select asked.day, r.id
  from (select distinct * from unnest(p_currencies, p_into, p_days) a(currency, into_currency, day)) asked
  cross join lateral exchange_rate_on(asked.currency, asked.into_currency, asked.day, p_known_at) r
$$;
--rollback drop function exchange_rates_on(text[], text[], date[], timestamptz); drop function exchange_rate_on(text, text, date, timestamptz); drop table exchange_rate;
