--liquibase formatted sql
--changeset solidarity:platform-003
create table idempotency (
  caller uuid not null,
  mutation text not null,
  key text not null constraint idempotency_key_is_short check (length(key) between 1 and 200),
  input_hash bytea not null,
  result_id uuid not null,
  at timestamptz not null default now(),
  primary key (caller, mutation, key)
);
comment on table idempotency is 'What a caller has already done under a key; rows older than 72 hours no longer count.';
create index idempotency_by_age on idempotency (at);
grant select, insert, update, delete on idempotency to crm_app;
--rollback drop table idempotency;
