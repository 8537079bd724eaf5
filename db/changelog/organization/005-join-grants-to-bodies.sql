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

-- The bodies that a coordinator works for.
create function bodies_of_account(account uuid) returns uuid[] stable parallel safe language sql as $$
  select body_subtree(array_agg(body_id)) from account_body where account_id = account and revoked_at is null
$$;

-- The bodies whose person rows the account may see.
create function controllers_of_account(account uuid) returns uuid[] stable parallel safe language sql as $$
  select body_subtree(array_agg(body_id)) from account_body
  where account_id = account and revoked_at is null and with_members
$$;
--rollback drop function controllers_of_account(uuid); drop function bodies_of_account(uuid); drop function body_subtree(uuid[]); alter table partner_body drop constraint partner_body_body_id_fkey; alter table account_body drop constraint account_body_body_id_fkey;
