-- Papers that people need, in the identity compartment. A state is never written: it follows from transitions.

create table people.papers (
  id uuid primary key,
  person_id uuid not null constraint papers_person references people.persons (id) on delete cascade,
  version int not null default 1,
  -- What it is to prove, and which paper of the state's profile would.
  fact text not null constraint papers_fact check (fact ~ '^[a-z][a-z0-9-]{0,60}$'),
  paper text constraint papers_paper check (paper ~ '^[a-z][a-z0-9-]{0,60}$'),
  pathway text not null constraint papers_pathway check (pathway ~ '^[a-z][a-z0-9-]{0,60}$'),
  office jsonb,
  steps jsonb not null default '[]',
  evidence jsonb not null default '[]',
  -- What stays shut as long as the paper is not there.
  blocks text[] not null default '{}',
  obstacle text,
  next_on date,
  -- The earlier of next_on and the day of the step in hand.
  due_on date,
  responsible_id uuid not null constraint papers_responsible references access.accounts (id),
  -- Kept by people.paper_stands() alone; the serving role cannot write these five.
  state text not null default 'needed',
  state_since date,
  waiting_since date,
  filed_on date,
  closed_on date,
  -- Version of the shapes in the jsonb columns.
  shape int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint papers_whose unique (id, person_id),
  constraint papers_order check (filed_on >= waiting_since and closed_on >= waiting_since)
);
create index papers_by_person on people.papers (person_id, waiting_since, id);
create index papers_by_wait on people.papers (waiting_since, id) where closed_on is null;
create index papers_by_state on people.papers (state, waiting_since, id);

create table people.paper_transitions (
  id uuid primary key,
  paper_id uuid not null,
  person_id uuid not null,
  -- Gapless from 1 in the order of recording.
  number int not null,
  from_state text,
  to_state text not null constraint paper_transitions_state check (to_state in (
    'needed', 'preparing', 'filed', 'waiting', 'in-court', 'refused', 'appealed', 'issued', 'handed-over', 'not-needed')),
  -- The day on which it happened, and the moment at which it was written down.
  on_day date not null,
  at timestamptz not null,
  account_id uuid not null constraint paper_transitions_account references access.accounts (id),
  reason text,
  undone_at timestamptz,
  constraint paper_transitions_paper foreign key (paper_id, person_id) references people.papers (id, person_id) on delete cascade,
  constraint paper_transitions_number unique (paper_id, number),
  constraint paper_transitions_moves check (from_state is distinct from to_state)
);

-- Each alert is given once to each account. `mark` tells one wait, and one thing that is shut, from another.
create table people.paper_alerts (
  paper_id uuid not null constraint paper_alerts_paper references people.papers (id) on delete cascade,
  account_id uuid not null constraint paper_alerts_account references access.accounts (id),
  topic text not null,
  mark text not null,
  at timestamptz not null default now(),
  primary key (paper_id, topic, mark, account_id)
);

-- Plans are kept for a session: one that was made while the table was empty would walk all of it for every row of a
-- large import, so these triggers always go by the index.
-- Where a paper stands, from what is recorded of it. The same rule as `standing` in the contract; a test compares them.
create function people.paper_stands() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
declare
  step record;
  now_state text;
  since date;
  waits date;
  filed date;
  closed date;
begin
  for step in
    select t.from_state, t.to_state, t.on_day from people.paper_transitions t
    where t.paper_id = new.paper_id and t.undone_at is null order by t.number
  loop
    if step.from_state is null or step.from_state in ('handed-over', 'not-needed') then
      waits := step.on_day;
      filed := null;
    end if;
    if step.to_state in ('needed', 'preparing') then
      filed := null;
    elsif step.to_state in ('filed', 'waiting', 'in-court', 'refused', 'appealed') then
      filed := coalesce(filed, step.on_day);
    end if;
    closed := case when step.to_state in ('issued', 'handed-over', 'not-needed') then coalesce(closed, step.on_day) end;
    now_state := step.to_state;
    since := step.on_day;
  end loop;
  if now_state is null then
    raise exception 'a paper keeps its first transition' using errcode = '23514', constraint = 'papers_begun';
  end if;
  update people.papers set state = now_state, state_since = since, waiting_since = waits, filed_on = filed, closed_on = closed
  where id = new.paper_id;
  return null;
end
$$;
create trigger paper_transitions_stands after insert or update of undone_at on people.paper_transitions
  for each row execute function people.paper_stands();

-- A transition goes on from where the paper stands: the chain has no gap and no fork.
create function people.paper_goes_on() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
declare
  last record;
begin
  select max(t.number) as number, (array_agg(t.to_state order by t.number desc) filter (where t.undone_at is null))[1] as state
    into last from people.paper_transitions t where t.paper_id = new.paper_id;
  if new.from_state is distinct from last.state or new.number <> coalesce(last.number, 0) + 1 then
    raise exception 'not from where the paper stands' using errcode = '23514', constraint = 'paper_transitions_chain';
  end if;
  return new;
end
$$;
create trigger paper_transitions_goes_on before insert on people.paper_transitions
  for each row execute function people.paper_goes_on();

-- Checked at the commit: no paper without its first transition.
create function people.paper_begun() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
begin
  if exists (select 1 from people.papers p where p.id = new.id)
     and not exists (select 1 from people.paper_transitions t where t.paper_id = new.id and t.undone_at is null) then
    raise exception 'a paper begins with a transition' using errcode = '23514', constraint = 'papers_begun';
  end if;
  return null;
end
$$;
create constraint trigger papers_begun after insert on people.papers deferrable initially deferred
  for each row execute function people.paper_begun();

call access.protect('people.papers', 'person_id', '''identity''');
call access.protect('people.paper_transitions', 'person_id', '''identity''');
-- Nobody records in another's name, and nobody takes back what another recorded.
create policy paper_transitions_own_add on people.paper_transitions as restrictive for insert to {{server}}
  with check (account_id = (select access.account_id()));
create policy paper_transitions_own_undo on people.paper_transitions as restrictive for update to {{server}}
  using (account_id = (select access.account_id()));
-- Written and read by the functions below only.
alter table people.paper_alerts enable row level security;

-- ---------------------------------------------------------------- whom to tell
-- Those who stand beside the person and may read the paper, except who is at the keys. Marks what they were told and
-- answers with those to whom it is new: ids only.
create function people.tell_paper(one uuid, about text, marks text[]) returns setof uuid
security definer language sql set search_path = '' as $$
  with told as (
    insert into people.paper_alerts (paper_id, account_id, topic, mark)
    select p.id, g.account_id, about, m.mark
    from people.papers p
    join (select distinct g.account_id, g.subject_id from access.grants g
           where g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())) g on g.subject_id = p.person_id
    cross join unnest(marks) as m (mark)
    where p.id = one and g.account_id is distinct from access.account_id()
      and access.opens_to(g.account_id, 'read', 'identity', p.person_id, 'people.read')
    on conflict do nothing
    returning account_id
  )
  select distinct account_id from told
$$;

-- Each morning, for the clock job, which acts for nobody: who has to hear that a wait has become too long. After the
-- limit those beside the person, after twice the limit the supervisors of the person's team.
create function people.papers_overdue(today date, limits jsonb, usual int)
returns table (account_id uuid, paper_id uuid, person_id uuid, topic text)
security definer language sql set search_path = '' as $$
  with late as (
    select p.id, p.person_id, p.waiting_since, today - p.waiting_since as days,
           coalesce((limits ->> p.fact)::int, usual) as most
    from people.papers p
    where p.closed_on is null and p.waiting_since < today
  ), whom as (
    select l.id, l.person_id, l.waiting_since, g.account_id, 'paper.waits-long' as topic
    from late l
    join access.grants g on g.subject_id = l.person_id
      and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
    where l.days > l.most
    union
    select l.id, l.person_id, l.waiting_since, h.account_id, 'paper.stuck'
    from late l
    join people.persons s on s.id = l.person_id
    join access.hats h on h.role = 'supervisor' and h.team_id = s.team_id and h.ended_at is null
    where l.days > 2 * l.most
  ), told as (
    insert into people.paper_alerts (paper_id, account_id, topic, mark)
    select w.id, w.account_id, w.topic, w.waiting_since::text
    from whom w
    where not exists (
        select 1 from people.paper_alerts a
        where a.paper_id = w.id and a.topic = w.topic and a.mark = w.waiting_since::text and a.account_id = w.account_id)
      and access.opens_to(w.account_id, 'read', 'identity', w.person_id, 'people.read')
    on conflict do nothing
    returning paper_alerts.paper_id, paper_alerts.account_id, paper_alerts.topic
  )
  select t.account_id, t.paper_id, p.person_id, t.topic from told t join people.papers p on p.id = t.paper_id
$$;

revoke all on function people.paper_stands(), people.paper_goes_on(), people.paper_begun(),
  people.tell_paper(uuid, text, text[]), people.papers_overdue(date, jsonb, int) from public;
grant execute on function people.tell_paper(uuid, text, text[]), people.papers_overdue(date, jsonb, int) to {{server}};
grant select on people.papers, people.paper_transitions to {{server}};
grant insert (id, person_id, fact, paper, pathway, office, steps, evidence, blocks, obstacle, next_on, due_on,
  responsible_id, created_at, updated_at) on people.papers to {{server}};
grant update (version, paper, pathway, office, steps, evidence, blocks, obstacle, next_on, due_on, responsible_id,
  updated_at) on people.papers to {{server}};
grant insert on people.paper_transitions to {{server}};
grant update (undone_at) on people.paper_transitions to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table people.papers set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table people.paper_transitions set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
