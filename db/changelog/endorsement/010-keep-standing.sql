--liquibase formatted sql
--changeset solidarity:endorsement-010 splitStatements:false
create table standing (
  campaign_id uuid not null references campaign,
  body_id uuid not null references body,
  proceeding_id uuid not null references proceeding,
  stage stage,
  stage_since date,
  submitted boolean not null default false,
  constraint standing_is_one_for_a_body primary key (campaign_id, body_id)
);
comment on table standing is 'Where each body stands in a campaign: of its proceedings one that is adopted before all others, then the one opened last. Kept by a trigger and by nothing else.';
comment on column standing.submitted is 'Whether any of its proceedings was brought in.';
create index standing_body_id on standing (body_id);
create index standing_proceeding_id on standing (proceeding_id);
grant select on standing to crm_app;

alter table standing enable row level security, force row level security;
create policy standing_is_visible on standing for select using (
  (select viewer_role()) in ('SYSTEM', 'AUDITOR')
  or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[]))
  or ((select viewer_role()) = 'COORDINATOR' and campaign_id = any((select campaigns_of_viewer())::uuid[])
    and body_id = any((select bodies_of_account(viewer_account()))::uuid[])));
create policy standing_is_kept_for_staff on standing using (
  (select viewer_role()) = 'SYSTEM' or ((select viewer_role()) = 'STAFF' and campaign_id = any((select campaigns_of_viewer())::uuid[])));

-- Acts as the owner, and sees as the viewer. The row is locked before the proceedings are read, so that of two of one
-- body that change at once the later sees what the earlier did.
create function keep_standing() returns trigger language plpgsql security definer set search_path = crm, pg_temp as $$
begin
  insert into standing (campaign_id, body_id, proceeding_id) values (new.campaign_id, new.body_id, new.id)
    on conflict do nothing;
  perform from standing where campaign_id = new.campaign_id and body_id = new.body_id for update;
  update standing s set proceeding_id = p.id, stage = p.stage, stage_since = p.stage_since, submitted = p.submitted
  from (
    select id, stage, stage_since, coalesce(bool_or(stage >= 'INTRODUCED') over (), false) as submitted
    from proceeding where campaign_id = new.campaign_id and body_id = new.body_id
    order by stage in ('ADOPTED', 'ADOPTED_AS_AMENDED') desc nulls last, created_at desc, id desc
    limit 1) p
  where s.campaign_id = new.campaign_id and s.body_id = new.body_id;
  return null;
end
$$;
-- At the end of the transaction, so that a long one does not hold up others about the same body meanwhile.
create constraint trigger proceeding_keeps_standing after insert or update of stage, stage_since on proceeding
  deferrable initially deferred for each row execute function keep_standing();

-- The place of a stage in the order of stages, from 1; 0 where nothing has happened.
create function stage_rank(stage stage) returns int immutable parallel safe language sql as $$
  select coalesce(array_position(enum_range(null::stage), stage), 0)
$$;

-- The stage of a proceeding on a day, as it is known now. The last event says it, unless it counts only from later on.
create function stage_on(proceeding uuid, stage stage, since date, day date) returns stage
stable parallel safe language sql as $$
  select case when since <= day then stage when since > day then stage_at(proceeding, day, 'infinity') end
$$;

-- Each body below each of these by charter or constituency on a day, in the campaign that was given with it.
create function bodies_below(campaigns uuid[], roots uuid[], day date) returns table (campaign_id uuid, body_id uuid)
stable parallel safe language sql as $$
  with recursive below(campaign, body) as (
    select root.campaign, r.from_id from unnest(campaigns, roots) root(campaign, body)
    join body_relation r on r.to_id = root.body
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF') and daterange(r.from_date, r.to_date, '[)') @> day
    union
    select b.campaign, r.from_id from below b
    join body_relation r on r.to_id = b.body
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF') and daterange(r.from_date, r.to_date, '[)') @> day)
  select * from below
$$;
--rollback drop function bodies_below(uuid[], uuid[], date); drop function stage_on(uuid, stage, date, date); drop function stage_rank(stage); drop table standing; drop trigger proceeding_keeps_standing on proceeding; drop function keep_standing();
