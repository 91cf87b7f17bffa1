-- How a node stands, in numbers and moments: for who keeps it running, and for the node itself. Nothing of anybody.

create index entries_backups on audit.entries (at) where action = 'node.backed-up';

create function platform.standing() returns jsonb stable security definer language sql set search_path = '' as $$
  select jsonb_build_object(
    'databaseBytes', pg_database_size(current_database()),
    'documentBytes', (select coalesce(sum(v.size), 0) from documents.versions v),
    'waiting', (select count(*) from platform.outbox o where o.due is not null and o.due < now() - interval '15 minutes'),
    'givenUp', (select count(*) from platform.outbox o where o.due is null),
    'entries', (select coalesce(max(c.size), 0) from audit.checkpoints c),
    'checkpointAt', (select max(c.at) from audit.checkpoints c),
    'unnumbered', (select count(*) from audit.pending p join audit.entries e on e.id = p.entry_id where e.at < now() - interval '2 minutes'),
    'backupAt', (select max(e.at) from audit.entries e where e.action = 'node.backed-up'))
  where access.account_id() is null or access.may('jobs.administer')
$$;
revoke all on function platform.standing() from public;
grant execute on function platform.standing() to {{server}};

-- ---------------------------------------------------------------- another role's screens, without data
alter table access.sessions add column view_role text;
alter table access.sessions add column view_until timestamptz;
alter table access.sessions add constraint sessions_view check (num_nonnulls(view_role, view_until) in (0, 2));
grant select (view_until) on access.sessions to {{server}};

-- Whoever looks through another role is nobody for the time of it: an account, an agency and places that no row has, no section of
-- anybody and no verb. Not null, which would be the node itself.
create function access.as_viewed(actor jsonb) returns jsonb security definer language plpgsql set search_path = '' as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  seen jsonb;
begin
  if actor is null then
    return null;
  end if;
  select actor || jsonb_build_object(
      'account', nobody, 'agency', nobody, 'team', null, 'areas', '[]'::jsonb, 'role', s.view_role, 'provenAgo', null,
      'rights', '{}'::jsonb, 'verbs', to_jsonb(r.verbs),
      'viewing', jsonb_build_object('account', actor -> 'account', 'role', actor -> 'role', 'until', s.view_until))
    into seen
    from access.sessions s
    join access.roles r on r.name = s.view_role
   where s.id = (actor ->> 'session')::uuid and s.view_until > access.moment() and (actor ->> 'complete')::boolean;
  if seen is null then
    return actor;
  end if;
  -- The program hears the verbs, since screens ask for them; to policies nobody holds any.
  perform set_config('kerege.actor', (seen || '{"verbs": []}')::text, true);
  return seen;
end
$$;

-- The proof of who is there does not outlive it.
create function access.begin_view(role text, until timestamptz) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not access.may('accounts.administer') or access.actor() ? 'viewing' then
    raise insufficient_privilege;
  end if;
  update access.sessions s set view_role = role, view_until = until, fresh_at = null
   where s.id = (access.actor() ->> 'session')::uuid;
end
$$;
create function access.end_view() returns void security definer language sql set search_path = '' as $$
  update access.sessions set view_role = null, view_until = null where id = (access.actor() ->> 'session')::uuid
$$;
revoke all on function access.as_viewed(jsonb), access.begin_view(text, timestamptz), access.end_view() from public;
grant execute on function access.as_viewed(jsonb), access.begin_view(text, timestamptz), access.end_view() to {{server}};

-- ---------------------------------------------------------------- a look for viruses before a paper opens
-- none: no scanner was set when it came; waiting: none has answered yet; clean; found: refused, its content is gone.
alter table documents.versions add column scan text not null default 'none'
  constraint versions_scan check (scan in ('none', 'waiting', 'clean', 'found'));
create index versions_waiting on documents.versions (stored_at) where scan = 'waiting';
grant update (scan) on documents.versions to {{server}};

-- For the node's own work, which acts for nobody: what opens a file that waits, and what came of it.
create function documents.unscanned(most int)
returns table (id uuid, document_id uuid, subject_id uuid, file_id uuid, wrapped bytea, person_id uuid)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  if access.account_id() is not null then
    raise exception 'only for the node itself' using errcode = '42501';
  end if;
  return query
    select v.id, v.document_id, v.subject_id, v.file_id, v.wrapped, v.person_id from documents.versions v
    where v.scan = 'waiting' and v.file_id is not null order by v.stored_at limit most;
end
$$;
create function documents.scanned(version uuid, clean boolean) returns boolean security definer language plpgsql set search_path = '' as $$
declare
  file uuid;
begin
  if access.account_id() is not null then
    raise exception 'only for the node itself' using errcode = '42501';
  end if;
  select v.file_id into file from documents.versions v where v.id = version and v.scan = 'waiting' for update;
  if file is null then
    return false;
  end if;
  if clean then
    update documents.versions v set scan = 'clean' where v.id = version;
  else
    update documents.versions v
       set scan = 'found', file_id = null, size = null, digest = null, wrapped = null, stored_at = null, person_id = null
     where v.id = version;
    insert into documents.discarded (file_id) values (file) on conflict do nothing;
  end if;
  return true;
end
$$;
revoke all on function documents.unscanned(int), documents.scanned(uuid, boolean) from public;
grant execute on function documents.unscanned(int), documents.scanned(uuid, boolean) to {{server}};
