--liquibase formatted sql
--changeset solidarity:platform-004 splitStatements:false
-- A text without accents and case, in the same form whatever the locale of the server: what names are sorted, compared
-- and searched by. ASCII has no accents and one form: most names skip the costly part. Not strict, so that it is inlined.
create function plain(value text) returns text immutable parallel safe language sql
  return lower(case when octet_length(value) = length(value) then value
    else unaccent('unaccent'::regdictionary, normalize(value, nfkc)) end collate "pg_c_utf8");
--rollback drop function plain(text);
