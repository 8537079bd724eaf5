--liquibase formatted sql
--changeset solidarity:pledge-009 splitStatements:false
create table pledge_receipt (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references pledge_entry,
  campaign_id uuid not null references campaign,
  body_id uuid not null,
  of_member boolean not null,
  number text not null constraint pledge_receipt_number_is_given check (length(trim(number)) between 1 and 50),
  payee text not null constraint pledge_receipt_payee_is_given check (length(trim(payee)) between 1 and 300),
  purpose text not null constraint pledge_receipt_purpose_is_given check (length(trim(purpose)) between 1 and 2000),
  issued_on date not null
    constraint pledge_receipt_date_is_of_our_time check (issued_on between '1800-01-01' and '2199-12-31'),
  replaces_id uuid references pledge_receipt,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  constraint pledge_receipt_number_is_unique_in_its_campaign unique (campaign_id, number),
  constraint pledge_receipt_is_replaced_once unique (replaces_id)
);
comment on table pledge_receipt is 'What was given for a fulfilment, append only: a wrong receipt is replaced by another one.';
create index pledge_receipt_entry_id on pledge_receipt (entry_id);
grant select on pledge_receipt to crm_app, crm_ledger;
grant insert (id, entry_id, number, payee, purpose, issued_on, replaces_id, recorded_by) on pledge_receipt to crm_app;

create function refuse_wrong_receipt() returns trigger security definer set search_path = crm, pg_temp
language plpgsql as $$
declare
  entry pledge_entry;
begin
  select * into entry from pledge_entry where id = new.entry_id;
  if entry.kind is distinct from 'FULFILMENT' or entry.counted_from_id is not null then
    raise exception 'a receipt is for a fulfilment, where it was recorded'
      using errcode = 'check_violation', constraint = 'pledge_receipt_is_for_a_fulfilment';
  end if;
  perform from pledge where id = entry.pledge_id for no key update;
  if (select count(*) from pledge_receipt where entry_id = new.entry_id) >= 20 then
    raise exception 'a fulfilment has at most 20 receipts'
      using errcode = 'check_violation', constraint = 'pledge_fulfilment_has_at_most_20_receipts';
  end if;
  if new.replaces_id is not null
    and not exists (select from pledge_receipt where id = new.replaces_id and entry_id = new.entry_id) then
    raise exception 'a receipt replaces one for the same fulfilment'
      using errcode = 'check_violation', constraint = 'pledge_receipt_replaces_one_of_its_fulfilment';
  end if;
  new.campaign_id := entry.campaign_id;
  new.body_id := entry.body_id;
  new.of_member := entry.of_member;
  new.recorded_at := clock_timestamp();
  return new;
end
$$;
grant create on schema crm to crm_ledger;
alter function refuse_wrong_receipt() owner to crm_ledger;
revoke create on schema crm from crm_ledger;
create trigger pledge_receipt_is_right before insert on pledge_receipt
  for each row execute function refuse_wrong_receipt();
create trigger pledge_receipt_is_append_only before update or delete on pledge_receipt
  for each row execute function refuse_change();

alter table pledge_receipt enable row level security;
alter table pledge_receipt force row level security;
create policy pledge_receipt_for_the_ledger on pledge_receipt to crm_ledger using (true);
create policy pledge_receipt_for_all_to_see on pledge_receipt for select
  using ((select viewer_role()) in ('SYSTEM', 'AUDITOR'));
create policy pledge_receipt_of_the_system on pledge_receipt using ((select viewer_role()) = 'SYSTEM');
create policy pledge_receipt_of_the_campaign on pledge_receipt using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'STAFF')::uuid[]));
create policy pledge_receipt_of_the_body on pledge_receipt using (
  campaign_id = any ((select campaigns_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[])
  and body_id = any ((select bodies_of_account(viewer_account()) where viewer_role() = 'COORDINATOR')::uuid[]));
create policy pledge_receipt_of_the_partner on pledge_receipt for select using (
  not of_member
  and campaign_id = any ((select campaigns_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[])
  and body_id = any ((select bodies_of_group(viewer_group()) where viewer_role() = 'PARTNER')::uuid[]));
--rollback drop trigger pledge_receipt_is_append_only on pledge_receipt; drop trigger pledge_receipt_is_right on pledge_receipt; set role crm_ledger; drop function refuse_wrong_receipt(); set role crm_owner; drop table pledge_receipt;
