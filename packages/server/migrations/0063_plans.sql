-- Plans (docs/decisions/0063-plans.md): goals in the family's own words, what is done for each, who said yes, how it went. Each
-- goal lies in the section of its domain and has the readers and writers of that section; nothing is added up over goals.

create schema plans;
grant usage on schema plans to {{server}};

-- One row a version. A family plan begins in the case of one of the household and is shown in those of all of it.
create table plans.plans (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null constraint plans_kind check (kind in ('individual', 'family')),
  household_id uuid constraint plans_household references people.households (id) on delete set null,
  number int not null,
  -- Kept by plans.take_step() alone.
  state text not null default 'draft' constraint plans_state check (state in ('draft', 'agreed', 'current', 'replaced', 'dropped')),
  made_by uuid not null constraint plans_made_by references access.accounts (id),
  made_at timestamptz not null,
  -- Why it changes one that is in force.
  why text,
  -- Counts whatever changes in it, so that the family says yes to what was read to them.
  version int not null default 1,
  updated_at timestamptz not null,
  constraint plans_case foreign key (case_id, person_id) references cases.cases (id, person_id) on delete cascade on update cascade,
  constraint plans_whose unique (id, person_id),
  constraint plans_number unique (case_id, kind, number)
);
create unique index plans_open on plans.plans (case_id, kind) where state in ('draft', 'agreed');
create unique index plans_current on plans.plans (case_id, kind) where state = 'current';
create index plans_by_person on plans.plans (person_id);
create index plans_by_household on plans.plans (household_id) where household_id is not null;

create table plans.steps (
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null,
  number int not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid not null constraint steps_actor references access.accounts (id),
  reason text,
  constraint steps_plan foreign key (plan_id, person_id) references plans.plans (id, person_id) on delete cascade on update cascade,
  constraint steps_number unique (plan_id, number)
);

create table plans.goals (
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  -- The same through all versions.
  thread uuid not null,
  domain text not null,
  words text not null,
  language text not null,
  baseline text,
  target text not null,
  indicator text,
  due date not null,
  owner_id uuid not null constraint goals_owner references access.accounts (id),
  author_id uuid not null constraint goals_author references access.accounts (id),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint goals_plan foreign key (plan_id, person_id) references plans.plans (id, person_id) on delete cascade on update cascade,
  constraint goals_thread unique (plan_id, thread),
  constraint goals_whose unique (id, person_id)
);
create index goals_by_thread on plans.goals (thread);

create table plans.actions (
  id uuid primary key,
  goal_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  thread uuid not null,
  ordinal int not null,
  kind text not null constraint actions_kind check (kind in ('task', 'service', 'referral')),
  words text not null,
  -- Whoever does it outside of this program.
  who text,
  owner_id uuid constraint actions_owner references access.accounts (id),
  author_id uuid not null constraint actions_author references access.accounts (id),
  due date,
  task_id uuid constraint actions_task references tasks.tasks (id) on delete set null,
  done_at timestamptz,
  done_by uuid constraint actions_done_by references access.accounts (id),
  done_words text,
  constraint actions_goal foreign key (goal_id, person_id) references plans.goals (id, person_id) on delete cascade on update cascade,
  constraint actions_thread unique (goal_id, thread),
  constraint actions_due check (kind <> 'task' or due is not null)
);
create index actions_by_task on plans.actions (task_id) where task_id is not null;

-- The family's yes, with who said it and what a child says for itself.
create table plans.agreements (
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null,
  by_whom text not null constraint agreements_by check (by_whom in ('self', 'guardian')),
  who text not null,
  how text not null constraint agreements_how check (how in ('signature', 'spoken')),
  document_id uuid constraint agreements_document references documents.documents (id) on delete set null,
  agreed_on date not null,
  words text,
  child text constraint agreements_child check (child in ('agrees', 'differs', 'too-young')),
  child_words text,
  actor_id uuid not null constraint agreements_actor references access.accounts (id),
  at timestamptz not null,
  constraint agreements_plan foreign key (plan_id, person_id) references plans.plans (id, person_id) on delete cascade on update cascade
);
create index agreements_by_plan on plans.agreements (plan_id);
create index agreements_by_document on plans.agreements (document_id) where document_id is not null;

create table plans.reviews (
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null,
  reviewed_on date not null,
  family_words text,
  actor_id uuid not null constraint reviews_actor references access.accounts (id),
  at timestamptz not null,
  constraint reviews_plan foreign key (plan_id, person_id) references plans.plans (id, person_id) on delete cascade on update cascade,
  constraint reviews_whose unique (id, person_id)
);
create index reviews_by_plan on plans.reviews (plan_id);
create table plans.progress (
  id uuid primary key,
  review_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  thread uuid not null,
  progress text not null constraint progress_progress check (progress in ('reached', 'further', 'as-before', 'harder')),
  words text,
  constraint progress_review foreign key (review_id, person_id) references plans.reviews (id, person_id) on delete cascade on update cascade,
  constraint progress_once unique (review_id, thread)
);

-- What came of a goal, as the worker and as the family sees it.
create table plans.outcomes (
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  thread uuid not null,
  came text not null constraint outcomes_came check (came in ('reached', 'partly', 'not-reached', 'let-go')),
  words text not null,
  family text not null constraint outcomes_family check (family in ('reached', 'partly', 'not-reached', 'let-go')),
  family_words text not null,
  actor_id uuid not null constraint outcomes_actor references access.accounts (id),
  at timestamptz not null,
  constraint outcomes_plan foreign key (plan_id, person_id) references plans.plans (id, person_id) on delete cascade on update cascade,
  constraint outcomes_once unique (plan_id, thread)
);

-- A practice or a recommendation that was taken for a goal.
create table plans.uses (
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  thread uuid not null,
  source text not null constraint uses_source check (source in ('practice', 'guidance')),
  source_id uuid not null,
  symbol text not null,
  title jsonb not null,
  taken_by uuid not null constraint uses_taken_by references access.accounts (id),
  taken_at timestamptz not null,
  went text constraint uses_went check (went in ('well', 'partly', 'not')),
  words text,
  -- About the practice and about nobody.
  library_words text,
  library_language text,
  went_by uuid constraint uses_went_by references access.accounts (id),
  went_at timestamptz,
  constraint uses_plan foreign key (plan_id, person_id) references plans.plans (id, person_id) on delete cascade on update cascade,
  constraint uses_said check ((went is null) = (went_at is null) and (went is null) = (went_by is null)),
  constraint uses_once unique (plan_id, thread, source_id)
);
create index uses_by_source on plans.uses (source_id);

-- ---------------------------------------------------------------- who reads and writes
do $$
declare
  one record;
begin
  for one in select * from (values
    ('plans', '''contact'''), ('steps', '''contact'''), ('goals', 'compartment'), ('actions', 'compartment'),
    ('agreements', '''social'''), ('reviews', '''social'''), ('progress', 'compartment'), ('outcomes', 'compartment'),
    ('uses', 'compartment')) as v (child, section)
  loop
    execute format('call access.protect(%L, %L, %L)', 'plans.' || one.child, 'person_id', one.section);
    execute format('create policy %I on plans.%I as restrictive for select to {{server}} using ((select access.may(''plans.read'')))', one.child || '_readers', one.child);
    execute format('create policy %I on plans.%I as restrictive for insert to {{server}} with check ((select access.may(''plans.write'')))', one.child || '_writers', one.child);
    execute format('create policy %I on plans.%I as restrictive for update to {{server}} using ((select access.may(''plans.write'')))', one.child || '_changers', one.child);
    execute format('create policy %I on plans.%I as restrictive for delete to {{server}} using ((select access.may(''plans.write'')))', one.child || '_droppers', one.child);
  end loop;
end
$$;

-- In which plan a goal can still be written.
create function plans.is_draft(plan uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from plans.plans p where p.id = plan and p.state = 'draft')
$$;
create policy goals_draft_only on plans.goals as restrictive for insert to {{server}} with check (plans.is_draft(plan_id));
create policy goals_draft_change on plans.goals as restrictive for update to {{server}} using (plans.is_draft(plan_id));
create policy goals_draft_drop on plans.goals as restrictive for delete to {{server}} using (plans.is_draft(plan_id));
create policy actions_draft_only on plans.actions as restrictive for insert to {{server}}
  with check (exists (select 1 from plans.goals g where g.id = goal_id and plans.is_draft(g.plan_id)));
create policy actions_draft_drop on plans.actions as restrictive for delete to {{server}}
  using (exists (select 1 from plans.goals g where g.id = goal_id and plans.is_draft(g.plan_id)));

create function plans.count_change() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update plans.plans p set version = version + 1
    where p.id = case tg_op when 'DELETE' then old.plan_id else new.plan_id end and p.state = 'draft';
  return null;
end
$$;
create trigger goals_counted after insert or update or delete on plans.goals for each row execute function plans.count_change();

-- An id that follows from what it is for (UUIDv8), so that what is made below the policies is made once.
create function plans.id_of(what text) returns uuid immutable language sql set search_path = '' as $$
  select overlay(overlay(md5(what) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid
$$;

-- ---------------------------------------------------------------- steps of a version
-- Below the policies, since a step of a plan is one for all its sections; it asks again who may.
create function plans.held(one uuid) returns plans.plans security definer language plpgsql set search_path = '' as $$
declare
  held plans.plans;
begin
  select p.* into held from plans.plans p where p.id = one for no key update;
  if held.id is null or not coalesce(access.may('plans.read') and access.covers('read', 'contact', held.person_id), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return held;
end
$$;
revoke all on function plans.held(uuid) from public;

create function plans.write_step(one plans.plans, step uuid, wanted text, why text, moment timestamptz) returns void
language plpgsql set search_path = '' as $$
begin
  insert into plans.steps (id, plan_id, person_id, number, from_state, to_state, at, actor_id, reason)
  select step, one.id, one.person_id, coalesce(max(s.number), 0) + 1, one.state, wanted, moment, access.account_id(), why
    from plans.steps s where s.plan_id = one.id;
  update plans.plans set state = wanted, version = version + 1, updated_at = moment where id = one.id;
end
$$;
revoke all on function plans.write_step(plans.plans, uuid, text, text, timestamptz) from public;

-- @param agreed the decided request that the step follows from
create function plans.take_step(step uuid, one uuid, was text, wanted text, why text, agreed uuid, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held plans.plans := plans.held(one);
begin
  if not coalesce(case
      when agreed is not null then exists (
        select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
        where a.id = agreed and a.kind = 'plan' and a.subject_id = one
          and a.state = case wanted when 'current' then 'approved' else 'refused' end)
      when wanted = 'current' or wanted = 'replaced' then false
      else access.may('plans.write') and access.covers('write', 'contact', held.person_id) end, false) then
    raise exception 'not for the actor to take' using errcode = '42501';
  end if;
  if held.state <> was then
    raise exception 'the plan has moved' using errcode = '40001';
  end if;
  if wanted = 'agreed' and not exists (select 1 from plans.agreements a where a.plan_id = one) then
    raise exception 'nobody has said yes' using errcode = '42501';
  end if;
  if wanted = 'current' then
    perform plans.replace(held, moment);
  end if;
  perform plans.write_step(held, step, wanted, why, moment);
end
$$;

-- The version before goes out of force; what nobody does any more is not asked of anybody.
create function plans.replace(fresh plans.plans, moment timestamptz) returns void language plpgsql set search_path = '' as $$
declare
  before plans.plans;
begin
  select p.* into before from plans.plans p
    where p.case_id = fresh.case_id and p.kind = fresh.kind and p.state = 'current' for no key update;
  if before.id is null then
    return;
  end if;
  perform plans.write_step(before, plans.id_of('replaced ' || before.id), 'replaced', null, moment);
  with gone as (
    select a.task_id from plans.actions a join plans.goals g on g.id = a.goal_id
    where g.plan_id = before.id and a.task_id is not null and not exists (
      select 1 from plans.actions b join plans.goals h on h.id = b.goal_id where h.plan_id = fresh.id and b.thread = a.thread)),
  ended as (
    update tasks.tasks t set state = 'cancelled', version = version + 1, updated_at = moment
      from gone where t.id = gone.task_id and t.state = 'open' returning t.id)
  insert into tasks.transitions (id, task_id, at, account_id, from_state, to_state)
  select plans.id_of('dropped ' || e.id || moment), e.id, moment, access.account_id(), 'open', 'cancelled' from ended e;
end
$$;
revoke all on function plans.replace(plans.plans, timestamptz) from public;

-- A new version begins as a copy of what is in force, in all sections, whoever may read them.
create function plans.copy_goals(from_plan uuid, to_plan uuid, moment timestamptz) returns int security definer language plpgsql set search_path = '' as $$
declare
  fresh plans.plans := plans.held(to_plan);
  before plans.plans := plans.held(from_plan);
  copied int;
begin
  if not coalesce(access.may('plans.write') and access.covers('write', 'contact', fresh.person_id) and fresh.state = 'draft'
      and before.case_id = fresh.case_id and before.kind = fresh.kind, false) then
    raise exception 'not for the actor to copy' using errcode = '42501';
  end if;
  insert into plans.goals (id, plan_id, person_id, compartment, thread, domain, words, language, baseline, target, indicator, due,
    owner_id, author_id, created_at, updated_at)
  select plans.id_of('goal ' || to_plan || g.thread), to_plan, g.person_id, g.compartment, g.thread, g.domain, g.words, g.language,
    g.baseline, g.target, g.indicator, g.due, g.owner_id, g.author_id, g.created_at, moment
    from plans.goals g where g.plan_id = from_plan
      -- What has come to its end stays with the version that it belongs to.
      and not exists (select 1 from plans.outcomes o where o.plan_id = from_plan and o.thread = g.thread);
  get diagnostics copied = row_count;
  insert into plans.actions (id, goal_id, person_id, compartment, thread, ordinal, kind, words, who, owner_id, author_id, due, task_id,
    done_at, done_by, done_words)
  select plans.id_of('action ' || to_plan || a.thread), h.id, a.person_id, a.compartment, a.thread, a.ordinal, a.kind, a.words, a.who,
    a.owner_id, a.author_id, a.due, a.task_id, a.done_at, a.done_by, a.done_words
    from plans.actions a join plans.goals g on g.id = a.goal_id and g.plan_id = from_plan
    join plans.goals h on h.plan_id = to_plan and h.thread = g.thread;
  return copied;
end
$$;

-- What a plan that comes into force asks of colleagues, as tasks of theirs in the section of the goal. Whoever cannot see what it
-- is about any more is not asked: then it is its author's.
create function plans.begin_tasks(plan uuid, agreed uuid, moment timestamptz) returns table (task_id uuid, owner_id uuid)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  held plans.plans := plans.held(plan);
begin
  if held.state <> 'current' or not exists (
      select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
      where a.id = agreed and a.kind = 'plan' and a.subject_id = plan and a.state = 'approved') then
    raise exception 'not for the actor to begin' using errcode = '42501';
  end if;
  -- Changed with the new version.
  update tasks.tasks t set title = a.words, due = a.due, version = t.version + 1, updated_at = moment
    from plans.actions a join plans.goals g on g.id = a.goal_id
    where g.plan_id = plan and t.id = a.task_id and t.state = 'open' and (t.title, t.due) is distinct from (a.words, a.due);
  return query
  with wanted as (
    select a.id as action_id, plans.id_of('task ' || a.thread) as id, a.author_id, a.words, a.due, a.compartment, a.person_id,
      case when access.opens_to(a.owner_id, 'read', a.compartment, a.person_id, 'tasks.work') then a.owner_id else a.author_id end as owner
    from plans.actions a join plans.goals g on g.id = a.goal_id
    where g.plan_id = plan and a.kind = 'task' and a.task_id is null and a.done_at is null),
  made as (
    insert into tasks.tasks (id, owner_id, team_id, created_by, title, subject_id, compartment, due, state, recurrence, anchor,
      origin, origin_id, created_at, updated_at)
    select w.id, w.owner, (select h.team_id from access.hats h where h.account_id = w.owner and h.ended_at is null
        order by h.created_at, h.id limit 1), w.author_id, w.words, w.person_id, w.compartment, w.due, 'open', 'none', w.due,
      'plan', plan, moment, moment
      from wanted w on conflict (id) do nothing returning id, owner_id),
  noted as (
    insert into tasks.transitions (id, task_id, at, account_id, to_state, owner_id)
    select plans.id_of('made ' || m.id), m.id, moment, access.account_id(), 'open', m.owner_id from made m),
  linked as (
    update plans.actions a set task_id = w.id from wanted w where a.id = w.action_id)
  select m.id, m.owner_id from made m;
end
$$;

-- How far the tasks of a plan are, for those to whom the action is open, whoever owns the task.
create function plans.tasks_of(asked uuid[]) returns table (action_id uuid, state text, done_at timestamptz)
stable security definer language sql set search_path = '' as $$
  select a.id, t.state, t.done_at from plans.actions a join plans.goals g on g.id = a.goal_id join tasks.tasks t on t.id = a.task_id
  where g.plan_id = any (asked) and access.may('plans.read') and access.covers('read', a.compartment, a.person_id)
$$;

-- Is there a plan that the family said yes to, and one that is in force? For who reads the case, whatever sections are theirs.
create function plans.standing(asked uuid[]) returns table (case_id uuid, agreed boolean, approved boolean, reviewed_at timestamptz)
stable security definer language sql set search_path = '' as $$
  select c.id,
    exists (select 1 from plans.plans p where p.case_id = c.id and p.kind = 'individual' and p.state in ('agreed', 'current')),
    exists (select 1 from plans.plans p where p.case_id = c.id and p.kind = 'individual' and p.state = 'current'),
    (select max(r.at) from plans.reviews r join plans.plans p on p.id = r.plan_id where p.case_id = c.id and p.kind = 'individual')
  from cases.cases c
  where c.id = any (asked) and access.may('cases.read') and access.covers('read', 'contact', c.person_id)
$$;

-- A practice in the plans of this node, as a number of cases; what is small is never said (server, plans/counts.ts).
create function plans.used(wanted uuid) returns table (taken int, well int, partly int, not_well int)
stable security definer language sql set search_path = '' as $$
  select count(distinct p.case_id)::int,
    count(distinct p.case_id) filter (where u.went = 'well')::int,
    count(distinct p.case_id) filter (where u.went = 'partly')::int,
    count(distinct p.case_id) filter (where u.went = 'not')::int
  from plans.uses u join plans.plans p on p.id = u.plan_id
  where u.source_id = wanted and (access.account_id() is null or access.may('practices.read'))
$$;

-- What a use says of the practice and of nobody, for the exchange, which works for nobody.
create function plans.library_word(one uuid) returns table (source_id uuid, went text, words text, language text, account_id uuid, at timestamptz)
stable security definer language sql set search_path = '' as $$
  select u.source_id, u.went, u.library_words, u.library_language, u.went_by, u.went_at from plans.uses u
  where u.id = one and u.source = 'practice' and u.library_words is not null and access.account_id() is null
$$;

-- A word on a practice that a plan tells, as a report that waits for a coordinator like every other. Taken twice it is taken once.
create function exchange.take_plan_word(report uuid, practice uuid, said text, said_language text, said_words text, by_account uuid,
  moment timestamptz)
returns boolean security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    raise exception 'for the exchange alone' using errcode = '42501';
  end if;
  insert into exchange.reports (id, practice_id, state, language, words, account_id, at)
  select report, p.id, said, said_language, said_words, by_account, moment from exchange.practices p where p.id = practice
  on conflict (id) do nothing;
  return found;
end
$$;
revoke all on function exchange.take_plan_word(uuid, uuid, text, text, text, uuid, timestamptz) from public;
grant execute on function exchange.take_plan_word(uuid, uuid, text, text, text, uuid, timestamptz) to {{server}};

-- ---------------------------------------------------------------- the place where families live
-- Preparing neighbours, school and mosque or club; and words that hurt, reported and answered. Of places and never of persons.
create table plans.places (
  id uuid primary key,
  area_code text not null constraint places_area references access.areas (code),
  agency_id uuid not null constraint places_agency references access.agencies (id),
  made_by uuid not null constraint places_made_by references access.accounts (id),
  made_at timestamptz not null,
  constraint places_once unique (area_code, agency_id)
);
create table plans.place_steps (
  id uuid primary key,
  place_id uuid not null constraint place_steps_place references plans.places (id) on delete cascade,
  kind text not null constraint place_steps_kind check (kind in ('neighbours', 'school', 'faith', 'club', 'mediation', 'media')),
  words text not null,
  owner_id uuid not null constraint place_steps_owner references access.accounts (id),
  due date not null,
  version int not null default 1,
  done_on date,
  done_by uuid constraint place_steps_done_by references access.accounts (id),
  went text,
  made_by uuid not null constraint place_steps_made_by references access.accounts (id),
  made_at timestamptz not null,
  constraint place_steps_done check ((done_on is null) = (done_by is null) and (done_on is null) = (went is null))
);
create index place_steps_by_place on plans.place_steps (place_id, due);
create table plans.incidents (
  id uuid primary key,
  place_id uuid not null constraint incidents_place references plans.places (id) on delete cascade,
  kind text not null constraint incidents_kind check (kind in ('words', 'refusal', 'threat', 'online', 'media')),
  whereabouts text not null constraint incidents_where check (whereabouts in ('school', 'neighbours', 'office', 'clinic', 'street', 'online', 'media')),
  happened_on date not null,
  words text not null,
  version int not null default 1,
  answered_on date,
  answered_by uuid constraint incidents_answered_by references access.accounts (id),
  answer text,
  made_by uuid not null constraint incidents_made_by references access.accounts (id),
  made_at timestamptz not null,
  constraint incidents_answered check ((answered_on is null) = (answered_by is null) and (answered_on is null) = (answer is null))
);
create index incidents_by_place on plans.incidents (place_id, happened_on desc);

do $$
declare
  works constant text := '(select access.may(''plans.write'')) and place_id in (select p.id from plans.places p)';
  mine constant text := '(select access.may(''plans.write'')) and agency_id = (select access.actor_agency())';
begin
  call guidance.protect('plans.places', mine, mine || ' and made_by = (select access.account_id())', 'false');
  call guidance.protect('plans.place_steps', works, works || ' and made_by = (select access.account_id())', works);
  call guidance.protect('plans.incidents', works, works || ' and made_by = (select access.account_id())', works);
end
$$;
grant select, insert on plans.places, plans.place_steps, plans.incidents to {{server}};
grant update (version, done_on, done_by, went) on plans.place_steps to {{server}};
grant update (version, answered_on, answered_by, answer) on plans.incidents to {{server}};

revoke all on all functions in schema plans from public;
grant execute on function plans.is_draft(uuid), plans.take_step(uuid, uuid, text, text, text, uuid, timestamptz),
  plans.copy_goals(uuid, uuid, timestamptz), plans.begin_tasks(uuid, uuid, timestamptz), plans.tasks_of(uuid[]),
  plans.standing(uuid[]), plans.used(uuid), plans.library_word(uuid) to {{server}};
grant select on plans.plans, plans.steps, plans.goals, plans.actions, plans.agreements, plans.reviews, plans.progress, plans.outcomes,
  plans.uses to {{server}};
grant insert on plans.plans, plans.goals, plans.actions, plans.agreements, plans.reviews, plans.progress, plans.outcomes, plans.uses
  to {{server}};
grant delete on plans.goals, plans.actions to {{server}};
grant update (domain, compartment, words, language, baseline, target, indicator, due, owner_id, version, updated_at) on plans.goals to {{server}};
grant update (compartment, ordinal, kind, words, who, owner_id, due, done_at, done_by, done_words) on plans.actions to {{server}};
grant update (came, words, family, family_words, actor_id, at) on plans.outcomes to {{server}};
grant update (went, words, library_words, library_language, went_by, went_at) on plans.uses to {{server}};

do $$
declare
  one text;
begin
  foreach one in array array['plans', 'steps', 'goals', 'actions', 'agreements', 'reviews', 'progress', 'outcomes', 'uses'] loop
    execute format('alter table plans.%I set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005)', one);
  end loop;
end
$$;
