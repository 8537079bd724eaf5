--liquibase formatted sql
--changeset solidarity:organization-005 splitStatements:false
alter table account_body add constraint account_body_body_id_fkey foreign key (body_id) references body;
alter table partner_body add constraint partner_body_body_id_fkey foreign key (body_id) references body;

-- The bodies and all below them by charter or constituency that is open today.
create function body_subtree(roots uuid[]) returns uuid[] stable parallel safe language sql as $$
  with recursive below(id) as (
    select unnest(roots)
    union
    select r.from_id from body_relation r join below b on r.to_id = b.id
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF')
      and daterange(r.from_date, r.to_date, '[)') @> current_date)
  select coalesce(array_agg(id), '{}') from below
$$;

-- Each body below each root, with the root itself, by charter or constituency on that day; depth counts the steps.
create function body_descendants(roots uuid[], day date) returns table (root_id uuid, body_id uuid, depth int)
  stable parallel safe language sql as $$
  with recursive below(root, id, depth) as (
    select root, root, 0 from unnest(roots) root
    union
    select b.root, r.from_id, b.depth + 1 from body_relation r join below b on r.to_id = b.id
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF') and daterange(r.from_date, r.to_date, '[)') @> day)
  select root, id, min(depth) from below group by root, id
$$;

-- Each body above each of these, without it, in the same way.
create function body_ancestors(bodies uuid[], day date) returns table (body_id uuid, ancestor_id uuid, depth int)
  stable parallel safe language sql as $$
  with recursive above(start, id, depth) as (
    select body, body, 0 from unnest(bodies) body
    union
    select a.start, r.to_id, a.depth + 1 from body_relation r join above a on r.from_id = a.id
    where r.type in ('CHARTERED_BY', 'CONSTITUENT_OF') and daterange(r.from_date, r.to_date, '[)') @> day)
  select start, id, min(depth) from above where depth > 0 group by start, id
$$;

-- How bodies are shown. The name of a local says nothing where it is its affiliation's or its union's, or only what
-- it is called there; then affiliation, designation and number stand for it, or its unit where it has no number.
create function body_display_names(bodies uuid[]) returns table (body_id uuid, display_name text)
  stable parallel safe language sql as $$
  select b.id, case
    when b.kind not in ('LOCAL_UNION', 'CHAPTER', 'ORGANIZING_COMMITTEE') or not said.nothing then b.name
    when b.designation_number is not null then concat_ws(' ', coalesce(b.affiliation, above.acronym, above.name),
      coalesce(b.designation, 'Local'), concat(b.designation_prefix, b.designation_number, b.designation_suffix))
    else coalesce(b.unit_name, b.name) end
  from body b
  left join body_relation charter on charter.from_id = b.id and charter.type = 'CHARTERED_BY' and charter.to_date is null
  left join body above on above.id = charter.to_id
  cross join lateral (
    select coalesce(b.sort_name in (plain(coalesce(b.affiliation, '')), above.sort_name, above.sort_acronym,
        plain(concat_ws(' ', coalesce(b.designation, 'Local'), b.designation_number)),
        plain(concat_ws(' ', b.affiliation, coalesce(b.designation, 'Local'), b.designation_number))), false)
      or exists (select from body_name n where n.body_id = above.id and plain(n.name) = b.sort_name)
      or exists (select from body u where u.sort_acronym = plain(b.affiliation) and u.sort_name = b.sort_name
        and u.kind not in ('LOCAL_UNION', 'CHAPTER', 'ORGANIZING_COMMITTEE')) as nothing
  ) said
  where b.id = any(bodies)
$$;

-- The bodies that a coordinator works for.
create function bodies_of_account(account uuid) returns uuid[] stable parallel safe language sql as $$
  select body_subtree(array_agg(body_id)) from account_body where account_id = account and revoked_at is null
$$;

-- The bodies whose person rows the account may see.
create function controllers_of_account(account uuid) returns uuid[] stable parallel safe language sql as $$
  select body_subtree(array_agg(body_id)) from account_body
  where account_id = account and revoked_at is null and with_members
$$;
--rollback drop function body_display_names(uuid[]); drop function body_ancestors(uuid[], date); drop function body_descendants(uuid[], date); drop function controllers_of_account(uuid); drop function bodies_of_account(uuid); drop function body_subtree(uuid[]); alter table partner_body drop constraint partner_body_body_id_fkey; alter table account_body drop constraint account_body_body_id_fkey;
