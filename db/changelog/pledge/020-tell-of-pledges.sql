--liquibase formatted sql
--changeset solidarity:pledge-020 splitStatements:false
-- Subscribers are told of a pledge that was recorded, and of everything else in the ledger, which changes the totals.
create function tell_of_pledge_entries() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id)
  select case when kind = 'ORIGINAL' then 'pledgeRecorded' else 'pledgeChanged' end, campaign_id, pledge_id
  from written;
  return null;
end
$$;
create trigger pledge_entry_is_told_of after insert on pledge_entry referencing new table as written
  for each statement execute function tell_of_pledge_entries();
--rollback drop trigger pledge_entry_is_told_of on pledge_entry; drop function tell_of_pledge_entries();
