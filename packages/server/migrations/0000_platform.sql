-- Ground that every slice stands on: events between slices, commands that may be sent twice, foreign schemas.

create schema if not exists platform;
grant usage on schema platform to {{server}};
grant select on platform.migrations to {{server}};

-- Events for later slices and for mail, written in the transaction of what happened.
create table platform.outbox (
  id uuid primary key,
  topic text not null,
  payload jsonb not null,
  at timestamptz not null default now()
);
grant select, insert, delete on platform.outbox to {{server}};

-- First answer to a command, sealed, kept for a day: the same key gets the same answer.
create table platform.commands (
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status int,
  sealed bytea,
  subjects uuid[] not null default '{}',
  at timestamptz not null default now(),
  primary key (account_id, key)
);
create index commands_by_time on platform.commands (at);
create index commands_by_subject on platform.commands using gin (subjects);
grant select, insert, update, delete on platform.commands to {{server}};

-- The sign-in library and the job queue keep their own tables, in schemas that no request role can read.
create schema auth;
grant usage, create on schema auth to {{auth}};
create schema jobs;
grant usage, create on schema jobs to {{jobs}};
