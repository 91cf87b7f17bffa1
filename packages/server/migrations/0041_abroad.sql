-- People believed to be abroad. Everything said of them is an entry with its day and author; nothing is overwritten.
-- That somebody is abroad is the journey; evidence of nationality and kinship lies where such evidence lies.

create table repatriation.abroad (
  id uuid primary key,
  person_id uuid not null constraint abroad_person references people.persons (id) on delete cascade,
  version int not null default 1,
  responsible_id uuid not null constraint abroad_responsible references access.accounts (id),
  -- Kept by repatriation.abroad_stands() alone, from the steps.
  state text not null default 'known',
  since date,
  -- An outline of the entries, for lists and counts (contract/repatriation/register/rules.ts, `outline`).
  country text,
  held_as text,
  last_heard_on date,
  ask_again_on date,
  evidence_open int not null default 0,
  paper_open boolean not null default false,
  consent_open boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint abroad_whose unique (id, person_id)
);
create index abroad_by_person on repatriation.abroad (person_id);
create index abroad_by_hearing on repatriation.abroad (last_heard_on nulls first, id);
create index abroad_by_state on repatriation.abroad (state, last_heard_on nulls first, id);

create table repatriation.abroad_steps (
  id uuid primary key,
  abroad_id uuid not null,
  person_id uuid not null,
  number int not null,
  from_state text,
  to_state text not null constraint abroad_steps_state check (
    to_state in ('known', 'verified', 'ready', 'travelled', 'refused', 'lost', 'died')),
  on_day date not null,
  at timestamptz not null,
  account_id uuid not null constraint abroad_steps_account references access.accounts (id),
  reason text,
  constraint abroad_steps_whose foreign key (abroad_id, person_id) references repatriation.abroad (id, person_id)
    on delete cascade on update cascade,
  constraint abroad_steps_number unique (abroad_id, number),
  constraint abroad_steps_moves check (from_state is distinct from to_state)
);

create table repatriation.abroad_entries (
  id uuid primary key,
  abroad_id uuid not null,
  person_id uuid not null,
  compartment text not null constraint abroad_entries_compartment check (compartment in ('journey', 'identity', 'kinship')),
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  account_id uuid not null constraint abroad_entries_account references access.accounts (id),
  content jsonb not null,
  -- Version of the shape of the content.
  shape int not null default 1,
  replaced_by uuid,
  taken_back_at timestamptz,
  taken_back_reason text,
  constraint abroad_entries_whose foreign key (abroad_id, person_id) references repatriation.abroad (id, person_id)
    on delete cascade on update cascade,
  constraint abroad_entries_taken_back check ((taken_back_at is null) = (taken_back_reason is null))
);
create index abroad_entries_by_abroad on repatriation.abroad_entries (abroad_id, on_day desc, at desc);

-- A step goes on from where the record stands, without gap or fork; the state is that of the last step.
create function repatriation.abroad_goes_on() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
declare
  last record;
begin
  select s.number, s.to_state into last from repatriation.abroad_steps s
    where s.abroad_id = new.abroad_id order by s.number desc limit 1;
  if new.from_state is distinct from last.to_state or new.number <> coalesce(last.number, 0) + 1 then
    raise exception 'not from where the record stands' using errcode = '23514', constraint = 'abroad_steps_chain';
  end if;
  return new;
end
$$;
create trigger abroad_steps_goes_on before insert on repatriation.abroad_steps
  for each row execute function repatriation.abroad_goes_on();
create function repatriation.abroad_stands() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
begin
  update repatriation.abroad set state = new.to_state, since = new.on_day where id = new.abroad_id;
  return null;
end
$$;
create trigger abroad_steps_stands after insert on repatriation.abroad_steps
  for each row execute function repatriation.abroad_stands();

-- Who came with an operation is abroad no longer. Whoever ticks the arrival need not read the journey: this is written
-- below the policies, in their name.
create function repatriation.abroad_came_home() returns trigger security definer language plpgsql
set search_path = '' set enable_seqscan = off as $$
declare
  record record;
begin
  for record in
    select a.id, a.state from repatriation.abroad a
    where a.person_id = new.person_id and a.state in ('known', 'verified', 'ready', 'refused', 'lost') for update
  loop
    insert into repatriation.abroad_steps (id, abroad_id, person_id, number, from_state, to_state, on_day, at, account_id)
    select gen_random_uuid(), record.id, new.person_id, max(s.number) + 1, record.state, 'travelled',
           greatest(new.state_since::date, max(s.on_day)), new.state_since, access.account_id()
      from repatriation.abroad_steps s where s.abroad_id = record.id;
    update repatriation.abroad set version = version + 1, updated_at = new.state_since where id = record.id;
  end loop;
  return null;
end
$$;
create trigger lines_came_home after update of state on repatriation.lines
  for each row when (new.state = 'arrived' and old.state is distinct from 'arrived' and new.state_since is not null)
  execute function repatriation.abroad_came_home();

call access.protect('repatriation.abroad', 'person_id', '''journey''');
call access.protect('repatriation.abroad_steps', 'person_id', '''journey''');
call access.protect('repatriation.abroad_entries', 'person_id', 'compartment');
-- Nobody writes in another's name, and nobody takes back what another wrote.
create policy abroad_steps_own on repatriation.abroad_steps as restrictive for insert to {{server}}
  with check (account_id = (select access.account_id()));
create policy abroad_entries_own on repatriation.abroad_entries as restrictive for insert to {{server}}
  with check (account_id = (select access.account_id()));

-- Two records that become one: what was known of the one is known of the other.
create function repatriation.move_abroad(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update repatriation.abroad a set person_id = target
    where a.person_id = source and (chosen is null or a.id = any (chosen)) returning a.id;
end
$$;

revoke all on function repatriation.abroad_goes_on(), repatriation.abroad_stands(), repatriation.abroad_came_home(),
  repatriation.move_abroad(uuid, uuid, uuid[]) from public;
grant execute on function repatriation.move_abroad(uuid, uuid, uuid[]) to {{server}};
grant select on repatriation.abroad, repatriation.abroad_steps, repatriation.abroad_entries to {{server}};
grant insert (id, person_id, responsible_id, country, held_as, last_heard_on, ask_again_on, evidence_open, paper_open,
  consent_open, created_at, updated_at) on repatriation.abroad to {{server}};
grant update (version, responsible_id, country, held_as, last_heard_on, ask_again_on, evidence_open, paper_open,
  consent_open, updated_at) on repatriation.abroad to {{server}};
grant insert on repatriation.abroad_steps to {{server}};
grant insert (id, abroad_id, person_id, compartment, kind, on_day, at, account_id, content) on repatriation.abroad_entries
  to {{server}};
grant update (replaced_by, taken_back_at, taken_back_reason) on repatriation.abroad_entries to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table repatriation.abroad set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.abroad_entries set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.abroad_steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
