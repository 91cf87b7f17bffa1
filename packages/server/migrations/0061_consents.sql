-- What people agreed to about sharing, every act of sharing, and what authorities ask for in writing
-- (docs/decisions/0061-consent-and-who-was-told.md). Nothing is deleted: what is taken back says so, and stops what rests on it.

create schema consents;
grant usage on schema consents to {{server}};

-- Whom something can be told: a school, a clinic, an office, with the person there. About no family.
create table consents.contacts (
  id uuid primary key,
  version int not null default 1,
  kind text not null constraint contacts_kind check (kind in ('school', 'clinic', 'employer', 'social-service',
    'guardianship-body', 'legal-aid', 'court', 'registry', 'ngo', 'authority')),
  organisation text not null,
  person text,
  reach text,
  created_by uuid not null constraint contacts_created_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- No longer asked or told; the register of what they were told stays.
  closed_at timestamptz
);
create index contacts_by_name on consents.contacts (lower(organisation), id);

-- The widest that a kind can ever be told, whatever somebody agreed to (contract/consents/recipients.ts). Of the journey
-- nothing leaves, to nobody.
create function consents.may_tell(kind text, compartment text) returns boolean immutable language sql set search_path = '' as $$
  select compartment = any (case kind
    when 'school' then array['contact', 'kinship', 'health', 'education']
    when 'clinic' then array['contact', 'kinship', 'health', 'mhpss']
    when 'employer' then array['contact', 'education']
    when 'social-service' then array['contact', 'identity', 'kinship', 'social', 'health']
    when 'guardianship-body' then array['contact', 'identity', 'kinship', 'social', 'health', 'education', 'protection']
    when 'legal-aid' then array['contact', 'identity', 'kinship', 'social', 'legal']
    when 'court' then array['contact', 'identity', 'kinship', 'social', 'legal', 'protection']
    when 'registry' then array['contact', 'identity', 'kinship', 'legal']
    when 'ngo' then array['contact', 'kinship', 'social', 'education']
    when 'authority' then array['contact', 'identity', 'kinship', 'legal']
    else array[]::text[] end)
$$;

create table consents.consents (
  id uuid primary key,
  person_id uuid not null constraint consents_person references people.persons (id) on delete cascade,
  version int not null default 1,
  kind text not null constraint consents_kind check (kind in ('consent', 'assent', 'refusal', 'other-basis')),
  given_by text constraint consents_given_by check (given_by in ('self', 'parent', 'guardian', 'court')),
  -- A carer of the family tree, whose right to decide can end there; or somebody by name.
  giver_relation_id uuid constraint consents_giver references people.relations (id) on delete set null,
  giver_name text,
  capacity text not null constraint consents_capacity check (capacity in ('alone', 'with-support', 'not')),
  language text,
  explained text,
  interpreter text not null,
  purposes text[] not null,
  recipients text[] not null,
  contacts uuid[] not null,
  classes text[] not null constraint consents_classes check (not 'journey' = any (classes)),
  since date not null,
  until date,
  evidence text not null,
  evidence_note text,
  document_id uuid,
  basis text constraint consents_basis check (basis in ('law', 'court-decision', 'life-in-danger')),
  basis_words text,
  account_id uuid not null constraint consents_account references access.accounts (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint consents_withdrawn_by references access.accounts (id),
  withdrawn_who text constraint consents_withdrawn_who check (withdrawn_who in ('self', 'parent', 'guardian', 'court')),
  -- Whoever gave it may not decide for the person any more.
  custody_ended_at timestamptz,
  constraint consents_whose unique (id, person_id),
  constraint consents_asked check ((kind = 'other-basis') = (basis is not null and basis_words is not null)),
  constraint consents_given check (kind = 'other-basis' or given_by is not null),
  constraint consents_withdrawn check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_who) in (0, 3))
);
create index consents_by_person on consents.consents (person_id, recorded_at desc);
create index consents_by_relation on consents.consents (giver_relation_id) where giver_relation_id is not null;
create index consents_by_end on consents.consents (until) where withdrawn_at is null and kind in ('consent', 'other-basis');

-- Words about a consent, each with the readers of its section: the child's own view is not for the carer.
create table consents.words (
  consent_id uuid not null,
  person_id uuid not null,
  part text not null constraint words_part check (part in ('explained', 'view', 'withdrawn')),
  compartment text not null constraint words_compartment check (compartment = case part when 'view' then 'protection' else 'social' end),
  words text not null,
  constraint words_key primary key (consent_id, part),
  constraint words_consent foreign key (consent_id, person_id) references consents.consents (id, person_id)
    on delete cascade on update cascade
);

-- What an authority asks for in writing, and what became of it.
create table consents.requests (
  id uuid primary key,
  person_id uuid not null constraint requests_person references people.persons (id) on delete cascade,
  version int not null default 1,
  contact_id uuid not null constraint requests_contact references consents.contacts (id),
  paper text not null,
  paper_on date not null,
  document_id uuid,
  legal_basis text not null,
  asks text not null,
  due date not null,
  state text not null default 'recorded' constraint requests_state check (state in ('recorded', 'asked', 'released', 'refused')),
  -- Why it is proposed to be answered, or why it was refused.
  reason text,
  account_id uuid not null constraint requests_account references access.accounts (id),
  recorded_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid constraint requests_closed_by references access.accounts (id),
  constraint requests_whose unique (id, person_id),
  constraint requests_closed check ((state in ('released', 'refused')) = (closed_at is not null and closed_by is not null))
);
create index requests_by_person on consents.requests (person_id, recorded_at desc);
create index requests_open on consents.requests (due, id) where state in ('recorded', 'asked');
create index requests_by_time on consents.requests (recorded_at desc, id desc);

-- What is proposed to be released, word for word: what was decided is what leaves.
create table consents.request_fields (
  request_id uuid not null,
  person_id uuid not null,
  field text not null,
  compartment text not null constraint request_fields_limits check (consents.may_tell('authority', compartment)),
  value text not null,
  constraint request_fields_key primary key (request_id, field),
  constraint request_fields_request foreign key (request_id, person_id) references consents.requests (id, person_id)
    on delete cascade on update cascade
);

-- Every act of sharing. It rests on a consent, another basis, or on a request that two people answered; never on nothing.
create table consents.disclosures (
  id uuid primary key,
  person_id uuid not null constraint disclosures_person references people.persons (id) on delete cascade,
  contact_id uuid not null constraint disclosures_contact references consents.contacts (id),
  recipient text not null,
  purpose text,
  consent_id uuid constraint disclosures_consent references consents.consents (id),
  request_id uuid constraint disclosures_request unique references consents.requests (id),
  -- Told although somebody said no, since another basis asks for it: why.
  despite text,
  told_on date not null,
  how text not null,
  language text not null,
  account_id uuid not null constraint disclosures_account references access.accounts (id),
  at timestamptz not null,
  constraint disclosures_whose unique (id, person_id, recipient),
  constraint disclosures_rests check (num_nonnulls(consent_id, request_id) = 1),
  constraint disclosures_authority check ((recipient = 'authority') = (request_id is not null)),
  constraint disclosures_purpose check (request_id is not null or purpose is not null)
);
create index disclosures_by_person on consents.disclosures (person_id, at desc, id desc);
create index disclosures_by_contact on consents.disclosures (contact_id, at desc, id desc);
create index disclosures_by_time on consents.disclosures (at desc, id desc);
create index disclosures_by_consent on consents.disclosures (consent_id);

-- Exactly what was told.
create table consents.told (
  disclosure_id uuid not null,
  person_id uuid not null,
  recipient text not null,
  field text not null,
  compartment text not null,
  value text not null,
  constraint told_key primary key (disclosure_id, field),
  constraint told_limits check (consents.may_tell(recipient, compartment)),
  constraint told_disclosure foreign key (disclosure_id, person_id, recipient)
    references consents.disclosures (id, person_id, recipient) on delete cascade on update cascade
);

-- That somebody was called to ask again, so that each reason calls once.
create table consents.calls (
  id uuid primary key,
  person_id uuid not null constraint calls_person references people.persons (id) on delete cascade,
  consent_id uuid constraint calls_consent references consents.consents (id) on delete cascade,
  why text not null constraint calls_why check (why in ('came-of-age', 'runs-out', 'custody-ended', 'withdrawn')),
  task_id uuid not null,
  at timestamptz not null
);
create unique index calls_once on consents.calls (person_id, why, coalesce(consent_id, person_id));

-- ---------------------------------------------------------------- who reads and writes
alter table consents.contacts enable row level security;
-- The whole register for those who tell, answer or look after it; a family sees whom it was about.
create policy contacts_read on consents.contacts for select to {{server}} using ((select access.may('consents.read')) and (
  (select access.may('disclosures.make') or access.may('requests.answer') or access.may('audit.search'))
  or exists (select 1 from consents.disclosures d where d.contact_id = contacts.id)));
create policy contacts_add on consents.contacts for insert to {{server}} with check (
  (select access.may('disclosures.make') or access.may('requests.answer')) and created_by = (select access.account_id()));
create policy contacts_change on consents.contacts for update to {{server}}
  using ((select access.may('disclosures.make') or access.may('requests.answer')));

call access.protect('consents.consents', 'person_id', '''contact''');
create policy consents_readers on consents.consents as restrictive for select to {{server}} using ((select access.may('consents.read')));
create policy consents_recorders on consents.consents as restrictive for insert to {{server}}
  with check ((select access.may('consents.record')) and account_id = (select access.account_id()));
create policy consents_takers_back on consents.consents as restrictive for update to {{server}}
  using ((select access.may('consents.record')));
call access.protect('consents.words', 'person_id', 'compartment');
create policy words_readers on consents.words as restrictive for select to {{server}} using ((select access.may('consents.read')));
create policy words_recorders on consents.words as restrictive for insert to {{server}}
  with check ((select access.may('consents.record')));

-- That an authority asks about somebody is known to those who read the legal section, to those who decide, and to oversight.
create function consents.hears_of_requests(person uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select access.covers('read', 'contact', person)
    and (access.covers('read', 'legal', person) or access.may('release') or access.may('audit.search'))
$$;
alter table consents.requests enable row level security;
create policy requests_read on consents.requests for select to {{server}} using (
  (select access.may('consents.read')) and consents.hears_of_requests(person_id));
create policy requests_add on consents.requests for insert to {{server}} with check (
  (select access.may('requests.answer')) and account_id = (select access.account_id()) and state = 'recorded'
  and consents.hears_of_requests(person_id));
create policy requests_change on consents.requests for update to {{server}}
  using ((select access.may('requests.answer')) and consents.hears_of_requests(person_id))
  -- Released is written by consents.release alone, once two people decided.
  with check (state <> 'released');
call access.protect('consents.request_fields', 'person_id', 'compartment');
create policy request_fields_readers on consents.request_fields as restrictive for select to {{server}} using (
  (select access.may('consents.read')) and consents.hears_of_requests(person_id));

call access.protect('consents.disclosures', 'person_id', '''contact''');
create policy disclosures_readers on consents.disclosures as restrictive for select to {{server}} using (
  (select access.may('consents.read')) and (recipient <> 'authority' or consents.hears_of_requests(person_id)));
call access.protect('consents.told', 'person_id', 'compartment');
create policy told_readers on consents.told as restrictive for select to {{server}} using (
  (select access.may('consents.read')) and (recipient <> 'authority' or consents.hears_of_requests(person_id)));

-- The program's own: that somebody was called.
alter table consents.calls enable row level security;

-- Tells: once more everything that the rules asked, with the consent held still, so that one that is taken back meanwhile stops it.
create function consents.tell(fresh uuid, person uuid, its_contact uuid, its_purpose text, rests uuid, why text, day date, its_how text,
  its_language text, fields jsonb, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held consents.consents;
  receiver consents.contacts;
begin
  select c.* into receiver from consents.contacts c where c.id = its_contact and c.closed_at is null for share;
  select c.* into held from consents.consents c where c.id = rests and c.person_id = person for share;
  if receiver.id is null or held.id is null or not coalesce(access.may('disclosures.make') and access.covers('read', 'contact', person), false)
    or exists (select 1 from jsonb_array_elements(fields) f where not access.covers('read', f ->> 'compartment', person)) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if held.withdrawn_at is not null or held.custody_ended_at is not null or held.since > day or held.until < day
    or held.kind not in ('consent', 'other-basis') or not its_purpose = any (held.purposes)
    or not (receiver.kind = any (held.recipients) or receiver.id = any (held.contacts))
    or exists (select 1 from jsonb_array_elements(fields) f where not (f ->> 'compartment') = any (held.classes)) then
    raise exception 'the consent has moved' using errcode = '40001';
  end if;
  insert into consents.disclosures (id, person_id, contact_id, recipient, purpose, consent_id, despite, told_on, how, language, account_id, at)
  values (fresh, person, receiver.id, receiver.kind, its_purpose, held.id, why, day, its_how, its_language, access.account_id(), moment);
  insert into consents.told (disclosure_id, person_id, recipient, field, compartment, value)
  select fresh, person, receiver.kind, f ->> 'field', f ->> 'compartment', f ->> 'value' from jsonb_array_elements(fields) f;
end
$$;

-- Of one act of sharing that the actor may see: how many fields were told in all, so that those in shut sections are counted.
create function consents.told_size(one uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from consents.told t where t.disclosure_id = one and access.may('consents.read')
    and access.covers('read', 'contact', t.person_id)
$$;
-- Was it ever told anything, by whomever?
create function consents.was_told(its_contact uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select (access.may('disclosures.make') or access.may('requests.answer'))
    and exists (select 1 from consents.disclosures d where d.contact_id = its_contact)
$$;

-- Proposes an answer to an authority: what would be released, in the words of the file of today.
create function consents.propose(request uuid, why text, fields jsonb, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held consents.requests;
begin
  select r.* into held from consents.requests r where r.id = request for update;
  if held.id is null or not coalesce(access.may('requests.answer') and consents.hears_of_requests(held.person_id), false)
    or exists (select 1 from jsonb_array_elements(fields) f where not access.covers('read', f ->> 'compartment', held.person_id)) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if held.state <> 'recorded' then
    raise exception 'the request has moved' using errcode = '40001';
  end if;
  delete from consents.request_fields f where f.request_id = request;
  insert into consents.request_fields (request_id, person_id, field, compartment, value)
  select request, held.person_id, f ->> 'field', f ->> 'compartment', f ->> 'value' from jsonb_array_elements(fields) f;
  update consents.requests r set state = 'asked', reason = why, version = version + 1 where r.id = request;
end
$$;

-- Releases what two people decided. The request under four eyes must have been decided by the actor, and approved.
create function consents.release(request uuid, agreed uuid, fresh uuid, its_language text, day date, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held consents.requests;
begin
  select r.* into held from consents.requests r where r.id = request for update;
  if held.id is null or held.state <> 'asked' or not exists (
    select 1 from approvals.approvals a join approvals.decisions d on d.approval_id = a.id and d.account_id = access.account_id()
    where a.id = agreed and a.kind = 'authority-request' and a.subject_id = request and a.state = 'approved') then
    raise exception 'not for the actor to release' using errcode = '42501';
  end if;
  update consents.requests r set state = 'released', closed_at = moment, closed_by = access.account_id(), version = version + 1
   where r.id = request;
  insert into consents.disclosures (id, person_id, contact_id, recipient, request_id, told_on, how, language, account_id, at)
  values (fresh, held.person_id, held.contact_id, 'authority', request, day, 'letter', its_language, access.account_id(), moment);
  insert into consents.told (disclosure_id, person_id, recipient, field, compartment, value)
  select fresh, f.person_id, 'authority', f.field, f.compartment, f.value from consents.request_fields f where f.request_id = request;
end
$$;

-- What was not approved goes back to who answers, with the words of the refusal in the request under four eyes.
create function consents.send_back(request uuid, agreed uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not exists (
    select 1 from approvals.approvals a where a.id = agreed and a.kind = 'authority-request' and a.subject_id = request
      and a.state in ('refused', 'withdrawn', 'expired')
      and (a.asked_by = access.account_id()
        or exists (select 1 from approvals.decisions d where d.approval_id = a.id and d.account_id = access.account_id()))) then
    raise exception 'not for the actor to send back' using errcode = '42501';
  end if;
  update consents.requests r set state = 'recorded', version = version + 1 where r.id = request and r.state = 'asked';
end
$$;

-- ---------------------------------------------------------------- asking again
-- The day on which somebody comes of age; born on 29 February, on 1 March of a year that has no such day.
create function consents.of_age(born date, years int) returns date immutable language sql set search_path = '' as $$
  select case when to_char(born, 'MM-DD') = '02-29' and to_char(born + make_interval(years => years), 'MM-DD') = '02-28'
    then (born + make_interval(years => years) + interval '1 day')::date else (born + make_interval(years => years))::date end
$$;

-- Makes a task for who works with the person, once for each reason. Nobody to make it for: it is tried again the next morning.
create function consents.call(person uuid, consent uuid, its_why text, due_on date, moment timestamptz, fallback uuid)
returns uuid security definer language plpgsql set search_path = '' as $$
declare
  whose uuid;
  fresh uuid := gen_random_uuid();
begin
  if exists (select 1 from consents.calls k where k.person_id = person and k.why = its_why
      and coalesce(k.consent_id, k.person_id) = coalesce(consent, person)) then
    return null;
  end if;
  select c.worker_id into whose from cases.cases c
   where c.person_id = person and c.state not in ('ended', 'transferred', 'merged') and c.worker_id is not null
     and access.opens_to(c.worker_id, 'read', 'contact', person, 'tasks.work');
  if whose is null and fallback is not null and access.opens_to(fallback, 'read', 'contact', person, 'consents.record') then
    whose := fallback;
  end if;
  if whose is null then
    return null;
  end if;
  insert into tasks.tasks (id, owner_id, team_id, created_by, kind, subject_id, compartment, due, anchor, origin, origin_id, created_at, updated_at)
  select fresh, whose, (select h.team_id from access.hats h where h.account_id = whose and h.ended_at is null order by h.created_at, h.id limit 1),
    whose, 'consent-' || its_why, person, 'contact', due_on, due_on, 'consent', coalesce(consent, person), moment, moment;
  insert into tasks.transitions (id, task_id, at, account_id, to_state, owner_id)
  values (gen_random_uuid(), fresh, moment, whose, 'open', whose);
  insert into consents.calls (id, person_id, consent_id, why, task_id, at) values (gen_random_uuid(), person, consent, its_why, fresh, moment);
  insert into platform.outbox (id, topic, payload)
  values (gen_random_uuid(), 'task.handed-over', jsonb_build_object('accountId', whose, 'taskId', fresh));
  return fresh;
end
$$;
revoke all on function consents.call(uuid, uuid, text, date, timestamptz, uuid) from public;

-- Each morning, for nobody: who comes of age today is asked anew, and a yes that runs out soon is asked for again.
create function consents.call_again(today date, years int, ahead int, moment timestamptz)
returns table (person_id uuid, task_id uuid) security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  one record;
  made uuid;
begin
  for one in
    -- Somebody was spoken for; or a case is open, and nobody asked them themselves yet.
    select p.id, (select c.account_id from consents.consents c where c.person_id = p.id order by c.recorded_at desc limit 1) as recorder
    from people.persons p
    where p.merged_into is null and p.birth_from between (today - make_interval(years => years + 1)) and (today - make_interval(years => years) + interval '1 day')
      and consents.of_age(p.birth_from, years) <= today
      and (exists (select 1 from consents.consents c where c.person_id = p.id and c.given_by <> 'self' and c.withdrawn_at is null
          and c.since < consents.of_age(p.birth_from, years))
        or (consents.of_age(p.birth_from, years) > today - 31
          and exists (select 1 from cases.cases k where k.person_id = p.id and k.worker_id is not null and k.state not in ('ended', 'transferred', 'merged'))))
      and not exists (select 1 from consents.calls k where k.person_id = p.id and k.why = 'came-of-age')
    limit 500
  loop
    made := consents.call(one.id, null, 'came-of-age', today + 7, moment, one.recorder);
    if made is not null then
      person_id := one.id;
      task_id := made;
      return next;
    end if;
  end loop;
  for one in
    select c.id, c.person_id as whose, c.account_id, c.until from consents.consents c
    where c.until between today - 7 and today + ahead and c.withdrawn_at is null and c.custody_ended_at is null
      and c.kind in ('consent', 'other-basis')
      -- Asked again already.
      and not exists (select 1 from consents.consents n where n.person_id = c.person_id and n.kind = c.kind
        and n.recorded_at > c.recorded_at and n.until > c.until and n.classes @> c.classes and n.purposes @> c.purposes)
      and not exists (select 1 from consents.calls k where k.consent_id = c.id and k.why = 'runs-out')
    limit 500
  loop
    made := consents.call(one.whose, one.id, 'runs-out', greatest(one.until, today), moment, one.account_id);
    if made is not null then
      person_id := one.whose;
      task_id := made;
      return next;
    end if;
  end loop;
end
$$;

-- Whoever takes a consent back calls for telling those who were told on it.
create function consents.call_withdrawn(consent uuid, due_on date, moment timestamptz)
returns uuid security definer language plpgsql set search_path = '' as $$
declare
  held consents.consents;
begin
  select c.* into held from consents.consents c where c.id = consent and c.withdrawn_by = access.account_id();
  if held.id is null or not exists (select 1 from consents.disclosures d where d.consent_id = consent) then
    return null;
  end if;
  return consents.call(held.person_id, consent, 'withdrawn', due_on, moment, held.withdrawn_by);
end
$$;

-- A guardian who loses custody, a parent who is none: what they agreed to stops in the same moment.
create function consents.custody_ended() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  one record;
begin
  for one in
    update consents.consents c set custody_ended_at = new.updated_at, version = version + 1
     where c.giver_relation_id = new.id and c.custody_ended_at is null and c.withdrawn_at is null
    returning c.id, c.person_id, c.account_id
  loop
    perform consents.call(one.person_id, one.id, 'custody-ended', (new.updated_at at time zone 'UTC')::date + 3, new.updated_at, one.account_id);
  end loop;
  return null;
end
$$;
create trigger relations_custody_ended after update of end_reason, standing on people.relations for each row
  when ((new.end_reason is not null and old.end_reason is null) or (new.standing = 'refuted' and old.standing <> 'refuted'))
  execute function consents.custody_ended();

-- ---------------------------------------------------------------- two records of one person
create function consents.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update consents.consents c set person_id = target where c.person_id = source and (chosen is null or c.id = any (chosen)) returning c.id;
  return query update consents.requests r set person_id = target where r.person_id = source and (chosen is null or r.id = any (chosen)) returning r.id;
  return query update consents.disclosures d set person_id = target where d.person_id = source and (chosen is null or d.id = any (chosen)) returning d.id;
end
$$;

revoke all on all functions in schema consents from public;
grant execute on function consents.may_tell(text, text), consents.hears_of_requests(uuid), consents.told_size(uuid),
  consents.was_told(uuid),
  consents.tell(uuid, uuid, uuid, text, uuid, text, date, text, text, jsonb, timestamptz), consents.propose(uuid, text, jsonb, timestamptz),
  consents.release(uuid, uuid, uuid, text, date, timestamptz), consents.send_back(uuid, uuid),
  consents.call_again(date, int, int, timestamptz), consents.call_withdrawn(uuid, date, timestamptz),
  consents.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select on consents.contacts, consents.consents, consents.words, consents.requests, consents.request_fields, consents.disclosures,
  consents.told to {{server}};
grant insert on consents.contacts, consents.consents, consents.words to {{server}};
grant insert (id, person_id, contact_id, paper, paper_on, document_id, legal_basis, asks, due, account_id, recorded_at) on consents.requests to {{server}};
grant update (kind, organisation, person, reach, version, updated_at, closed_at) on consents.contacts to {{server}};
grant update (withdrawn_at, withdrawn_by, withdrawn_who, version) on consents.consents to {{server}};
grant update (state, reason, closed_at, closed_by, version) on consents.requests to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table consents.consents set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table consents.words set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table consents.requests set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table consents.request_fields set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table consents.disclosures set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table consents.told set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
