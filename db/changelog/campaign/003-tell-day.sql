--liquibase formatted sql
--changeset solidarity:campaign-003 splitStatements:false
-- The day that it is, at a moment, where the campaign counts its days.
create function day_of_campaign(campaign uuid, at timestamptz) returns date stable parallel safe language sql as $$
  select (at at time zone c.time_zone)::date from campaign c where c.id = campaign
$$;
--rollback drop function day_of_campaign(uuid, timestamptz);
