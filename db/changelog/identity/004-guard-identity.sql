--liquibase formatted sql
--changeset solidarity:identity-004 splitStatements:false
alter table account enable row level security, force row level security;
create policy account_is_seen_by_colleagues on account for select using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR', 'STAFF')
  or id = (select viewer_account()));
create policy account_is_made_by_administrators on account for insert with check (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));
create policy account_is_changed_by_administrators on account for update using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));

alter table partner_group enable row level security, force row level security;
create policy partner_group_is_seen_by_staff_and_itself on partner_group for select using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR', 'STAFF')
  or id = (select viewer_group()));
create policy partner_group_is_made_by_administrators on partner_group for insert with check (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));
create policy partner_group_is_changed_by_administrators on partner_group for update using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));

alter table api_token enable row level security, force row level security;
create policy api_token_is_seen_by_administrators on api_token for select using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR', 'AUDITOR'));
create policy api_token_is_made_by_administrators on api_token for insert with check (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));
create policy api_token_is_changed_by_administrators on api_token for update using (
  (select viewer_role()) in ('SYSTEM', 'ADMINISTRATOR'));

-- The token with this hash, where it is good now and for this address.
create function good_token(hash bytea, address text, moment timestamptz) returns setof api_token
stable language sql as $$
  select *
  from api_token
  where secret_hash = hash
    and revoked_at is null
    and expires_at > moment
    and (cardinality(allowed_addresses) = 0 or address::inet <<= any (allowed_addresses::inet[]))
$$;
--rollback drop function good_token(bytea, text, timestamptz); drop policy api_token_is_changed_by_administrators on api_token; drop policy api_token_is_made_by_administrators on api_token; drop policy api_token_is_seen_by_administrators on api_token; alter table api_token no force row level security, disable row level security; drop policy partner_group_is_changed_by_administrators on partner_group; drop policy partner_group_is_made_by_administrators on partner_group; drop policy partner_group_is_seen_by_staff_and_itself on partner_group; alter table partner_group no force row level security, disable row level security; drop policy account_is_changed_by_administrators on account; drop policy account_is_made_by_administrators on account; drop policy account_is_seen_by_colleagues on account; alter table account no force row level security, disable row level security;
