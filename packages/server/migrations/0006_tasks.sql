-- Work with an owner and a due date. A task about a record is open only to those to whom that record is.

-- The access check for somebody else than the actor: would one hat of this account open the record (and hold the
-- verb)? Work is handed only to those who may see what it is about, and only they are told.
create function access.opens_to(account uuid, mode text, compartment text, subject uuid, verb text default null)
returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1
    from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
    join access.subjects s on s.id = subject
    cross join lateral (select r.rights -> mode -> compartment as scopes) t
    where a.id = account and a.state = 'active' and (verb is null or verb = any (r.verbs)) and (
      t.scopes ? 'node'
      or (t.scopes ? 'agency' and s.agency_id = h.agency_id)
      or (t.scopes ? 'team' and s.team_id = h.team_id)
      or (t.scopes ? 'area' and exists (
        select 1 from access.areas c where c.code = s.area_code and (c.code = any (h.areas) or c.parent = any (h.areas))))
      or exists (
        select 1 from access.grants g
        where g.account_id = a.id and g.subject_id = s.id and t.scopes ? g.kind
          and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now()))))
$$;
revoke all on function access.opens_to(uuid, text, text, uuid, text) from public;
grant execute on function access.opens_to(uuid, text, text, uuid, text) to {{server}};

create schema tasks;
grant usage on schema tasks to {{server}};

create table tasks.tasks (
  id uuid primary key,
  owner_id uuid not null constraint tasks_owner references access.accounts (id),
  -- The owner's team: its leads see the work of the team.
  team_id uuid,
  created_by uuid not null constraint tasks_creator references access.accounts (id),
  -- Who handed it over last keeps it in sight.
  handed_by uuid constraint tasks_handed_by references access.accounts (id),
  -- A code where the program made the task, words where a person did.
  kind text constraint tasks_kind check (kind ~ '^[a-z][a-z0-9-]{0,60}$'),
  title text,
  note text,
  subject_id uuid,
  compartment text not null default 'contact',
  due date not null,
  state text not null default 'open' constraint tasks_state check (state in ('open', 'done', 'cancelled')),
  recurrence text not null default 'none'
    constraint tasks_recurrence check (recurrence in ('none', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly')),
  -- The day that the rhythm started from.
  anchor date not null,
  -- The task that this one came back after.
  repeats_id uuid constraint tasks_repeats references tasks.tasks (id) on delete set null,
  depends_on uuid constraint tasks_depends_on references tasks.tasks (id) on delete set null,
  origin text,
  origin_id uuid,
  version int not null default 1,
  done_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint tasks_words check (title is not null or kind is not null),
  constraint tasks_done check ((state = 'done') = (done_at is not null)),
  constraint tasks_not_itself check (depends_on <> id)
);
create index tasks_by_owner on tasks.tasks (owner_id, due, id) where state = 'open';
create index tasks_by_owner_done on tasks.tasks (owner_id, done_at desc, id) where state = 'done';
create index tasks_by_team on tasks.tasks (team_id, due, id) where state = 'open';
create index tasks_by_creator on tasks.tasks (created_by, due, id) where state = 'open';
create index tasks_by_subject on tasks.tasks (subject_id, due, id);
create index tasks_by_dependency on tasks.tasks (depends_on);
create index tasks_by_repetition on tasks.tasks (repeats_id);

-- What became of a task: made, handed over, done, given up, taken back.
create table tasks.transitions (
  id uuid primary key,
  task_id uuid not null constraint transitions_task references tasks.tasks (id) on delete cascade,
  at timestamptz not null,
  account_id uuid not null,
  from_state text,
  to_state text not null,
  -- Whose task it was from then on, where that changed.
  owner_id uuid,
  reason text
);
create index transitions_by_task on tasks.transitions (task_id, at, id);

-- Is it the actor's to change? Below the policies, which cannot ask their own table.
create function tasks.is_mine(task uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from tasks.tasks t
    where t.id = task
      and (t.owner_id = access.account_id() or t.created_by = access.account_id()
        or t.team_id = access.my_team('write', t.compartment)))
$$;

alter table tasks.tasks enable row level security;
create policy tasks_read on tasks.tasks for select to {{server}} using (
  (owner_id = (select access.account_id())
    or created_by = (select access.account_id())
    or handed_by = (select access.account_id())
    or team_id = access.my_team('read', compartment))
  and (subject_id is null or access.covers('read', compartment, subject_id)));
-- Made by oneself; or the next one of a task that one may change, which keeps its creator.
create policy tasks_add on tasks.tasks for insert to {{server}} with check (
  (created_by = (select access.account_id()) or tasks.is_mine(repeats_id))
  and (subject_id is null or access.covers('read', compartment, subject_id)));
create policy tasks_change on tasks.tasks for update to {{server}} using (
  (owner_id = (select access.account_id())
    or created_by = (select access.account_id())
    or team_id = access.my_team('write', compartment))
  and (subject_id is null or access.covers('read', compartment, subject_id)))
  -- What it is about stays; where it goes, the action has checked for the new owner.
  with check (subject_id is null or access.covers('read', compartment, subject_id));

alter table tasks.transitions enable row level security;
create policy transitions_read on tasks.transitions for select to {{server}}
  using (task_id in (select t.id from tasks.tasks t));
create policy transitions_add on tasks.transitions for insert to {{server}} with check (
  account_id = (select access.account_id()) and task_id in (select t.id from tasks.tasks t));

-- Whom to remind this morning, for the clock job, which acts for nobody: ids and counts only. One event for each
-- account and day, so that a job that runs twice tells once.
create function tasks.reminders(today date)
returns table (event_id uuid, account_id uuid, overdue int, due_today int)
stable security definer language sql set search_path = '' as $$
  select md5('task.due ' || t.owner_id || ' ' || today)::uuid, t.owner_id,
         count(*) filter (where t.due < today)::int, count(*) filter (where t.due = today)::int
  from tasks.tasks t
  join access.accounts a on a.id = t.owner_id and a.state = 'active'
  where t.state = 'open' and t.due <= today
    and (t.subject_id is null or access.opens_to(t.owner_id, 'read', t.compartment, t.subject_id))
  group by t.owner_id
$$;

-- Takes away every task about a record, whoever owns it. Only for somebody who may decide such a thing and to whom
-- the record is open.
create function tasks.erase_about(subject uuid) returns int security definer language plpgsql set search_path = '' as $$
declare
  gone int;
begin
  if not coalesce(access.covers('read', 'contact', subject) and access.may('approvals.decide'), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  delete from tasks.tasks where subject_id = subject;
  get diagnostics gone = row_count;
  return gone;
end
$$;

revoke all on all functions in schema tasks from public;
grant execute on function tasks.is_mine(uuid), tasks.reminders(date), tasks.erase_about(uuid) to {{server}};
grant select, insert, update on tasks.tasks to {{server}};
grant select, insert on tasks.transitions to {{server}};
