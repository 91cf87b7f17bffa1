-- The whole way of a case (docs/decisions/0060-the-whole-way-of-a-case.md): what a worker states with a step, closing under
-- four eyes, the calendar of looking in afterwards, and the days on which the program itself reminds.

-- The next day that asks for somebody: the review of an active case, the next look after closing.
alter table cases.cases add column look_on date;
create index cases_by_look on cases.cases (look_on, id) where look_on is not null;
-- Nobody, where the program took the step.
alter table cases.steps alter column actor_id drop not null;
-- Why a case closes, as a word of a list.
alter table cases.steps add column outcome text constraint steps_outcome check (outcome in (
  'stands-alone', 'help-elsewhere', 'family-wish', 'moved-away', 'not-found', 'died'));

-- What a worker says with a step, for each thing that it asks and nothing else in the program answers.
create table cases.statements (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  -- Of the step that it was said with.
  step int not null,
  guard text not null,
  words text not null,
  constraint statements_case foreign key (case_id, person_id) references cases.cases (id, person_id)
    on delete cascade on update cascade,
  constraint statements_once unique (case_id, step, guard)
);
call access.protect('cases.statements', 'person_id', '''social''');
create policy statements_readers on cases.statements as restrictive for select to {{server}} using ((select access.may('cases.read')));

-- Days on which somebody looks in after closing, further and further apart.
create table cases.looks (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  number int not null,
  due date not null,
  done_at timestamptz,
  done_by uuid constraint looks_done_by references access.accounts (id),
  how text constraint looks_how check (how in ('visit', 'call', 'not-reached')),
  going text constraint looks_going check (going in ('well', 'needs-help')),
  words text,
  constraint looks_case foreign key (case_id, person_id) references cases.cases (id, person_id)
    on delete cascade on update cascade,
  constraint looks_number unique (case_id, number),
  constraint looks_done check ((done_at is null) = (done_by is null) and (done_at is null) = (how is null))
);
call access.protect('cases.looks', 'person_id', '''social''');
create policy looks_readers on cases.looks as restrictive for select to {{server}} using ((select access.may('cases.read')));

-- ---------------------------------------------------------------- who writes
drop function cases.take_step(uuid, uuid, text, text, text, timestamptz);

-- One step with what was said. Which steps there are and what they ask, the contract says; here stands who may.
-- `agreed`: the request under four eyes that it follows from. `was`: from where the step was judged.
create function cases.take_step(step uuid, one uuid, was text, wanted text, why text, came_to text, said jsonb, look date,
  agreed uuid, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases := cases.held(one);
  next_number int;
begin
  if not coalesce(case
      when wanted = 'closed' or (was = 'closing' and agreed is not null) then exists (
        select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
        where a.id = agreed and a.kind = 'case-closure' and a.subject_id = one
          and a.state = case wanted when 'closed' then 'approved' else 'refused' end)
      when wanted in ('ended', 'transferred') then access.may('cases.assign')
      else access.may('cases.work') and (held.worker_id = access.account_id() or access.covers('write', 'contact', held.person_id)) end, false) then
    raise exception 'not for the actor to take' using errcode = '42501';
  end if;
  if held.state <> was then
    raise exception 'the case has moved' using errcode = '40001';
  end if;
  select max(s.number) + 1 into next_number from cases.steps s where s.case_id = one;
  insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id, reason, outcome)
  values (step, one, next_number, held.state, wanted, moment, access.account_id(), why, came_to);
  insert into cases.statements (id, case_id, person_id, step, guard, words)
  select md5(step || ' ' || (s ->> 'guard'))::uuid, one, held.person_id, next_number, s ->> 'guard', s ->> 'words'
    from jsonb_array_elements(said) s;
  update cases.cases set look_on = look where id = one;
  if wanted in ('ended', 'transferred') then
    perform cases.let_go(one, moment);
  end if;
  -- Opened again: nobody looks in on days that were meant for a family that needs no file.
  if wanted = 'active' and was in ('closed', 'follow-up') then
    delete from cases.looks l where l.case_id = one and l.done_at is null;
  end if;
end
$$;

-- The calendar after closing, made with the closure itself. Days that a reader may not see are made all the same.
create function cases.plan_looks(one uuid, ids uuid[], days date[]) returns void security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases := cases.held(one);
  made int := (select coalesce(max(l.number), 0) from cases.looks l where l.case_id = one);
begin
  if held.state <> 'closed' then
    raise exception 'the case is not closed' using errcode = '42501';
  end if;
  insert into cases.looks (id, case_id, person_id, number, due)
  select d.id, one, held.person_id, made + d.n, d.day
    from unnest(ids, days) with ordinality d (id, day, n)
   where not exists (select 1 from cases.looks l where l.case_id = one and l.done_at is null);
  update cases.cases c set look_on = (select min(l.due) from cases.looks l where l.case_id = one and l.done_at is null) where c.id = one;
end
$$;

-- Somebody looked in. Not reached: the day moves to `again`, and what was tried is kept beside.
create function cases.look(one uuid, its_look uuid, came text, is_going text, told text, fresh uuid, again date, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases := cases.held(one);
begin
  if not coalesce(access.may('cases.work') and access.covers('write', 'social', held.person_id)
      and (held.worker_id = access.account_id() or access.covers('write', 'contact', held.person_id)), false) then
    raise exception 'not for the actor to say' using errcode = '42501';
  end if;
  update cases.looks l set done_at = moment, done_by = access.account_id(), how = came, going = is_going, words = told
   where l.case_id = one and l.id = its_look and l.done_at is null;
  if not found then
    raise exception 'said already' using errcode = '40001';
  end if;
  if again is not null then
    insert into cases.looks (id, case_id, person_id, number, due)
    select fresh, one, held.person_id, max(l.number) + 1, again
      from cases.looks l where l.case_id = one;
  end if;
  update cases.cases c set version = version + 1, updated_at = moment,
    look_on = (select min(l.due) from cases.looks l where l.case_id = one and l.done_at is null) where c.id = one;
end
$$;

-- Each morning: an active case whose day of review has come is due for it. The program acts for nobody.
create function cases.call_reviews(today date, moment timestamptz) returns table (case_id uuid, person_id uuid, worker_id uuid)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select c.id, c.person_id, c.worker_id from cases.cases c
    where c.state = 'active' and c.look_on <= today order by c.look_on limit 500 for no key update skip locked),
  taken as (
    insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id)
    select md5('review ' || d.id || ' ' || max(s.number))::uuid, d.id, max(s.number) + 1, 'active', 'review-due', moment, null
      from due d join cases.steps s on s.case_id = d.id group by d.id
    returning case_id)
  select d.id, d.person_id, d.worker_id from due d join taken t on t.case_id = d.id;
end
$$;

revoke all on all functions in schema cases from public;
grant execute on function
  cases.take_step(uuid, uuid, text, text, text, text, jsonb, date, uuid, timestamptz),
  cases.plan_looks(uuid, uuid[], date[]), cases.look(uuid, uuid, text, text, text, uuid, date, timestamptz),
  cases.call_reviews(date, timestamptz) to {{server}};
grant select on cases.statements, cases.looks to {{server}};
alter table cases.statements set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table cases.looks set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
