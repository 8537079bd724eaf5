--liquibase formatted sql
--changeset solidarity:endorsement-020 splitStatements:false
-- Subscribers are told of a proceeding that was opened or edited, of each event in its history, and of each vote.
create function tell_of_proceeding() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id) values ('endorsementChanged', new.campaign_id, new.id);
  return null;
end
$$;
create trigger proceeding_is_told_of
  after insert or update of resolution_id, identifier, sponsors, visibility on proceeding
  for each row execute function tell_of_proceeding();

create function tell_of_stage_event() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id, part_id)
  select 'endorsementChanged', campaign_id, id, new.id from proceeding where id = new.proceeding_id;
  return null;
end
$$;
create trigger stage_event_is_told_of after insert on stage_event
  for each row execute function tell_of_stage_event();

create function tell_of_vote() returns trigger language plpgsql as $$
begin
  insert into event (kind, topic_id, subject_id)
  select 'endorsementChanged', campaign_id, id from proceeding where id = new.proceeding_id;
  return null;
end
$$;
create trigger vote_is_told_of after insert on vote
  for each row execute function tell_of_vote();
--rollback drop trigger vote_is_told_of on vote; drop function tell_of_vote(); drop trigger stage_event_is_told_of on stage_event; drop function tell_of_stage_event(); drop trigger proceeding_is_told_of on proceeding; drop function tell_of_proceeding();
