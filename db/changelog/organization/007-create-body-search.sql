--liquibase formatted sql
--changeset solidarity:organization-007 splitStatements:false
create extension if not exists fuzzystrmatch schema crm;

-- The words and numbers of a text, as they are searched for: apostrophes vanish, and dots after single letters (S.E.I.U.
-- is seiu); a number with a dash is one (10-1 is 10x1); zeros before a number do not count; dashes between letters stay.
create function search_text(value text) returns text immutable strict parallel safe language plpgsql as $$
declare
  plain text collate "pg_c_utf8" := translate(crm.plain(value), '''’`', '');
begin
  if plain !~ '[^a-z0-9 ,/()&:]|\m0' then
    return translate(plain, ',/()&:', '      ');
  end if;
  plain := regexp_replace(plain, '(?<![[:alnum:]])([[:alnum:]])[.]', '\1', 'g');
  plain := regexp_replace(plain, '([0-9])-(?=[0-9])', '\1x', 'g');
  return regexp_replace(plain, '[^[:alnum:]-]+|-(?![[:alpha:]])|(?<![[:alpha:]])-|\m0+(?=[[:alnum:]])', ' ', 'g');
end
$$;

-- Words with a dash count together and apart: AFL-CIO is aflcio, afl and cio.
create function search_vector(value text) returns tsvector immutable strict parallel safe language plpgsql as $$
declare
  words text := crm.search_text(value);
begin
  return to_tsvector('pg_catalog.simple', case when words like '%-%' then words || ' ' || replace(words, '-', '') else words end);
end
$$;

create table body_search (
  body_id uuid primary key references body,
  local boolean not null,
  words tsvector not null
);
comment on table body_search is 'What each body is found by, kept by triggers. Weight A: the words of its names, its affiliation and its number. Without weight, for being found under every name of its union: "=abbreviation" of its affiliation, and "@id" of what charters it.';
create index body_search_words on body_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 256);
create index body_search_union_words on body_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 256) where not local;

create table search_word (word text collate "C" not null);
comment on table search_word is 'Each word of a name, for finding what a misspelt one meant. No key: two transactions may both add a word, and neither waits.';
create index search_word_word on search_word (word);
create index search_word_similar on search_word using gin (word gin_trgm_ops);

-- Locks before it reads, so that of two transactions that change one body the later sees what the earlier did.
create function refresh_body_search(ids uuid[]) returns void language plpgsql security definer set search_path = crm as $$
begin
  perform from body_search where body_id = any(ids) order by body_id for update;
  with fresh as (
    insert into body_search as old (body_id, local, words)
    select b.id, b.kind in ('LOCAL_UNION', 'CHAPTER', 'ORGANIZING_COMMITTEE'),
      setweight(search_vector(concat_ws(' ', b.name, b.acronym, b.original_name, b.transliteration, b.unit_name,
        b.affiliation, b.designation_number, case when coalesce(b.designation_prefix, b.designation_suffix) is not null
          then concat(b.designation_prefix, b.designation_number, b.designation_suffix) end,
        (select string_agg(n.name, ' ') from body_name n where n.body_id = b.id))), 'A')
      || array_to_tsvector(array_remove(array['=' || plain(b.affiliation)], null)
        || array(select '@' || r.to_id from body_relation r
          where r.from_id = b.id and r.type = 'CHARTERED_BY' and r.to_date is null))
    from body b
    where b.id = any(ids)
    order by b.id
    on conflict (body_id) do update set local = excluded.local, words = excluded.words
    where (old.local, old.words) is distinct from (excluded.local, excluded.words)
    returning words
  )
  insert into search_word (word)
  select distinct lexeme from fresh, unnest(words)
  where length(lexeme) between 4 and 40 and lexeme ~ '^[^=@0-9]+$'
    and not exists (select from search_word where word = lexeme);
end
$$;

-- The argument is the query for the bodies that the statement touched.
create function keep_body_search() returns trigger language plpgsql security definer set search_path = crm as $$
declare
  ids uuid[];
begin
  execute tg_argv[0] into ids;
  if cardinality(ids) > 0 then
    perform refresh_body_search(ids);
  end if;
  return null;
end
$$;
create trigger body_is_found after insert on body referencing new table as new_rows
  for each statement execute function keep_body_search('select array(select id from new_rows)');
create trigger body_is_still_found after update on body referencing old table as old_rows new table as new_rows
  for each statement execute function keep_body_search('select array(
    select id from new_rows
    union select r.from_id from body_relation r join old_rows o on o.id = r.to_id join new_rows n on n.id = o.id
    where r.type = ''CHARTERED_BY'' and r.to_date is null and n.sort_acronym <> o.sort_acronym)');
create trigger body_name_is_found after insert on body_name referencing new table as new_rows
  for each statement execute function keep_body_search('select array(select distinct body_id from new_rows)');
create trigger body_name_is_still_found after update on body_name referencing new table as new_rows
  for each statement execute function keep_body_search('select array(select distinct body_id from new_rows)');
-- A local whose affiliation is the acronym of what charters it is found by that, and is left alone; the acronym cannot
-- change meanwhile.
create function keep_charter_search() returns trigger language plpgsql security definer set search_path = crm as $$
declare
  ids uuid[];
begin
  perform from body where id in (select to_id from new_rows where type = 'CHARTERED_BY') order by id for share;
  ids := array(
    select distinct r.from_id from new_rows r
    join body b on b.id = r.from_id
    join body charterer on charterer.id = r.to_id
    where r.type = 'CHARTERED_BY' and lower(b.affiliation) is distinct from charterer.sort_acronym);
  if cardinality(ids) > 0 then
    perform refresh_body_search(ids);
  end if;
  return null;
end
$$;
create trigger body_relation_is_found after insert on body_relation referencing new table as new_rows
  for each statement execute function keep_charter_search();
create trigger body_relation_is_still_found after update on body_relation referencing new table as new_rows
  for each statement execute function keep_charter_search();
grant select on body_search, search_word to crm_app;

-- The words of a search that count: without designators and stop words, unless there is nothing else. At most ten.
create function search_terms(query text) returns text[] immutable strict parallel safe language sql as $$
  with word as (
    select distinct term from string_to_table(replace(search_text(query), '-', ''), ' ') term where term <> ''
  ),
  telling as (
    select term from word
    where term <> all('{local,locals,lodge,branch,lo,loc,lu,no,nr,num,number,chapter,district,division,section,unit,the,of,and,for,de,da,do,das,dos,des,du,la,le,les,el,los,y,e,et,der,die,und}')
  )
  select coalesce((select array_agg(term) from (select term from telling limit 10) t),
    (select array_agg(term) from (select term from word limit 10) t), '{}')
$$;

-- A tsquery that also finds every local of a union that the term finds.
create function search_with_unions(term text) returns text stable strict parallel safe language sql set search_path = crm as $$
  select '(' || term || coalesce(string_agg(distinct ' | ''' || replace(replace(key, '\', '\\'), '''', '''''') || '''', ''), '') || ')'
  from (
    select b.id, b.sort_acronym from body_search s join body b on b.id = s.body_id
    where s.words @@ term::tsquery and not s.local
  ) as union_found
  cross join lateral (
    select '@' || union_found.id where exists (
      select from body_relation r where r.to_id = union_found.id and r.type = 'CHARTERED_BY')
    union all
    select '=' || union_found.sort_acronym where union_found.sort_acronym <> ''
    union all
    select '=' || plain(n.name) from body_name n where n.body_id = union_found.id and n.type = 'ABBREVIATION'
  ) as found(key)
$$;

-- What a term finds when it is the beginning of a word or misspelt; numbers are found only as they are written.
create function search_near(term text) returns text stable strict parallel safe language sql set search_path = crm as $$
  select case
    when term ~ '[0-9]' or length(term) < 3 then '''' || term || ''''
    when length(term) = 3 or exists (select from search_word where word ^@ term) then '''' || term || ''':*'
    else '(''' || term || ''':*' || coalesce((
      select string_agg(distinct ' | ''' || word || '''', '') from search_word
      where word % term and levenshtein_less_equal(word, term, 2) <= case when length(term) > 5 then 2 else 1 end), '') || ')'
    end
$$;

-- The bodies that a text finds; the smaller the distance, the better. Its thousands: the text is the name or acronym;
-- all terms stand in the body's own names; in those and its union's; as beginnings or misspelt in its own names; in any.
-- Below that: locals where no number was asked for, bodies that are no longer active, and how many words they have.
create function search_bodies(query text) returns table (found_id uuid, distance int) stable strict rows 100
  language plpgsql set search_path = crm as $$
declare
  terms text[] := search_terms(query);
  numbered int := (select case when bool_or(term ~ '[0-9]') then 0 else 200 end from unnest(terms) term);
  own tsquery := (select string_agg('''' || term || ''':a', ' & ') from unnest(terms) term)::tsquery;
  exact tsquery := (select string_agg(search_with_unions('''' || term || ''''), ' & ') from unnest(terms) term)::tsquery;
  own_near tsquery := (select string_agg(search_near(term), ' & ') from unnest(terms) term)::tsquery;
  near tsquery := (select string_agg(search_with_unions(search_near(term)), ' & ') from unnest(terms) term)::tsquery;
  whole text := plain(trim(query));
begin
  return query
    select b.id, 1000 * case
        when whole in (b.sort_name, b.sort_acronym) then 0
        when s.words @@ own then 1
        when s.words @@ exact then 2
        when s.words @@ own_near then 3
        else 4 end
      + case when s.local then numbered else 0 end
      + case when b.status in ('ACTIVE', 'TRUSTEESHIP') then 0 else 100 end
      + least(length(s.words), 99)
    from body_search s
    join body b on b.id = s.body_id
    where s.words @@ near;
end
$$;
--rollback drop function search_bodies(text); drop function search_near(text); drop function search_with_unions(text); drop function search_terms(text); drop trigger body_is_found on body; drop trigger body_is_still_found on body; drop trigger body_name_is_found on body_name; drop trigger body_name_is_still_found on body_name; drop trigger body_relation_is_found on body_relation; drop trigger body_relation_is_still_found on body_relation; drop function keep_body_search(); drop function keep_charter_search(); drop function refresh_body_search(uuid[]); drop table search_word; drop table body_search; drop function search_vector(text); drop function search_text(text); drop extension fuzzystrmatch;
