--liquibase formatted sql
--changeset solidarity:action-005 splitStatements:false
-- The owner of the schema finds the functions that it gave away, as the generator of the Java classes needs to.
set local role crm_turnout;
grant execute on function turnout_of_actions(uuid[]), seats_taken(uuid, uuid), promote_waiting(uuid), ask_again(uuid)
  to crm_owner;
set local role crm_owner;
--rollback set local role crm_turnout; revoke execute on function turnout_of_actions(uuid[]), seats_taken(uuid, uuid), promote_waiting(uuid), ask_again(uuid) from crm_owner; set local role crm_owner;
