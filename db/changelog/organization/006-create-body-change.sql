--liquibase formatted sql
--changeset solidarity:organization-006 splitStatements:false
create type body_part as enum ('BODY', 'NAME', 'IDENTIFIER', 'RELATION', 'MEETING');

create table body_change (
  id uuid primary key default uuidv7(),
  body_id uuid not null references body,
  part body_part not null,
  part_id uuid not null,
  field text not null,
  before text,
  after text,
  at timestamptz not null default now(),
  by uuid
);
comment on table body_change is 'What each field of a body and of its parts was before, kept by a trigger: the application cannot write it.';
create index body_change_body_id on body_change (body_id, at desc, id desc);

create function keep_body_change() returns trigger language plpgsql security definer set search_path = crm as $$
begin
  insert into body_change (body_id, part, part_id, field, before, after, by)
  select coalesce(was.row ->> 'body_id', was.row ->> 'from_id', was.row ->> 'id')::uuid, tg_argv[0]::body_part, o.id,
    field.key, was.row ->> field.key, field.value, nullif(viewer_account(), '00000000-0000-0000-0000-000000000000')
  from old_rows o
  join new_rows n on n.id = o.id
  cross join lateral (select to_jsonb(o) as row) was
  cross join lateral jsonb_each_text(to_jsonb(n)) field
  where field.value is distinct from was.row ->> field.key
    and field.key not in ('version', 'updated_at', 'sort_name', 'sort_acronym', 'ended_at', 'ended_by');
  return null;
end
$$;
create trigger body_keeps_change after update on body
  referencing old table as old_rows new table as new_rows for each statement execute function keep_body_change('BODY');
create trigger body_name_keeps_change after update on body_name
  referencing old table as old_rows new table as new_rows for each statement execute function keep_body_change('NAME');
create trigger body_identifier_keeps_change after update on body_identifier
  referencing old table as old_rows new table as new_rows for each statement execute function keep_body_change('IDENTIFIER');
create trigger body_relation_keeps_change after update on body_relation
  referencing old table as old_rows new table as new_rows for each statement execute function keep_body_change('RELATION');
create trigger body_meeting_keeps_change after update on body_meeting
  referencing old table as old_rows new table as new_rows for each statement execute function keep_body_change('MEETING');
grant select on body_change to crm_app;
--rollback drop trigger body_keeps_change on body; drop trigger body_name_keeps_change on body_name; drop trigger body_identifier_keeps_change on body_identifier; drop trigger body_relation_keeps_change on body_relation; drop trigger body_meeting_keeps_change on body_meeting; drop function keep_body_change(); drop table body_change; drop type body_part;
