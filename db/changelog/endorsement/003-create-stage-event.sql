--liquibase formatted sql
--changeset solidarity:endorsement-003 splitStatements:false
create table stage_event (
  id uuid primary key default uuidv7(),
  proceeding_id uuid not null references proceeding,
  step int not null,
  corrects uuid references stage_event,
  retracts boolean not null default false,
  correction_reason text constraint stage_event_correction_reason_is_short check (length(correction_reason) <= 5000),
  stage stage not null,
  happened_on date,
  date_precision date_precision not null,
  effective_on date not null,
  reason text constraint stage_event_reason_is_short check (length(reason) <= 5000),
  evidence evidence not null,
  source_name text constraint stage_event_source_name_is_short check (length(source_name) between 1 and 500),
  source_url text constraint stage_event_source_url_is_http check (source_url ~ '^https?://' and length(source_url) <= 2000),
  decision_body decision_body,
  committee text constraint stage_event_committee_is_short check (length(committee) between 1 and 300),
  recommendation recommendation,
  meeting_id uuid references body_meeting,
  adopted_text_id uuid references resolution_version,
  overridden_by uuid references body,
  combined_into uuid references proceeding,
  referred_to text constraint stage_event_referred_to_is_short check (length(referred_to) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint stage_event_date_is_as_precise_as_told check ((date_precision = 'UNKNOWN') = (happened_on is null)),
  constraint stage_event_without_a_date_names_its_source check (
    date_precision <> 'UNKNOWN' or source_name is not null or stage in ('IDENTIFIED', 'CONTACTED')),
  constraint stage_event_retraction_is_a_correction check (not retracts or corrects is not null),
  constraint stage_event_correction_gives_a_reason check ((corrects is null) = (correction_reason is null)),
  constraint stage_event_introduction_names_who_decides check (stage <> 'INTRODUCED' or decision_body is not null),
  constraint stage_event_in_committee_names_it check (stage <> 'IN_COMMITTEE' or committee is not null),
  constraint stage_event_recommendation_is_given check (stage <> 'RECOMMENDED' or recommendation is not null),
  constraint stage_event_schedule_names_the_meeting check (stage <> 'SCHEDULED' or meeting_id is not null),
  constraint stage_event_adoption_names_who_decided_or_its_source check (
    stage not in ('ADOPTED', 'ADOPTED_AS_AMENDED') or decision_body is not null or source_name is not null),
  constraint stage_event_amended_adoption_has_its_text check (stage <> 'ADOPTED_AS_AMENDED' or adopted_text_id is not null),
  constraint stage_event_refusal_gives_a_reason check (
    stage not in ('DEFEATED', 'TABLED', 'WITHDRAWN', 'RULED_OUT_OF_ORDER', 'RESCINDED', 'OVERRIDDEN', 'EXPIRED') or reason is not null),
  constraint stage_event_referral_says_to_whom check (stage <> 'REFERRED' or referred_to is not null),
  constraint stage_event_combination_says_into_what check (stage <> 'COMBINED' or combined_into is not null),
  constraint stage_event_override_says_by_whom check (stage <> 'OVERRIDDEN' or overridden_by is not null)
);
comment on table stage_event is 'The history of proceedings, append only; a correction is a new row about the same step.';
comment on column stage_event.step is 'The place in the history, from 1; a correction has that of the event it corrects.';
comment on column stage_event.retracts is 'That the event corrected did not happen.';
comment on column stage_event.effective_on is 'From when it counts: as told, or the day it happened, or the last day it can have happened on, or the day it was recorded.';
create unique index stage_event_has_one_event_a_step on stage_event (proceeding_id, step) where corrects is null;
create index stage_event_standing on stage_event (proceeding_id, step, recorded_at desc);
create index stage_event_corrects on stage_event (corrects);
create index stage_event_meeting_id on stage_event (meeting_id);
create index stage_event_adopted_text_id on stage_event (adopted_text_id);
create index stage_event_overridden_by on stage_event (overridden_by);
create index stage_event_combined_into on stage_event (combined_into);
grant select, insert on stage_event to crm_app;

-- Whether a proceeding may go from one stage to another; null stands for one to which nothing has happened.
create function stage_may_follow(before stage, after stage) returns boolean immutable parallel safe language sql as $$
  select case
    when after in ('RESCINDED', 'OVERRIDDEN', 'EXPIRED') then coalesce(before in ('ADOPTED', 'ADOPTED_AS_AMENDED', 'DEFEATED'), false)
    when before is null then true
    when before <= 'SCHEDULED' then after > before
    when before in ('TABLED', 'REFERRED') then after >= 'IN_COMMITTEE' and after <> before
    else false
  end
$$;

-- What was known at a moment: of each step the latest word until then, without those that did not happen.
create function standing_events(known_at timestamptz) returns setof stage_event stable parallel safe language sql as $$
  select word.* from stage_event first, lateral (
    select * from stage_event said
    where said.proceeding_id = first.proceeding_id and said.step = first.step and said.recorded_at <= known_at
    order by said.recorded_at desc
    limit 1) word
  where first.corrects is null and first.recorded_at <= known_at and not word.retracts
$$;

-- The stage of a proceeding on a day, as it was known at a moment.
create function stage_at(proceeding uuid, as_of date, known_at timestamptz) returns stage stable parallel safe language sql as $$
  select e.stage from standing_events(known_at) e
  where e.proceeding_id = proceeding and e.effective_on <= as_of
  order by e.step desc
  limit 1
$$;

-- The application's role cannot write what these two keep, so they act as the owner, and see as the viewer.
create function refuse_stage_event_out_of_order() returns trigger language plpgsql security definer
set search_path = crm, pg_temp as $$
declare
  corrected stage_event;
  zone text;
  moves stage[];
begin
  select c.time_zone into zone from proceeding p join campaign c on c.id = p.campaign_id
    where p.id = new.proceeding_id for update of p;
  if not found then
    raise exception 'no such proceeding' using errcode = 'foreign_key_violation', constraint = 'stage_event_proceeding_id_fkey';
  end if;
  new.recorded_at := greatest(clock_timestamp(),
    (select max(recorded_at) + interval '1 microsecond' from stage_event where proceeding_id = new.proceeding_id));
  if new.corrects is null then
    new.step := coalesce((select max(step) from stage_event where proceeding_id = new.proceeding_id), 0) + 1;
  else
    select * into corrected from stage_event where id = new.corrects and proceeding_id = new.proceeding_id;
    if corrected.id is null or corrected.corrects is not null then
      raise exception 'a correction is about an event of the same proceeding that corrects nothing itself'
        using errcode = 'check_violation', constraint = 'stage_event_corrects_an_event';
    end if;
    new.step := corrected.step;
  end if;
  new.effective_on := coalesce(new.effective_on, case new.date_precision
    when 'DAY' then new.happened_on
    when 'MONTH' then least((date_trunc('month', new.happened_on) + interval '1 month - 1 day')::date, day.recorded)
    when 'YEAR' then least((date_trunc('year', new.happened_on) + interval '1 year - 1 day')::date, day.recorded)
    else day.recorded end)
    from (select (coalesce(corrected.recorded_at, new.recorded_at) at time zone zone)::date as recorded) day;
  select array_agg(history.stage order by history.step) into moves from (
    select step, stage from standing_events('infinity') where proceeding_id = new.proceeding_id and step <> new.step
    union all
    select new.step, new.stage where not new.retracts) history;
  if exists (select from generate_subscripts(moves, 1) i where not stage_may_follow(moves[i - 1], moves[i])) then
    raise exception 'the proceeding cannot make this move'
      using errcode = 'check_violation', constraint = 'stage_event_is_an_allowed_move';
  end if;
  return new;
end
$$;
create trigger stage_event_is_in_order before insert on stage_event
  for each row execute function refuse_stage_event_out_of_order();

create function keep_proceeding_stage() returns trigger language plpgsql security definer
set search_path = crm, pg_temp as $$
begin
  update proceeding p set version = p.version + 1, stage = now.stage, stage_since = now.effective_on,
    evidence = now.evidence, decision_body = now.decision_body, committee = now.committee,
    recommendation = now.recommendation, meeting_id = now.meeting_id, adopted_text_id = now.adopted_text_id
  from (
    select (array_agg(stage order by step desc))[1] as stage,
      (array_agg(effective_on order by step desc))[1] as effective_on,
      (array_agg(evidence order by step desc))[1] as evidence,
      (array_agg(decision_body order by step desc) filter (where decision_body is not null))[1] as decision_body,
      (array_agg(committee order by step desc) filter (where committee is not null))[1] as committee,
      (array_agg(recommendation order by step desc) filter (where recommendation is not null))[1] as recommendation,
      (array_agg(meeting_id order by step desc) filter (where meeting_id is not null))[1] as meeting_id,
      (array_agg(adopted_text_id order by step desc) filter (where adopted_text_id is not null))[1] as adopted_text_id
    from standing_events('infinity') where proceeding_id = new.proceeding_id) now
  where p.id = new.proceeding_id;
  return null;
end
$$;
create trigger stage_event_keeps_the_stage after insert on stage_event
  for each row execute function keep_proceeding_stage();
--rollback drop function stage_at(uuid, date, timestamptz); drop function standing_events(timestamptz); drop table stage_event; drop function keep_proceeding_stage(); drop function refuse_stage_event_out_of_order(); drop function stage_may_follow(stage, stage);
