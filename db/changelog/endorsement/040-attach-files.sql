--liquibase formatted sql
--changeset solidarity:endorsement-040 splitStatements:false
create table attachment (
  id uuid primary key default uuidv7(),
  proceeding_id uuid references proceeding,
  resolution_id uuid references resolution,
  visibility visibility not null,
  name text not null constraint attachment_name_is_no_path check (length(trim(name)) between 1 and 200 and name !~ '[/\\]'),
  media_type text not null constraint attachment_is_of_a_type_that_is_taken check (
    media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif', 'text/plain')),
  bytes int not null constraint attachment_has_at_most_10_mib check (bytes between 1 and 10485760),
  sha256 text not null constraint attachment_hash_is_sha_256 check (sha256 ~ '^[0-9a-f]{64}$'),
  retracted boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  constraint attachment_is_of_one_thing check (num_nonnulls(proceeding_id, resolution_id) = 1)
);
comment on table attachment is 'A file that belongs to a proceeding or a resolution. Append only.';
comment on column attachment.retracted is 'Whether a retraction was recorded; kept by its trigger and by nothing else.';
create index attachment_proceeding_id on attachment (proceeding_id);
create index attachment_resolution_id on attachment (resolution_id);
grant select, insert on attachment to crm_app;

create table attachment_part (
  attachment_id uuid not null references attachment,
  number int not null constraint attachment_part_number_is_positive check (number > 0),
  content bytea storage external not null,
  primary key (attachment_id, number)
);
comment on table attachment_part is 'The bytes of attachments in pieces, so that nobody needs to hold a whole file in memory. Append only.';
grant select, insert on attachment_part to crm_app;

create table attachment_retraction (
  attachment_id uuid constraint attachment_is_retracted_once primary key references attachment,
  reason text not null constraint attachment_retraction_gives_a_reason check (length(trim(reason)) between 1 and 5000),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid
);
comment on table attachment_retraction is 'That an attachment should not be there, and why. Its bytes are kept and given to nobody. Append only.';
grant select, insert on attachment_retraction to crm_app;

-- Acts as the owner, because the application changes no attachment, and sees as the viewer.
create function retract_attachment() returns trigger language plpgsql security definer set search_path = crm, pg_temp as $$
begin
  update attachment set retracted = true where id = new.attachment_id;
  return null;
end
$$;
create trigger attachment_retraction_is_kept after insert on attachment_retraction
  for each row execute function retract_attachment();

-- Whoever sees the proceeding or the resolution sees what is attached; partner groups neither what is internal nor what
-- was retracted.
alter table attachment enable row level security, force row level security;
create policy attachment_is_visible on attachment for select using (
  ((select viewer_role()) <> 'PARTNER' or (visibility <> 'INTERNAL' and not retracted))
  and (exists (select from proceeding p where p.id = proceeding_id)
    or exists (select from resolution r where r.id = resolution_id)));
create policy attachment_is_recorded_by_staff on attachment for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and (exists (select from proceeding p where p.id = proceeding_id)
    or exists (select from resolution r where r.id = resolution_id)));
create policy attachment_is_retracted_by_staff on attachment for update using (viewer_role() in ('SYSTEM', 'STAFF'));

alter table attachment_part enable row level security, force row level security;
create policy attachment_part_is_visible on attachment_part for select using (
  exists (select from attachment a where a.id = attachment_id and not a.retracted));
create policy attachment_part_is_recorded_by_staff on attachment_part for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from attachment a where a.id = attachment_id));

alter table attachment_retraction enable row level security, force row level security;
create policy attachment_retraction_is_visible on attachment_retraction for select using (
  (select viewer_role()) <> 'PARTNER' and exists (select from attachment a where a.id = attachment_id));
create policy attachment_retraction_is_recorded_by_staff on attachment_retraction for insert with check (
  viewer_role() in ('SYSTEM', 'STAFF') and exists (select from attachment a where a.id = attachment_id));
--rollback drop table attachment_retraction; drop function retract_attachment(); drop table attachment_part; drop table attachment;
