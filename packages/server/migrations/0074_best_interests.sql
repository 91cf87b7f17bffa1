-- What is best for a child: an assessment that a second person reads, and a panel that decides on it (docs/decisions/0074-best-interests.md).
-- In the protection section. Of those who read it by a sitting, only who sits on this very one does; and keeps it in sight afterwards, alone.

create table meetings.interests (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  question text not null constraint interests_question check (question in ('separation', 'guardianship', 'placement', 'contact', 'return')),
  -- Kept by meetings.move_interests() alone.
  state text not null default 'draft' constraint interests_state check (state in ('draft', 'review', 'reviewed', 'dropped')),
  -- The form's own words; nothing in it is asked or counted here.
  content jsonb not null,
  content_version int not null default 1,
  written_by uuid not null constraint interests_written_by references access.accounts (id),
  written_at timestamptz not null,
  reviewed_by uuid constraint interests_reviewed_by references access.accounts (id),
  reviewed_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint interests_case foreign key (case_id, person_id) references cases.cases (id, person_id) on delete cascade on update cascade,
  constraint interests_whose unique (id, person_id),
  constraint interests_reviewed check ((state = 'reviewed') = (reviewed_by is not null) and (reviewed_by is null) = (reviewed_at is null)),
  -- Nobody reads their own as the second person.
  constraint interests_second check (reviewed_by is distinct from written_by or reviewed_by is null)
);
create index interests_by_case on meetings.interests (case_id, written_at desc);
create index interests_by_person on meetings.interests (person_id);
create index interests_by_writer on meetings.interests (written_by) where state = 'draft';

create table meetings.interest_steps (
  id uuid primary key,
  interest_id uuid not null,
  person_id uuid not null,
  number int not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid not null constraint interest_steps_actor references access.accounts (id),
  reason text,
  constraint interest_steps_interest foreign key (interest_id, person_id) references meetings.interests (id, person_id)
    on delete cascade on update cascade,
  constraint interest_steps_number unique (interest_id, number)
);

create table meetings.panels (
  id uuid primary key,
  interest_id uuid not null,
  person_id uuid not null,
  state text not null default 'called' constraint panels_state check (state in ('called', 'proposed', 'decided', 'dropped')),
  sits_at timestamptz not null,
  place text,
  quorum int not null constraint panels_quorum check (quorum >= 2),
  called_by uuid not null constraint panels_called_by references access.accounts (id),
  called_at timestamptz not null,
  option uuid,
  words text,
  reasons text,
  review_on date,
  decided_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint panels_interest foreign key (interest_id, person_id) references meetings.interests (id, person_id)
    on delete cascade on update cascade,
  constraint panels_whose unique (id, person_id),
  constraint panels_proposed check (state not in ('proposed', 'decided')
    or (option is not null and words is not null and reasons is not null and review_on is not null)),
  constraint panels_decided check ((state = 'decided') = (decided_at is not null))
);
-- One at a time, and none after a decision: a new question is a new assessment.
create unique index panels_open on meetings.panels (interest_id) where state <> 'dropped';
create index panels_by_interest on meetings.panels (interest_id, called_at desc);

create table meetings.members (
  id uuid primary key,
  panel_id uuid not null,
  person_id uuid not null,
  ordinal int not null,
  account_id uuid not null constraint members_account references access.accounts (id),
  -- As they sat: an office may change later.
  agency_id uuid not null constraint members_agency references access.agencies (id),
  role text not null,
  grant_id uuid,
  option uuid,
  words text,
  said_at timestamptz,
  dissents boolean not null default false,
  dissent_words text,
  constraint members_panel foreign key (panel_id, person_id) references meetings.panels (id, person_id) on delete cascade on update cascade,
  constraint members_once unique (panel_id, account_id),
  constraint members_said check ((said_at is null) = (words is null) and (said_at is null) = (option is null)),
  constraint members_dissent check (not dissents or dissent_words is not null)
);
create index members_by_account on meetings.members (account_id);

create table meetings.panel_steps (
  id uuid primary key,
  panel_id uuid not null,
  person_id uuid not null,
  number int not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid not null constraint panel_steps_actor references access.accounts (id),
  reason text,
  constraint panel_steps_panel foreign key (panel_id, person_id) references meetings.panels (id, person_id) on delete cascade on update cascade,
  constraint panel_steps_number unique (panel_id, number)
);

create table meetings.follow_ups (
  id uuid primary key,
  panel_id uuid not null,
  person_id uuid not null,
  ordinal int not null,
  words text not null,
  owner_id uuid constraint follow_ups_owner references access.accounts (id),
  who text,
  due date not null,
  author_id uuid not null constraint follow_ups_author references access.accounts (id),
  task_id uuid constraint follow_ups_task references tasks.tasks (id) on delete set null,
  constraint follow_ups_panel foreign key (panel_id, person_id) references meetings.panels (id, person_id) on delete cascade on update cascade
);
create index follow_ups_by_panel on meetings.follow_ups (panel_id, ordinal);
create index follow_ups_by_task on meetings.follow_ups (task_id) where task_id is not null;

-- ---------------------------------------------------------------- who reads
create function meetings.sits(panel uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select access.may('interests.read') and exists (
    select 1 from meetings.members m join meetings.panels p on p.id = m.panel_id
    where m.panel_id = panel and m.account_id = access.account_id() and p.state <> 'dropped')
$$;
create function meetings.sits_for(interest uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from meetings.panels p where p.interest_id = interest and meetings.sits(p.id))
$$;
create function meetings.readable(person uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select coalesce(access.may('interests.read') and access.may('interests.write') and access.covers('read', 'protection', person), false)
$$;

do $$
declare
  one record;
begin
  for one in select * from (values
    ('interests', 'meetings.sits_for(id)'), ('interest_steps', 'meetings.sits_for(interest_id)'), ('panels', 'meetings.sits(id)'),
    ('members', 'meetings.sits(panel_id)'), ('panel_steps', 'meetings.sits(panel_id)'), ('follow_ups', 'meetings.sits(panel_id)')) as v (child, sits)
  loop
    execute format('call access.protect(%L, %L, %L)', 'meetings.' || one.child, 'person_id', '''protection''');
    execute format('create policy %I on meetings.%I for select to {{server}} using (%s)', one.child || '_sitting', one.child, one.sits);
    -- A sitting about something else opens the section, and not this.
    execute format('create policy %I on meetings.%I as restrictive for select to {{server}}
      using ((select access.may(''interests.read'')) and ((select access.may(''interests.write'')) or %s))', one.child || '_readers', one.child, one.sits);
    execute format('create policy %I on meetings.%I as restrictive for insert to {{server}} with check ((select access.may(''interests.write'')))',
      one.child || '_writers', one.child);
    execute format('alter table meetings.%I set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005)', one.child);
  end loop;
end
$$;
create policy interests_changers on meetings.interests as restrictive for update to {{server}}
  using ((select access.may('interests.write')) and state = 'draft');

-- ---------------------------------------------------------------- steps
-- Below the policies, since the voices of a panel move what its members may not write; each asks again who may.
create function meetings.write_interest_step(one meetings.interests, step uuid, wanted text, why text, moment timestamptz) returns void
language plpgsql set search_path = '' as $$
begin
  insert into meetings.interest_steps (id, interest_id, person_id, number, from_state, to_state, at, actor_id, reason)
  select step, one.id, one.person_id, coalesce(max(s.number), 0) + 1, one.state, wanted, moment, access.account_id(), why
    from meetings.interest_steps s where s.interest_id = one.id;
  update meetings.interests i set state = wanted, version = i.version + 1, updated_at = moment,
    reviewed_by = case wanted when 'reviewed' then access.account_id() end, reviewed_at = case wanted when 'reviewed' then moment end
    where i.id = one.id;
end
$$;

-- @param agreed the decided request that the step follows from
create function meetings.move_interests(step uuid, one uuid, was text, wanted text, why text, agreed uuid, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held meetings.interests;
begin
  select i.* into held from meetings.interests i where i.id = one for no key update;
  if held.id is null or not coalesce(meetings.readable(held.person_id), false)
    or not coalesce(case
      when agreed is not null then exists (
        select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
        where a.id = agreed and a.kind = 'best-interests-review' and a.subject_id = one
          and a.state = case wanted when 'reviewed' then 'approved' else 'refused' end)
      when wanted = 'reviewed' then false
      else access.covers('write', 'protection', held.person_id) end, false) then
    raise exception 'not for the actor to take' using errcode = '42501';
  end if;
  if held.state <> was then
    raise exception 'it has moved' using errcode = '40001';
  end if;
  perform meetings.write_interest_step(held, step, wanted, why, moment);
end
$$;

create function meetings.write_panel_step(one meetings.panels, step uuid, wanted text, why text, moment timestamptz) returns void
language plpgsql set search_path = '' as $$
begin
  insert into meetings.panel_steps (id, panel_id, person_id, number, from_state, to_state, at, actor_id, reason)
  select step, one.id, one.person_id, coalesce(max(s.number), 0) + 1, nullif(one.state, ''), wanted, moment, access.account_id(), why
    from meetings.panel_steps s where s.panel_id = one.id;
  update meetings.panels p set state = wanted, version = p.version + 1, updated_at = moment,
    decided_at = case wanted when 'decided' then moment end where p.id = one.id;
end
$$;

-- What opened the file for the sitting ends with it.
create function meetings.shut_file(panel uuid, moment timestamptz) returns void language sql set search_path = '' as $$
  update access.grants g set valid_to = greatest(moment, g.valid_from)
    from meetings.members m where m.panel_id = panel and g.id = m.grant_id and (g.valid_to is null or g.valid_to > moment)
$$;

-- Calls a panel: its members, and for those whose role reads by sittings the file of the child until it is over.
-- @param seats [{id, account, grant}], in order
create function meetings.call_panel(fresh uuid, interest uuid, step uuid, sits timestamptz, its_place text, its_quorum int, seats jsonb,
  until timestamptz, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held meetings.interests;
  made meetings.panels;
  seat record;
  hat record;
begin
  select i.* into held from meetings.interests i where i.id = interest for no key update;
  if held.id is null or not coalesce(meetings.readable(held.person_id) and access.covers('write', 'protection', held.person_id), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if held.state <> 'reviewed' then
    raise exception 'it has moved' using errcode = '40001';
  end if;
  insert into meetings.panels (id, interest_id, person_id, sits_at, place, quorum, called_by, called_at, updated_at)
  values (fresh, interest, held.person_id, sits, its_place, its_quorum, access.account_id(), moment, moment) returning * into made;
  insert into meetings.panel_steps (id, panel_id, person_id, number, to_state, at, actor_id)
  values (step, fresh, held.person_id, 1, 'called', moment, access.account_id());
  for seat in select (s ->> 'id')::uuid as id, (s ->> 'account')::uuid as account, (s ->> 'grant')::uuid as granted, n
      from jsonb_array_elements(seats) with ordinality as e (s, n) loop
    select h.agency_id, h.role, r.rights into hat from access.accounts a
      join access.hats h on h.account_id = a.id and h.ended_at is null
      join access.roles r on r.name = h.role and 'interests.read' = any (r.verbs) and 'approvals.decide' = any (r.verbs)
      where a.id = seat.account and a.state = 'active'
        and not exists (select 1 from cases.cases c where c.id = held.case_id and c.worker_id = a.id) and a.id <> access.account_id()
      order by (r.rights -> 'read' -> 'protection' ? 'sitting') desc, h.created_at, h.id limit 1;
    if not found then
      raise exception 'cannot sit' using errcode = '42501';
    end if;
    if hat.rights -> 'read' -> 'protection' ? 'sitting' then
      insert into access.grants (id, account_id, subject_id, kind, granted_by, valid_from, valid_to)
      values (seat.granted, seat.account, held.person_id, 'sitting', access.account_id(), moment, until);
    elsif not access.opens_to(seat.account, 'read', 'protection', held.person_id, 'interests.read') then
      raise exception 'cannot see' using errcode = '42501';
    end if;
    insert into meetings.members (id, panel_id, person_id, ordinal, account_id, agency_id, role, grant_id)
    values (seat.id, fresh, held.person_id, seat.n, seat.account, hat.agency_id, hat.role,
      case when hat.rights -> 'read' -> 'protection' ? 'sitting' then seat.granted end);
  end loop;
end
$$;

-- What a member thinks; until the panel has decided, and theirs alone.
create function meetings.say_opinion(panel uuid, its_option uuid, its_words text, differs boolean, differs_words text, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
begin
  update meetings.members m set option = its_option, words = its_words, said_at = moment, dissents = differs, dissent_words = differs_words
    from meetings.panels p
    where m.panel_id = panel and p.id = panel and m.account_id = access.account_id() and access.may('interests.read')
      and (p.state = 'proposed' or (p.state = 'called' and not differs));
  if not found then
    raise exception 'not for the actor to say' using errcode = '42501';
  end if;
  update meetings.panels p set version = p.version + 1, updated_at = moment where p.id = panel;
end
$$;

-- The decision as it was written down; it stands only by the voices of the members.
-- @param follows [{id, words, owner, who, due}], in order
create function meetings.propose(panel uuid, step uuid, its_option uuid, its_words text, its_reasons text, its_review date, follows jsonb,
  moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held meetings.panels;
begin
  select p.* into held from meetings.panels p where p.id = panel for no key update;
  if held.id is null or held.called_by <> access.account_id()
    or not coalesce(meetings.readable(held.person_id) and access.covers('write', 'protection', held.person_id), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if held.state <> 'called' then
    raise exception 'it has moved' using errcode = '40001';
  end if;
  update meetings.panels p set option = its_option, words = its_words, reasons = its_reasons, review_on = its_review where p.id = panel;
  delete from meetings.follow_ups f where f.panel_id = panel;
  insert into meetings.follow_ups (id, panel_id, person_id, ordinal, words, owner_id, who, due, author_id)
  select (f ->> 'id')::uuid, panel, held.person_id, n, f ->> 'words', (f ->> 'owner')::uuid, f ->> 'who', (f ->> 'due')::date, access.account_id()
    from jsonb_array_elements(follows) with ordinality as e (f, n);
  -- What somebody saw differently in a text that was taken back was about that text.
  update meetings.members m set dissents = false, dissent_words = null where m.panel_id = panel and m.dissents;
  perform meetings.write_panel_step(held, step, 'proposed', null, moment);
end
$$;

-- @param agreed the decided request that the step follows from
create function meetings.move_panel(step uuid, panel uuid, was text, wanted text, why text, agreed uuid, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held meetings.panels;
begin
  select p.* into held from meetings.panels p where p.id = panel for no key update;
  if held.id is null or not coalesce(case
      when agreed is not null then meetings.sits(panel) and exists (
        select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
        where a.id = agreed and a.kind = 'best-interests' and a.subject_id = panel
          and a.state = case wanted when 'decided' then 'approved' else 'refused' end)
      when wanted = 'decided' then false
      else held.called_by = access.account_id() and meetings.readable(held.person_id) end, false) then
    raise exception 'not for the actor to take' using errcode = '42501';
  end if;
  if held.state <> was then
    raise exception 'it has moved' using errcode = '40001';
  end if;
  perform meetings.write_panel_step(held, step, wanted, why, moment);
  if wanted in ('decided', 'dropped') then
    perform meetings.shut_file(panel, moment);
  end if;
end
$$;

-- What a decision asks of colleagues, as tasks of theirs; whoever cannot see what it is about is not asked: then it is its author's.
create function meetings.begin_tasks(panel uuid, agreed uuid, moment timestamptz) returns table (task_id uuid, owner_id uuid)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  if not exists (
      select 1 from meetings.panels p join approvals.approvals a on a.subject_id = p.id and a.kind = 'best-interests' and a.state = 'approved'
      join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
      where p.id = panel and p.state = 'decided' and a.id = agreed) then
    raise exception 'not for the actor to begin' using errcode = '42501';
  end if;
  return query
  with wanted as (
    select f.id as follow_id, plans.id_of('follow-up ' || f.id) as id, f.author_id, f.words, f.due, f.person_id,
      case when access.opens_to(f.owner_id, 'read', 'protection', f.person_id, 'tasks.work') then f.owner_id else f.author_id end as owner
    from meetings.follow_ups f where f.panel_id = panel and f.owner_id is not null and f.task_id is null),
  made as (
    insert into tasks.tasks (id, owner_id, team_id, created_by, title, subject_id, compartment, due, state, recurrence, anchor,
      origin, origin_id, created_at, updated_at)
    select w.id, w.owner, (select h.team_id from access.hats h where h.account_id = w.owner and h.ended_at is null
        order by h.created_at, h.id limit 1), w.author_id, w.words, w.person_id, 'protection', w.due, 'open', 'none', w.due,
      'panel', panel, moment, moment
      from wanted w on conflict (id) do nothing returning id, owner_id),
  noted as (
    insert into tasks.transitions (id, task_id, at, account_id, to_state, owner_id)
    select plans.id_of('made ' || m.id), m.id, moment, access.account_id(), 'open', m.owner_id from made m),
  linked as (
    update meetings.follow_ups f set task_id = w.id from wanted w where f.id = w.follow_id)
  select m.id, m.owner_id from made m;
end
$$;

create function meetings.follow_up_tasks(asked uuid[]) returns table (task_id uuid, state text)
stable security definer language sql set search_path = '' as $$
  select t.id, t.state from meetings.follow_ups f join tasks.tasks t on t.id = f.task_id
  where f.panel_id = any (asked) and (meetings.readable(f.person_id) or meetings.sits(f.panel_id))
$$;

-- The request that stands behind a proposal, and who agreed to it: for all who read the panel, whoever asked.
create function meetings.voices(panel uuid) returns table (approval_id uuid, state text, account_id uuid)
stable security definer language sql set search_path = '' as $$
  select a.id, a.state, d.account_id from approvals.approvals a
  left join approvals.decisions d on d.approval_id = a.id and d.verdict = 'approved'
  join meetings.panels p on p.id = a.subject_id
  where a.kind = 'best-interests' and a.subject_id = panel and a.state in ('pending', 'approved')
    and (meetings.readable(p.person_id) or meetings.sits(panel))
$$;
create function meetings.review_of(interest uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select a.id from approvals.approvals a join meetings.interests i on i.id = a.subject_id
  where a.kind = 'best-interests-review' and a.subject_id = interest and a.state = 'pending' and meetings.readable(i.person_id)
$$;

-- Who can be asked to sit: for the form that calls a panel.
create function meetings.can_sit(account uuid, person uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from access.accounts a join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role and 'interests.read' = any (r.verbs) and 'approvals.decide' = any (r.verbs)
    where a.id = account and a.state = 'active' and (r.rights -> 'read' -> 'protection' ? 'sitting'
      or access.opens_to(account, 'read', 'protection', person, 'interests.read')))
$$;

revoke all on function meetings.sits(uuid), meetings.sits_for(uuid), meetings.readable(uuid),
  meetings.write_interest_step(meetings.interests, uuid, text, text, timestamptz),
  meetings.move_interests(uuid, uuid, text, text, text, uuid, timestamptz),
  meetings.write_panel_step(meetings.panels, uuid, text, text, timestamptz), meetings.shut_file(uuid, timestamptz),
  meetings.call_panel(uuid, uuid, uuid, timestamptz, text, int, jsonb, timestamptz, timestamptz),
  meetings.say_opinion(uuid, uuid, text, boolean, text, timestamptz),
  meetings.propose(uuid, uuid, uuid, text, text, date, jsonb, timestamptz),
  meetings.move_panel(uuid, uuid, text, text, text, uuid, timestamptz), meetings.begin_tasks(uuid, uuid, timestamptz),
  meetings.follow_up_tasks(uuid[]), meetings.voices(uuid), meetings.review_of(uuid), meetings.can_sit(uuid, uuid) from public;
grant execute on function meetings.sits(uuid), meetings.sits_for(uuid),
  meetings.move_interests(uuid, uuid, text, text, text, uuid, timestamptz),
  meetings.call_panel(uuid, uuid, uuid, timestamptz, text, int, jsonb, timestamptz, timestamptz),
  meetings.say_opinion(uuid, uuid, text, boolean, text, timestamptz),
  meetings.propose(uuid, uuid, uuid, text, text, date, jsonb, timestamptz),
  meetings.move_panel(uuid, uuid, text, text, text, uuid, timestamptz), meetings.begin_tasks(uuid, uuid, timestamptz),
  meetings.follow_up_tasks(uuid[]), meetings.voices(uuid), meetings.review_of(uuid), meetings.can_sit(uuid, uuid) to {{server}};
grant select on meetings.interests, meetings.interest_steps, meetings.panels, meetings.members, meetings.panel_steps, meetings.follow_ups
  to {{server}};
grant insert on meetings.interests, meetings.interest_steps to {{server}};
grant update (question, content, version, updated_at) on meetings.interests to {{server}};
