--liquibase formatted sql
--changeset solidarity:organization-100 splitStatements:false
-- What two spellings of one name have in common.
create function import_key(name text) returns text immutable parallel safe language sql
  return nullif(lower(regexp_replace(crm.unaccent('crm.unaccent'::regdictionary, name), '[^[:alnum:]]+', '', 'g')), '');

-- A batch of an import stands here while import_bodies works on it; a batch leaves nothing behind.
create unlogged table body_import_row (
  ref int primary key,
  line bigint,
  parent int,
  scheme text,
  value text,
  verified boolean not null,
  other_scheme text,
  other_value text,
  by_name boolean not null,
  kind body_kind not null,
  name text not null,
  acronym text,
  original_name text,
  original_language text,
  affiliation text,
  designation text,
  designation_prefix text,
  designation_number text,
  designation_suffix text,
  unit_name text,
  status body_status not null,
  country text,
  region text,
  city text,
  website text,
  relation relation_type,
  relation_until date,
  count int,
  as_of date,
  dated boolean not null,
  basis count_basis,
  source text not null,
  visibility visibility not null,
  identity text not null generated always as
    (coalesce(scheme || ':' || value, coalesce(country, '') || ':' || coalesce(import_key(name), name))) stored,
  body_id uuid,
  ambiguous boolean not null default false,
  created boolean not null default false,
  extended boolean not null default false
) with (fillfactor = 40);
create index body_import_row_identity on body_import_row (identity);
comment on table body_import_row is 'Half empty, so that the steps rewrite a row where it stands.';
comment on column body_import_row.line is 'Where the file says it; null: no row of its own, another row refers to it.';
comment on column body_import_row.by_name is 'Whether it is the body of that name or acronym, where no identifier is known.';
comment on column body_import_row.created is 'Whether the body is new, and this its first row.';
comment on column body_import_row.extended is 'Whether the row added something to a body that is not new.';
grant select, insert, update on body_import_row to crm_app;

create function is_named_uniquely(kind body_kind) returns boolean immutable parallel safe language sql
  return kind in ('INTERNATIONAL_UNION', 'NATIONAL_UNION', 'NATIONAL_CENTER', 'GLOBAL_UNION_FEDERATION',
    'TRADE_DEPARTMENT', 'COALITION', 'OTHER');

create index body_by_import_key on body (import_key(name)) where is_named_uniquely(kind);
create index body_name_by_import_key on body_name (import_key(name));

create function clear_body_import() returns void language plpgsql security definer set search_path = crm as $$
begin
  truncate body_import_row;
end
$$;

-- Empties the batch where there is one, and gives the statements of this transaction the time that a batch takes.
create function begin_body_import() returns void language plpgsql as $$
begin
  perform set_config('statement_timeout', '120s', true);
  if exists (select from body_import_row) then
    perform clear_body_import();
  end if;
end
$$;
--rollback drop function begin_body_import(); drop function clear_body_import(); drop index body_name_by_import_key; drop index body_by_import_key; drop function is_named_uniquely(body_kind); drop table body_import_row; drop function import_key(text);

--changeset solidarity:organization-101 splitStatements:false
-- Finds the bodies of the batch that are known; first the bodies that others refer to, then the rows of the file.
create function match_imported_bodies(referred boolean) returns void language plpgsql as $$
begin
  -- By its identifier, verified before not; several bodies under one identifier are nobody's.
  update body_import_row r
  set body_id = case when known.verified or known.bodies = 1 then known.body_id end,
      ambiguous = not known.verified and known.bodies > 1
  from (
    select i.ref,
      (array_agg(k.body_id order by k.verified desc, k.id))[1] as body_id,
      bool_or(k.verified) as verified,
      count(distinct k.body_id) as bodies
    from body_import_row i
    cross join lateral (
      select * from body_identifier where scheme = i.scheme and value = i.value offset 0) k
    where (i.line is null) = referred
    group by i.ref) known
  where known.ref = r.ref;

  -- By another identifier, name, other name or acronym, where exactly one body answers that is not identified
  -- as another; of several rows the first gets it.
  update body_import_row r
  set body_id = taken.body_id
  from (
    select distinct on (candidate.body_id) i.ref, candidate.body_id
    from body_import_row i
    cross join lateral (
      select (array_agg(distinct c.body_id))[1] as body_id
      from (
        select k.body_id, case when k.verified then 0 else 1 end as rank
        from body_identifier k
        where k.scheme = i.other_scheme and k.value = i.other_value
        union all
        select b.id, 2
        from body b
        where i.by_name and is_named_uniquely(b.kind) and import_key(b.name) = import_key(i.name)
          and (b.country is not distinct from i.country or b.country is null or i.country is null)
        union all
        select b.id, 3
        from body_name n
        join body b on b.id = n.body_id
        where i.by_name and is_named_uniquely(b.kind) and import_key(n.name) = import_key(i.name)
          and (b.country is not distinct from i.country or b.country is null or i.country is null)
        union all
        select b.id, 4
        from body b
        where i.by_name and i.acronym is not null and b.sort_acronym = plain(i.acronym)
          and (b.country is not distinct from i.country or b.country is null or i.country is null)
          and (b.kind = i.kind
            or (b.kind in ('INTERNATIONAL_UNION', 'NATIONAL_UNION') and i.kind in ('INTERNATIONAL_UNION', 'NATIONAL_UNION'))
            or (b.kind in ('COALITION', 'OTHER') and i.kind = 'GLOBAL_UNION_FEDERATION'))) c
      where not exists (
        select from body_identifier k where k.body_id = c.body_id and k.scheme = i.scheme and k.value <> i.value)
      group by c.rank
      having count(distinct c.body_id) = 1
      order by c.rank
      limit 1) candidate
    where (i.line is null) = referred and i.body_id is null and not i.ambiguous
      and (i.by_name or i.other_scheme is not null)
    order by candidate.body_id, i.ref) taken
  where taken.ref = r.ref;

  -- Where that other identifier is all there is to know it by, several bodies under it are nobody's too.
  update body_import_row r
  set ambiguous = true
  where (r.line is null) = referred and r.body_id is null and r.scheme is null and r.other_scheme is not null
    and (
      select count(distinct k.body_id) from body_identifier k where k.scheme = r.other_scheme and k.value = r.other_value) > 1;

  update body_import_row r
  set body_id = same.body_id
  from body_import_row same
  where r.body_id is null and same.body_id is not null and same.identity = r.identity and not r.ambiguous
    and (r.line is null) = referred and (same.line is null) = referred;
end
$$;
--rollback drop function match_imported_bodies(boolean);

--changeset solidarity:organization-102 splitStatements:false
-- The id of one row of many that are recorded at once, in their order: the first id with a number in place of the first
-- half of its last digits. Each id by itself would ask the system for randomness.
create function numbered_uuid(first uuid, number bigint) returns uuid immutable parallel safe language sql
  return overlay(first::text placing lpad(to_hex(number), 6, '0') from 25 for 6)::uuid;

-- Records the bodies of the batch that were not found, and the identifiers of all of them.
create function create_imported_bodies(referred boolean, actor uuid) returns void language plpgsql as $$
declare
  first uuid := uuidv7();
begin
  update body_import_row r
  set body_id = numbered_uuid(first, r.ref), created = true
  from (
    select min(ref) as ref
    from body_import_row
    where body_id is null and not ambiguous and (line is null) = referred
    group by identity) fresh
  where fresh.ref = r.ref;

  insert into body (id, kind, name, acronym, original_name, original_language, affiliation, designation,
    designation_prefix, designation_number, designation_suffix, unit_name, status, visibility, country, region, city,
    website, created_by)
  select body_id, kind, name, acronym, original_name, original_language, affiliation, designation,
    designation_prefix, designation_number, designation_suffix, unit_name, status, visibility, country, region, city,
    website, actor
  from body_import_row
  where created and (line is null) = referred
  order by ref;

  update body_import_row r
  set body_id = same.body_id
  from body_import_row same
  where r.body_id is null and same.created and same.identity = r.identity
    and (r.line is null) = referred and (same.line is null) = referred;

  with wanted as (
    select ref, body_id, scheme, value, verified, source
    from body_import_row
    where body_id is not null and scheme is not null and (line is null) = referred
    union all
    select ref, body_id, other_scheme, other_value, verified, source
    from body_import_row
    where body_id is not null and other_scheme is not null and (line is null) = referred),
  missing as (
    select distinct on (w.scheme, w.value) w.*
    from wanted w
    where not exists (
        select from body_identifier k where k.body_id = w.body_id and k.scheme = w.scheme and k.value = w.value)
      and not exists (
        select from body_identifier k
        where k.scheme = w.scheme and k.value = w.value and k.verified and k.to_date is null and w.verified)
    order by w.scheme, w.value, w.ref),
  extending as (
    update body_import_row r
    set extended = true
    from missing
    where missing.ref = r.ref and not r.created)
  insert into body_identifier (id, body_id, scheme, value, verified, source, recorded_by)
  select numbered_uuid(first, row_number() over (order by ref, scheme)), body_id, scheme, value, verified, source, actor
  from missing
  order by ref;
end
$$;
--rollback drop function create_imported_bodies(boolean, uuid); drop function numbered_uuid(uuid, bigint);

--changeset solidarity:organization-103 splitStatements:false
-- Adds the names, relations and member counts of the batch that are not there yet, and says how many. Nothing that is
-- there changes.
create function extend_imported_bodies(actor uuid, out names int, out relations int, out counts int)
language plpgsql as $$
declare
  first uuid := uuidv7();
begin
  with missing as (
    select distinct on (r.body_id, import_key(r.name)) r.*
    from body_import_row r
    cross join lateral (select * from body where id = r.body_id offset 0) b
    where r.line is not null and not r.created and r.name <> b.name
      and import_key(r.name) is distinct from import_key(b.name)
      and not exists (
        select from body_name n where n.body_id = r.body_id and import_key(n.name) = import_key(r.name))
    order by r.body_id, import_key(r.name), r.ref),
  extending as (
    update body_import_row r
    set extended = true
    from missing
    where missing.ref = r.ref)
  insert into body_name (id, body_id, type, name, language, from_date, recorded_by)
  select numbered_uuid(first, ref), body_id, 'ALIAS', name, original_language, as_of, actor
  from missing
  order by ref;
  get diagnostics names = row_count;

  with recursive above(start, id) as (
    select distinct p.body_id, p.body_id
    from body_import_row p
    where p.line is null and p.body_id is not null
    union
    select a.start, x.to_id
    from above a
    join body_relation x on x.from_id = a.id and x.type in ('CHARTERED_BY', 'CONSTITUENT_OF')),
  missing as (
    select distinct on (r.body_id, r.relation, case when r.relation <> 'CHARTERED_BY' then p.body_id end)
      r.ref, r.body_id, r.relation, p.body_id as parent_id, r.relation_until, r.source
    from body_import_row r
    join body_import_row p on p.ref = r.parent
    where r.body_id is not null and p.body_id is not null
      and (p.body_id, r.body_id) not in (select a.start, a.id from above a)
      and not exists (
        select from body_relation x
        where x.from_id = r.body_id and x.type = r.relation and (x.to_id = p.body_id or r.relation = 'CHARTERED_BY')
          and daterange(x.from_date, x.to_date, '[)') && daterange(null, r.relation_until, '[)')
        offset 0)
    order by r.body_id, r.relation, case when r.relation <> 'CHARTERED_BY' then p.body_id end, r.ref),
  extending as (
    update body_import_row r
    set extended = true
    from missing
    where missing.ref = r.ref and not r.created)
  insert into body_relation (id, from_id, type, to_id, to_date, source, recorded_by)
  select numbered_uuid(first, ref), body_id, relation, parent_id, relation_until, source, actor
  from missing
  order by ref;
  get diagnostics relations = row_count;

  with missing as (
    select distinct on (r.body_id, r.as_of, r.count, r.basis, r.source) r.*
    from body_import_row r
    where r.body_id is not null and r.count is not null
      and not exists (
        select from body_member_count c
        where c.body_id = r.body_id and (c.as_of = r.as_of or not r.dated) and c.count = r.count
          and c.basis = r.basis and c.source = r.source
        offset 0)
    order by r.body_id, r.as_of, r.count, r.basis, r.source, r.ref),
  extending as (
    update body_import_row r
    set extended = true
    from missing
    where missing.ref = r.ref and not r.created)
  insert into body_member_count (id, body_id, as_of, count, basis, source, recorded_by)
  select numbered_uuid(first, ref), body_id, as_of, count, basis, source, actor
  from missing
  order by ref;
  get diagnostics counts = row_count;
end
$$;
--rollback drop function extend_imported_bodies(uuid);

--changeset solidarity:organization-104 splitStatements:false
-- Takes in the batch, and says how many names, relations and counts were added. Every step looks up rows by an index,
-- so a batch takes as long where a million bodies are recorded as where none is.
create function import_bodies(actor uuid, out names int, out relations int, out counts int) language plpgsql as $$
begin
  perform match_imported_bodies(true);
  perform create_imported_bodies(true, actor);
  perform match_imported_bodies(false);
  perform create_imported_bodies(false, actor);
  select e.names, e.relations, e.counts into names, relations, counts from extend_imported_bodies(actor) e;
end
$$;

-- What is doubtful or rejected about the rows of the batch that was taken in. What it says of a row does not depend on
-- whether the row was taken in before. The first row of a new body cannot differ from what is recorded of it.
create function findings_of_import()
returns table (line bigint, rejected boolean, field text, value text, reason text) language plpgsql as $$
#variable_conflict use_column
begin
  return query
    select r.line, true, 'identifier', coalesce(r.value, r.other_value), 'several bodies carry this identifier and none is verified'
    from body_import_row r
    where r.ambiguous and r.line is not null
    union all
    select r.line, false, 'name', r.name, 'the body is recorded under another name, which it keeps; this one was added as an alias'
    from body_import_row r
    cross join lateral (select * from body where id = r.body_id offset 0) b
    where r.line is not null and not r.created and r.name <> b.name
      and import_key(r.name) is distinct from import_key(b.name)
    union all
    select r.line, false, 'designation', r.designation_number,
      'another body has the same affiliation, designation and number; both are kept'
    from body_import_row r
    where r.line is not null and r.designation_number is not null and r.affiliation is not null
      and exists (
        select from body b
        where lower(b.affiliation) = lower(r.affiliation) and lower(b.designation_number) = lower(r.designation_number)
          and b.designation is not distinct from r.designation
          and b.designation_prefix is not distinct from r.designation_prefix
          and b.designation_suffix is not distinct from r.designation_suffix
          and b.id < r.body_id
        offset 0)
    union all
    select r.line, false, 'parent', p.name, 'the body is chartered by another union, or this relation would close a circle; not recorded'
    from body_import_row r
    join body_import_row p on p.ref = r.parent
    where r.line is not null and r.body_id is not null
      and (not r.created or p.body_id is null or p.body_id = r.body_id)
      and not exists (
        select from body_relation x
        where x.from_id = r.body_id and x.type = r.relation and x.to_id = p.body_id
        offset 0)
    union all
    select r.line, false, 'status', r.status::text, 'the file says that the body ended, the record says that it is active; kept'
    from body_import_row r
    cross join lateral (select * from body where id = r.body_id offset 0) b
    where r.line is not null and r.status <> 'ACTIVE' and b.status = 'ACTIVE'
    union all
    select r.line, false, 'count', r.count::text, 'an earlier row gave another count for the same day; both are recorded'
    from body_import_row r
    where r.line is not null and not r.created and r.count is not null
      and exists (
        select from body_member_count c
        where c.body_id = r.body_id and c.as_of = r.as_of and c.basis = r.basis and c.source = r.source
          and c.count <> r.count
          and c.id < (
            select min(o.id::text)::uuid from body_member_count o
            where o.body_id = r.body_id and o.as_of = r.as_of and o.basis = r.basis and o.source = r.source
              and o.count = r.count)
        offset 0);
end
$$;
--rollback drop function findings_of_import(); drop function import_bodies(uuid);
