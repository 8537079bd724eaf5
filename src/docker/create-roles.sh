#!/bin/sh
# Runs once, in the database container's first start: the roles, and the passwords from the environment.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f /crm/roles.sql
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
\getenv app CRM_APP_PASSWORD
\getenv migrator CRM_MIGRATOR_PASSWORD
alter role crm_app login password :'app';
alter role crm_migrator login password :'migrator';
SQL
