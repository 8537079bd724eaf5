--liquibase formatted sql
--changeset solidarity:endorsement-031 splitStatements:false
-- The open list at an address. This and the next two are all of the database that whoever has not signed in may ask:
-- they look at it as the application itself, and give away what is named here and nothing else.
create function public_endorser_list(address text, at timestamptz)
returns table (id uuid, slug text, title text, as_of date) volatile language plpgsql as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('crm.role', true), '');
begin
  perform set_config('crm.role', 'SYSTEM', true);
  return query select l.id, l.slug, l.title, (at at time zone c.time_zone)::date
    from endorser_list l join campaign c on c.id = l.campaign_id
    where l.slug = address and l.open;
  perform set_config('crm.role', asking, true);
end
$$;

-- Who stands in these lists: public bodies with a public endorsement that is confirmed or better, but for those who
-- asked to be left out; and of each the last quote and logo that it permits. Of one body only, where it is named.
create function public_endorsers(lists uuid[], only_body uuid, at timestamptz)
returns table (list_id uuid, slug text, body_id uuid, sort_name text, name text, acronym text, kind body_kind, country text,
  region text, endorsed_on date, date_precision date_precision, quote_id uuid, quote text, speaker text, language text, logo_id uuid, logo_text text)
volatile language plpgsql as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('crm.role', true), '');
begin
  perform set_config('crm.role', 'SYSTEM', true);
  return query
  with endorsing as (
    select distinct on (l.id, e.body_id) l.id as list_id, l.slug, l.campaign_id, e.body_id, e.effective_on, e.date_precision
    from endorser_list l
      join campaign c on c.id = l.campaign_id
      cross join lateral endorsements_at(c.id, (at at time zone c.time_zone)::date, 'infinity') e
      join proceeding p on p.id = e.proceeding_id
    where l.id = any(lists) and l.open and p.visibility = 'PUBLIC' and e.evidence >= 'CONFIRMED'
      and (only_body is null or p.body_id = only_body)
    order by l.id, e.body_id, e.effective_on),
  word as (
    select distinct on (w.campaign_id, w.body_id, w.material_id) w.campaign_id, w.body_id, w.material_id, w.decision
    from listing_permission w
    where w.campaign_id in (select l.campaign_id from endorser_list l where l.id = any(lists))
    order by w.campaign_id, w.body_id, w.material_id, w.recorded_at desc, w.id desc),
  permitted as (
    select distinct on (m.campaign_id, m.body_id, m.kind) m.campaign_id, m.body_id, m.kind, m.id, m.quote, m.speaker,
      m.language, m.alternative_text
    from endorser_material m join word w on w.material_id = m.id and w.decision = 'GIVEN'
    order by m.campaign_id, m.body_id, m.kind, m.recorded_at desc, m.id desc)
  select e.list_id, e.slug, b.id, b.sort_name, b.name, b.acronym, b.kind, b.country, b.region, e.effective_on, e.date_precision,
    q.id, q.quote, q.speaker, q.language, g.id, g.alternative_text
  from endorsing e
    join body b on b.id = e.body_id and b.visibility = 'PUBLIC'
    left join word n on n.campaign_id = e.campaign_id and n.body_id = e.body_id and n.material_id is null
    left join permitted q on q.campaign_id = e.campaign_id and q.body_id = e.body_id and q.kind = 'QUOTE'
    left join permitted g on g.campaign_id = e.campaign_id and g.body_id = e.body_id and g.kind = 'LOGO'
  where n.decision is distinct from 'WITHDRAWN';
  perform set_config('crm.role', asking, true);
end
$$;

-- The picture of a logo that stands in the open list at an address.
create function public_logo(address text, logo uuid, at timestamptz)
returns table (media_type text, image bytea) volatile language plpgsql as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('crm.role', true), '');
begin
  perform set_config('crm.role', 'SYSTEM', true);
  return query select m.media_type, m.image
    from endorser_list l
      join endorser_material m on m.id = logo and m.campaign_id = l.campaign_id
      cross join lateral public_endorsers(array[l.id], m.body_id, at) e
    where l.slug = address and e.logo_id = m.id;
  perform set_config('crm.role', asking, true);
end
$$;
--rollback drop function public_logo(text, uuid, timestamptz); drop function public_endorsers(uuid[], uuid, timestamptz); drop function public_endorser_list(text, timestamptz);
