--liquibase formatted sql
--changeset solidarity:platform-001
create extension if not exists btree_gist schema crm;
create extension if not exists pg_trgm schema crm;
create extension if not exists unaccent schema crm;
--rollback drop extension unaccent; drop extension pg_trgm; drop extension btree_gist;
