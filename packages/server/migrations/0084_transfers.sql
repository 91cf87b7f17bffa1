-- Transfers: another team or agency of this node is asked to take a case over (docs/decisions/0084-a-case-goes-over-on-acceptance.md). Until it
-- says yes nothing moves. What it learns beforehand is an act of sharing where it is another agency, and stands in that register.

create schema transfers;
grant usage on schema transfers to {{server}};

create table transfers.transfers (
  id uuid primary key,
  person_id uuid not null,
  case_id uuid not null,
  version int not null default 1,
  state text not null default 'asked' constraint transfers_state check (state in ('asked', 'accepted', 'declined', 'taken-back', 'stopped')),
  -- Whose it was, and who asked.
  from_agency_id uuid not null constraint transfers_from_agency references access.agencies (id),
  from_team_id uuid,
  account_id uuid not null constraint transfers_account references access.accounts (id),
  agency_id uuid not null constraint transfers_agency references access.agencies (id),
  team_id uuid,
  -- Who of them is spoken to; any of them may answer.
  receiver_id uuid constraint transfers_receiver references access.accounts (id),
  -- What they were told, where they are of another agency.
  disclosure_id uuid constraint transfers_disclosure unique references consents.disclosures (id),
  answer_by date not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  noted_at timestamptz,
  reminded int not null default 0,
  reminded_on date,
  updated_at timestamptz not null,
  constraint transfers_case foreign key (case_id, person_id) references cases.cases (id, person_id) on delete cascade on update cascade,
  constraint transfers_team foreign key (agency_id, team_id) references access.teams (agency_id, id),
  constraint transfers_elsewhere check ((from_agency_id, from_team_id) is distinct from (agency_id, team_id)),
  constraint transfers_whose unique (id, person_id)
);
-- A case is offered to one at a time.
create unique index transfers_asked on transfers.transfers (case_id) where state = 'asked';
create index transfers_by_case on transfers.transfers (case_id, asked_at desc);
create index transfers_by_sender on transfers.transfers (account_id, asked_at desc);
create index transfers_by_receiver on transfers.transfers (agency_id, answer_by, id) where state = 'asked';

-- Why, and what whoever takes it over needs to know; what was answered. Read by who reads how the family lives, and by who is asked.
create table transfers.words (
  transfer_id uuid not null,
  person_id uuid not null,
  number int not null,
  at timestamptz not null,
  account_id uuid constraint words_account references access.accounts (id),
  what text not null constraint words_what check (what in ('asked', 'brief', 'accepted', 'declined', 'taken-back', 'stopped', 'reminded')),
  words text,
  constraint words_key primary key (transfer_id, number),
  constraint words_transfer foreign key (transfer_id, person_id) references transfers.transfers (id, person_id)
    on delete cascade on update cascade
);

-- ---------------------------------------------------------------- who may take cases over for an agency
create function transfers.receivers(agency uuid, team uuid) returns table (account_id uuid, name text, team_id uuid)
stable security definer language sql set search_path = '' as $$
  select distinct on (a.name, a.id) a.id, a.name, h.team_id
    from access.hats h
    join access.accounts a on a.id = h.account_id and a.state = 'active'
    join access.roles r on r.name = h.role and 'transfers.answer' = any (r.verbs)
   where h.agency_id = agency and h.ended_at is null and (team is null or h.team_id is null or h.team_id = team)
   order by a.name, a.id, h.created_at
$$;

-- Is the actor one of those who are asked? Only as long as the question stands.
create function transfers.asks_me(state text, agency uuid, team uuid) returns boolean stable language sql set search_path = '' as $$
  select state = 'asked' and coalesce(access.may('transfers.answer') and agency = access.actor_agency()
    and (team is null or access.actor_team() is null or team = access.actor_team()), false)
$$;

-- ---------------------------------------------------------------- who reads
call access.protect('transfers.transfers', 'person_id', '''contact''');
create policy transfers_receiver on transfers.transfers for select to {{server}} using (transfers.asks_me(state, agency_id, team_id));
create policy transfers_readers on transfers.transfers as restrictive for select to {{server}} using (
  (select access.may('cases.read')) or transfers.asks_me(state, agency_id, team_id));
call access.protect('transfers.words', 'person_id', '''social''');
create policy words_receiver on transfers.words for select to {{server}} using (
  exists (select 1 from transfers.transfers t where t.id = transfer_id and transfers.asks_me(t.state, t.agency_id, t.team_id)));
create policy words_readers on transfers.words as restrictive for select to {{server}} using ((select access.may('cases.read')));

-- ---------------------------------------------------------------- telling those whom it concerns
create function transfers.tell(about text, whom uuid, transfer uuid, of_case uuid default null) returns void
security definer language sql set search_path = '' as $$
  insert into platform.outbox (id, topic, payload)
  select gen_random_uuid(), about, jsonb_strip_nulls(jsonb_build_object('accountId', whom, 'transferId', transfer, 'caseId', of_case))
   where whom is not null
$$;
-- Who is told of the answer: whoever asked, and where that is another, whoever works with the family.
create function transfers.senders(held transfers.transfers) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
   where a.state = 'active' and a.id in (held.account_id, (select c.worker_id from cases.cases c where c.id = held.case_id))
$$;

-- Writes where it stands now. For the functions below, which have asked who may.
create function transfers.put(held transfers.transfers, becomes text, by_whom uuid, why text, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
begin
  update transfers.transfers t set state = becomes, version = version + 1, updated_at = moment, answered_at = moment where t.id = held.id;
  insert into transfers.words (transfer_id, person_id, number, at, account_id, what, words)
  select held.id, held.person_id, max(w.number) + 1, moment, by_whom, becomes, why from transfers.words w where w.transfer_id = held.id;
end
$$;
revoke all on function transfers.tell(text, uuid, uuid, uuid), transfers.senders(transfers.transfers),
  transfers.put(transfers.transfers, text, uuid, text, timestamptz) from public;

-- ---------------------------------------------------------------- asking
-- @returns 'done', or why not: 'not-yours', 'stale', 'cannot', 'asked', 'nobody'.
create function transfers.ask(fresh uuid, one uuid, seen int, agency uuid, team uuid, receiver uuid, disclosure uuid, day date,
  why text, brief text, moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  held cases.cases := cases.held(one);
  me uuid := access.account_id();
begin
  if not coalesce(access.may('cases.work') and (held.worker_id = me or access.covers('write', 'contact', held.person_id)), false) then
    return 'not-yours';
  end if;
  if exists (select 1 from transfers.transfers t where t.case_id = one and t.state = 'asked') then
    return 'asked';
  end if;
  if held.version <> seen then
    return 'stale';
  end if;
  if held.state in ('closing', 'ended', 'transferred', 'merged') then
    return 'cannot';
  end if;
  if not exists (select 1 from transfers.receivers(agency, team) r where receiver is null or r.account_id = receiver) then
    return 'nobody';
  end if;
  if agency <> held.agency_id and not exists (
      select 1 from consents.disclosures d join services.organisations o on o.id = d.contact_id and o.agency_id = agency
       where d.id = disclosure and d.person_id = held.person_id and d.account_id = me) then
    raise exception 'not told on any basis' using errcode = '42501';
  end if;
  insert into transfers.transfers (id, person_id, case_id, from_agency_id, from_team_id, account_id, agency_id, team_id, receiver_id,
    disclosure_id, answer_by, asked_at, updated_at)
  values (fresh, held.person_id, one, held.agency_id, held.team_id, me, agency, team, receiver, disclosure, day, moment, moment);
  insert into transfers.words (transfer_id, person_id, number, at, account_id, what, words)
  values (fresh, held.person_id, 1, moment, me, 'asked', why), (fresh, held.person_id, 2, moment, me, 'brief', brief);
  perform transfers.tell('transfer.asked', r.account_id, fresh) from transfers.receivers(agency, team) r
    where receiver is null or r.account_id = receiver;
  return 'done';
end
$$;

-- What the one who is asked may read of what was told.
create function transfers.told_to_me(one uuid) returns table (field text, value text)
stable security definer language sql set search_path = '' as $$
  select t.field, t.value from transfers.transfers r join consents.told t on t.disclosure_id = r.disclosure_id
   where r.id = one and transfers.asks_me(r.state, r.agency_id, r.team_id)
$$;

-- ---------------------------------------------------------------- answering
-- The case is locked before the question, as everywhere: whoever moves the case ends the question.
create function transfers.hold(one uuid) returns transfers.transfers security definer language plpgsql set search_path = '' as $$
declare
  held transfers.transfers;
begin
  perform 1 from cases.cases c where c.id = (select t.case_id from transfers.transfers t where t.id = one) for no key update;
  select t.* into held from transfers.transfers t where t.id = one for update;
  return held;
end
$$;
revoke all on function transfers.hold(uuid) from public;

-- Takes the case over: who works with the family, where it stands, what was still to be done for it, all in one.
-- @returns 'done', or why not: 'not-found', 'stale', 'cannot', 'no-basis', 'no-worker'.
create function transfers.accept(one uuid, seen int, worker uuid, its_team uuid, assignment uuid, fresh_grant uuid, why text, today date,
  moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  held transfers.transfers := transfers.hold(one);
  its_case cases.cases;
  me uuid := access.account_id();
  place uuid := coalesce(held.team_id, its_team, access.actor_team());
  heir uuid := coalesce(worker, me);
  gone uuid[];
begin
  if held.id is null or not transfers.asks_me(held.state, held.agency_id, held.team_id) then
    return 'not-found';
  end if;
  if held.version <> seen then
    return 'stale';
  end if;
  select c.* into its_case from cases.cases c where c.id = held.case_id;
  if its_case.state in ('closing', 'ended', 'transferred', 'merged') then
    return 'cannot';
  end if;
  if held.disclosure_id is not null and not exists (
      select 1 from consents.disclosures d join consents.consents c on c.id = d.consent_id
       where d.id = held.disclosure_id and c.withdrawn_at is null and c.custody_ended_at is null and (c.until is null or c.until >= today)) then
    return 'no-basis';
  end if;
  if not exists (select 1 from access.teams t where t.id = place and t.agency_id = held.agency_id) then
    place := null;
  end if;
  if worker is not null and not cases.works_at(worker, held.agency_id, place) then
    return 'no-worker';
  end if;
  -- First of all, so that the move of the case does not stop what it follows from.
  perform transfers.put(held, 'accepted', me, why, moment);
  -- Those who work with cases elsewhere: what was granted to them of this family ends with their work.
  select coalesce(array_agg(distinct h.account_id), '{}') into gone
    from access.hats h join access.roles r on r.name = h.role and 'cases.work' = any (r.verbs)
   where h.ended_at is null and not exists (
      select 1 from access.hats n where n.account_id = h.account_id and n.ended_at is null and n.agency_id = held.agency_id
        and (n.agency_id <> held.from_agency_id or place is null or n.team_id = place));
  perform cases.let_go(held.case_id, moment);
  update access.grants g set valid_to = greatest(moment, g.valid_from)
   where g.subject_id = held.person_id and g.kind = 'own' and g.account_id = any (gone) and (g.valid_to is null or g.valid_to > moment);
  if worker is not null then
    insert into access.grants (id, account_id, subject_id, kind, granted_by, valid_from)
    values (fresh_grant, worker, held.person_id, 'own', me, moment);
  end if;
  insert into cases.assignments (id, case_id, agency_id, team_id, worker_id, grant_id, at, actor_id, reason)
  values (assignment, held.case_id, held.agency_id, place, worker, case when worker is not null then fresh_grant end, moment, me, why);
  update cases.cases c set worker_id = worker, version = version + 1, updated_at = moment where c.id = held.case_id;
  perform cases.place(held.person_id, held.agency_id, place);
  -- What was still to be done for the family goes to whoever works with it now.
  with moved as (
    update tasks.tasks t set owner_id = heir, team_id = place, handed_by = me, version = version + 1, updated_at = moment
     where t.subject_id = held.person_id and t.state = 'open' and (t.owner_id = any (gone) or t.owner_id = its_case.worker_id)
       and t.owner_id <> heir
    returning t.id)
  insert into tasks.transitions (id, task_id, at, account_id, from_state, to_state, owner_id)
  select gen_random_uuid(), m.id, moment, me, 'open', 'open', heir from moved m;
  update casework.appointments a set account_id = heir, version = version + 1, updated_at = moment
   where a.person_id = held.person_id and a.state = 'planned' and a.starts_at > moment
     and (a.account_id = any (gone) or a.account_id = its_case.worker_id) and a.account_id <> heir;
  perform transfers.tell('transfer.accepted', a.id, null) from access.accounts a
   where a.state = 'active' and a.id in (held.account_id, its_case.worker_id) and a.id <> me;
  perform transfers.tell('case.given', worker, null, held.case_id) where worker <> me;
  return 'done';
end
$$;

-- A no by who was asked, or taken back by who asked. @returns 'done', or why not: 'not-found', 'stale'.
create function transfers.end_it(one uuid, seen int, becomes text, why text, moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  held transfers.transfers := transfers.hold(one);
begin
  if held.id is null or held.state <> 'asked' or not coalesce(case becomes
      when 'declined' then transfers.asks_me(held.state, held.agency_id, held.team_id)
      when 'taken-back' then access.may('cases.work') and access.covers('read', 'contact', held.person_id) and (
        held.account_id = access.account_id() or access.covers('write', 'contact', held.person_id)
        or exists (select 1 from cases.cases c where c.id = held.case_id and c.worker_id = access.account_id())) end, false) then
    return 'not-found';
  end if;
  if held.version <> seen then
    return 'stale';
  end if;
  perform transfers.put(held, becomes, access.account_id(), why, moment);
  if becomes = 'declined' then
    perform transfers.tell('transfer.declined', s, one, held.case_id) from transfers.senders(held) s;
  else
    perform transfers.tell('transfer.ended', r.account_id, null) from transfers.receivers(held.agency_id, held.team_id) r;
  end if;
  return 'done';
end
$$;

-- The sender has read how it ended.
create function transfers.note(one uuid, moment timestamptz) returns boolean security definer language plpgsql set search_path = '' as $$
begin
  update transfers.transfers t set noted_at = coalesce(t.noted_at, moment)
   where t.id = one and t.state in ('declined', 'stopped') and access.may('cases.work') and access.covers('read', 'contact', t.person_id);
  return found;
end
$$;

-- ---------------------------------------------------------------- what stops it
create function transfers.stop(held transfers.transfers, why text, moment timestamptz) returns void
security definer language plpgsql set search_path = '' as $$
begin
  perform transfers.put(held, 'stopped', null, why, moment);
  perform transfers.tell('transfer.stopped', s, held.id, held.case_id) from transfers.senders(held) s;
  perform transfers.tell('transfer.ended', r.account_id, null) from transfers.receivers(held.agency_id, held.team_id) r;
end
$$;
revoke all on function transfers.stop(transfers.transfers, text, timestamptz) from public;

-- The case is over, asks to be closed, was merged, or stands somewhere else already.
create function transfers.case_moved() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  held transfers.transfers;
begin
  for held in select t.* from transfers.transfers t where t.case_id = new.id and t.state = 'asked' for update loop
    perform transfers.stop(held, 'case-moved', new.updated_at);
  end loop;
  return null;
end
$$;
create trigger cases_transfers after update of state, agency_id, team_id on cases.cases for each row
  when ((new.state is distinct from old.state and new.state in ('closing', 'ended', 'transferred', 'merged'))
    or (new.agency_id, new.team_id) is distinct from (old.agency_id, old.team_id))
  execute function transfers.case_moved();

-- What it rested on was taken back.
create function transfers.consent_ended() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  held transfers.transfers;
begin
  for held in
    select t.* from transfers.transfers t join consents.disclosures d on d.id = t.disclosure_id
     where d.consent_id = new.id and t.state = 'asked' for update of t
  loop
    perform transfers.stop(held, 'consent-ended', coalesce(new.withdrawn_at, new.custody_ended_at));
  end loop;
  return null;
end
$$;
create trigger consents_transfers after update of withdrawn_at, custody_ended_at on consents.consents for each row
  when ((new.withdrawn_at is not null and old.withdrawn_at is null) or (new.custody_ended_at is not null and old.custody_ended_at is null))
  execute function transfers.consent_ended();

-- Each morning: what rests on an answer that ran out stops; what nobody answered is asked again, every three days, five times at most.
create function transfers.remind(today date, moment timestamptz) returns table (transfer_id uuid, what text)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  held transfers.transfers;
begin
  for held in
    select t.* from transfers.transfers t
      join consents.disclosures d on d.id = t.disclosure_id
      join consents.consents c on c.id = d.consent_id
     where t.state = 'asked' and c.until < today limit 200 for update of t skip locked
  loop
    perform transfers.stop(held, 'consent-ended', moment);
    transfer_id := held.id;
    what := 'stopped';
    return next;
  end loop;
  for held in
    select t.* from transfers.transfers t
     where t.state = 'asked' and t.answer_by < today and t.reminded < 5 and (t.reminded_on is null or t.reminded_on <= today - 3)
     limit 200 for update of t skip locked
  loop
    update transfers.transfers t set reminded = reminded + 1, reminded_on = today where t.id = held.id;
    insert into transfers.words (transfer_id, person_id, number, at, what)
    select held.id, held.person_id, max(w.number) + 1, moment, 'reminded' from transfers.words w where w.transfer_id = held.id;
    perform transfers.tell('transfer.asked', r.account_id, held.id) from transfers.receivers(held.agency_id, held.team_id) r;
    perform transfers.tell('transfer.unanswered', s, held.id, held.case_id) from transfers.senders(held) s;
    transfer_id := held.id;
    what := 'reminded';
    return next;
  end loop;
end
$$;

revoke all on all functions in schema transfers from public;
grant execute on function transfers.receivers(uuid, uuid), transfers.asks_me(text, uuid, uuid),
  transfers.ask(uuid, uuid, int, uuid, uuid, uuid, uuid, date, text, text, timestamptz), transfers.told_to_me(uuid),
  transfers.accept(uuid, int, uuid, uuid, uuid, uuid, text, date, timestamptz),
  transfers.end_it(uuid, int, text, text, timestamptz), transfers.note(uuid, timestamptz),
  transfers.remind(date, timestamptz) to {{server}};
grant select on transfers.transfers, transfers.words to {{server}};
alter table transfers.transfers set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table transfers.words set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);

-- What a person reads of it in their own file.
insert into rights.file_parts (ordinal, head, name, query) values
  (132, 'case', 'transfers.transfers',
    'select t.id::text as _id, ''contact'' as _section, t.asked_at::date as day, ''=transfers.state.'' || t.state as state, (select coalesce(g.name -> $2 ->> ''text'', g.name -> ''en'' ->> ''text'', g.name -> ''ru'' ->> ''text'') from access.agencies g where g.id = t.agency_id) as place, t.answer_by as until, (select a.name from access.accounts a where a.id = t.account_id) as by from transfers.transfers t where t.person_id = $1 order by t.asked_at'),
  (134, 'case', 'transfers.words',
    'select (w.transfer_id::text || w.number) as _id, ''social'' as _section, w.at::date as day, ''=transfers.step.'' || w.what as kind, case when w.what <> ''stopped'' then w.words end as words, (select a.name from access.accounts a where a.id = w.account_id) as by from transfers.words w where w.person_id = $1 order by w.at, w.number');
