-- What people are told, without saying it: a topic, ids and counts. And the post room of events between slices.

-- An event that cannot be handled is tried again later, and is visible when it was given up (`due` is null).
alter table platform.outbox
  add column tries int not null default 0,
  add column due timestamptz default now(),
  -- Code of the last trouble; never its words.
  add column code text;
create index outbox_by_due on platform.outbox (due, id);
grant update (tries, due, code) on platform.outbox to {{server}};

create schema notifications;
grant usage on schema notifications to {{server}};

create table notifications.notices (
  id uuid primary key,
  account_id uuid not null constraint notices_account references access.accounts (id),
  -- The event that it came from: an event handled twice tells once.
  event_id uuid not null,
  topic text not null,
  -- Ids, numbers and codes.
  params jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  -- at-once and digest wait for their mail; queued is handed to a job.
  mail text not null constraint notices_mail check (mail in ('at-once', 'digest', 'never', 'queued', 'sent')),
  constraint notices_once unique (event_id, account_id, topic)
);
create index notices_by_account on notifications.notices (account_id, (read_at is null) desc, at desc, id desc);
create index notices_unread on notifications.notices (account_id) where read_at is null;
create index notices_by_mail on notifications.notices (mail, account_id) where mail in ('at-once', 'digest', 'queued');

create table notifications.settings (
  account_id uuid not null constraint settings_account references access.accounts (id),
  topic text not null,
  mail text not null constraint settings_mail check (mail in ('at-once', 'digest', 'never')),
  primary key (account_id, topic)
);

alter table notifications.notices enable row level security;
create policy notices_read on notifications.notices for select to {{server}} using (account_id = (select access.account_id()));
create policy notices_change on notifications.notices for update to {{server}} using (account_id = (select access.account_id()));
alter table notifications.settings enable row level security;
create policy settings_read on notifications.settings for select to {{server}} using (account_id = (select access.account_id()));
create policy settings_add on notifications.settings for insert to {{server}} with check (account_id = (select access.account_id()));
create policy settings_change on notifications.settings for update to {{server}} using (account_id = (select access.account_id()));

-- Tells somebody else, whose notices nobody may read: the only way in to this table.
create function notifications.tell(notice uuid, event uuid, account uuid, about text, given jsonb, told_at timestamptz, usual text)
returns void security definer language sql set search_path = '' as $$
  insert into notifications.notices (id, account_id, event_id, topic, params, at, mail)
  select notice, a.id, event, about, given, told_at,
         coalesce((select s.mail from notifications.settings s where s.account_id = a.id and s.topic = about), usual)
  from access.accounts a where a.id = account and a.state = 'active'
  on conflict on constraint notices_once do nothing
$$;

-- Hands notices that wait for a mail of this mode to jobs, one per account. What was read meanwhile needs no mail.
create function notifications.queue_mail(mode text) returns setof uuid
security definer language sql set search_path = '' as $$
  with due as (
    update notifications.notices set mail = case when read_at is null then 'queued' else 'never' end
    where mail = mode and mode in ('at-once', 'digest')
    returning account_id, mail
  )
  select distinct account_id from due where mail = 'queued'
$$;
-- What one mail says: counts by topic, with the notices that it covers.
create function notifications.mail_of(account uuid)
returns table (email text, language text, topic text, notices uuid[])
stable security definer language sql set search_path = '' as $$
  select a.email, a.language, n.topic, array_agg(n.id)
  from notifications.notices n join access.accounts a on a.id = n.account_id and a.state = 'active'
  where n.account_id = account and n.mail = 'queued'
  group by a.email, a.language, n.topic
  order by n.topic
$$;
create function notifications.mail_sent(told uuid[]) returns void security definer language sql set search_path = '' as $$
  update notifications.notices set mail = 'sent' where id = any (told) and mail = 'queued'
$$;
-- Notices are no archive.
create function notifications.tidy(before_at timestamptz) returns int security definer language sql set search_path = '' as $$
  with gone as (
    delete from notifications.notices where at < before_at and (read_at is not null or at < before_at - interval '1 year')
    returning 1
  )
  select count(*)::int from gone
$$;
-- Takes away every notice about a person, whoever was told.
create function notifications.erase_about(person uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not coalesce(access.covers('read', 'contact', person) and access.may('approvals.decide'), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  delete from notifications.notices where params ->> 'personId' = person::text;
end
$$;

revoke all on all functions in schema notifications from public;
grant execute on function
  notifications.tell(uuid, uuid, uuid, text, jsonb, timestamptz, text), notifications.queue_mail(text),
  notifications.mail_of(uuid), notifications.mail_sent(uuid[]), notifications.tidy(timestamptz),
  notifications.erase_about(uuid) to {{server}};
grant select on notifications.notices to {{server}};
grant update (read_at) on notifications.notices to {{server}};
grant select, insert, update on notifications.settings to {{server}};

-- ---------------------------------------------------------------- what erasure leaves below the tables
-- The planner keeps samples of what columns hold. Measuring anew drops those of rows that are gone. Run after an
-- erasure; the owner may, the serving role may not, so it goes through this door.
create function platform.forget_statistics() returns void security definer language plpgsql set search_path = '' as $$
declare
  one regclass;
begin
  for one in
    select c.oid::regclass from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('people', 'documents', 'tasks', 'approvals', 'platform')
  loop
    execute format('analyze %s', one);
  end loop;
end
$$;
revoke all on function platform.forget_statistics() from public;
grant execute on function platform.forget_statistics() to {{server}};

-- Rows that are gone stay in the database's files until vacuum comes by: for the key of an erased person within
-- minutes, for the register long before a fifth of it has changed. What an image of the disk still shows then, and
-- what the write-ahead log holds until it turns over, is for the encryption of the disk.
alter table audit.person_keys set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
do $$
declare
  one regclass;
begin
  for one in
    select c.oid::regclass from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('people', 'documents', 'tasks')
  loop
    execute format('alter table %s set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005)', one);
  end loop;
end
$$;
