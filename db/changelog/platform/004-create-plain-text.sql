--liquibase formatted sql
--changeset solidarity:platform-004 splitStatements:false
-- A text without accents and case, in the same form whatever the locale of the server: what names are sorted, compared
-- and searched by.
create function plain(value text) returns text immutable strict parallel safe language sql
  return lower(unaccent('unaccent'::regdictionary, normalize(value, nfkc)) collate "pg_c_utf8");
--rollback drop function plain(text);
