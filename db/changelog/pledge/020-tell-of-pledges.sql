--liquibase formatted sql
--changeset solidarity:pledge-020 splitStatements:false
-- Subscribers are told of a pledge that was recorded, and of everything else that changes the totals: what is in the
-- ledger, what came of pledges of turnout, and corrections.
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

create function tell_of_turnout() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id)
  select 'pledgeChanged', campaign_id, pledge_id
  from written;
  return null;
end
$$;
create trigger pledge_turnout_is_told_of after insert on pledge_turnout referencing new table as written
  for each statement execute function tell_of_turnout();

create function tell_of_correction() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id) values ('pledgeChanged', new.campaign_id, new.id);
  return null;
end
$$;
create trigger pledge_correction_is_told_of after update of due_dates, purpose on pledge
  for each row when (old.due_dates <> new.due_dates or old.purpose is distinct from new.purpose)
  execute function tell_of_correction();
--rollback drop trigger pledge_correction_is_told_of on pledge; drop function tell_of_correction(); drop trigger pledge_turnout_is_told_of on pledge_turnout; drop function tell_of_turnout(); drop trigger pledge_entry_is_told_of on pledge_entry; drop function tell_of_pledge_entries();
