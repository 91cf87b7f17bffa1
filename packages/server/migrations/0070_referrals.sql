-- Referrals: another service is asked for help, the case keeps its owner (docs/decisions/0070-a-referral-is-a-disclosure.md). What the
-- receiver learns is an act of sharing and stands in its register; what they may open is the referral, as long as it runs.

create schema referrals;
grant usage on schema referrals to {{server}};

create table referrals.referrals (
  id uuid primary key,
  person_id uuid not null constraint referrals_person references people.persons (id) on delete cascade,
  version int not null default 1,
  case_id uuid constraint referrals_case references cases.cases (id) on delete set null,
  -- A step of a plan, across its versions.
  plan_thread uuid,
  service_id uuid not null constraint referrals_service references services.services (id),
  purpose text not null,
  language text not null,
  -- What is asked for, in words that the receiver reads.
  task text not null,
  answer_by date not null,
  state text not null default 'draft' constraint referrals_state check (state in ('draft', 'sent', 'seen', 'accepted', 'declined',
    'under-way', 'delivered', 'not-delivered', 'confirmed', 'stopped', 'called-off')),
  -- Who sent it, or wrote the draft.
  account_id uuid not null constraint referrals_account references access.accounts (id),
  -- Inside: one of an agency, or whoever of it comes first. Outside: a link.
  agency_id uuid constraint referrals_agency references access.agencies (id),
  receiver_id uuid constraint referrals_receiver references access.accounts (id),
  disclosure_id uuid constraint referrals_disclosure unique references consents.disclosures (id),
  sent_at timestamptz,
  seen_at timestamptz,
  -- A no, a stop, help that did not come: the sender has read it.
  noted_at timestamptz,
  reminded int not null default 0,
  reminded_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint referrals_whose unique (id, person_id),
  constraint referrals_sent check (state in ('draft', 'called-off') or (sent_at is not null and disclosure_id is not null)),
  constraint referrals_one check (receiver_id is null or agency_id is not null)
);
create index referrals_by_person on referrals.referrals (person_id, created_at desc);
create index referrals_by_sender on referrals.referrals (account_id, created_at desc);
create index referrals_by_receiver on referrals.referrals (receiver_id) where receiver_id is not null;
create index referrals_by_agency on referrals.referrals (agency_id) where agency_id is not null;
create index referrals_waiting on referrals.referrals (answer_by) where state in ('sent', 'seen');

-- Where it stood when, who moved it and why. Nobody: the program, or somebody outside by their link.
create table referrals.steps (
  referral_id uuid not null,
  number int not null,
  person_id uuid not null,
  at timestamptz not null,
  account_id uuid constraint steps_account references access.accounts (id),
  outside boolean not null default false,
  what text not null,
  state text not null,
  words text,
  constraint steps_key primary key (referral_id, number),
  constraint steps_referral foreign key (referral_id, person_id) references referrals.referrals (id, person_id)
    on delete cascade on update cascade
);

-- A way in for somebody without an account: what a mail carries and what is said by telephone, each as a hash and neither alone enough.
create table referrals.links (
  id uuid primary key,
  referral_id uuid not null,
  person_id uuid not null,
  -- Made in the moment in which the mail leaves.
  token_hash bytea constraint links_token unique,
  code_hash bytea not null,
  tries int not null default 0,
  made_by uuid not null constraint links_made_by references access.accounts (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  mail_after timestamptz,
  mail_tries int not null default 0,
  mailed_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  constraint links_referral foreign key (referral_id, person_id) references referrals.referrals (id, person_id)
    on delete cascade on update cascade
);
create unique index links_open on referrals.links (referral_id) where closed_at is null;
create index links_to_mail on referrals.links (mail_after) where mail_after is not null and closed_at is null;

-- ---------------------------------------------------------------- what may follow what
-- As contract/referrals/rules.ts says it; a test compares the two.
create function referrals.next(state text, side text) returns text[] immutable language sql set search_path = '' as $$
  select case side
    when 'receiver' then case state
      when 'sent' then array['seen', 'accepted', 'declined']
      when 'seen' then array['accepted', 'declined']
      when 'accepted' then array['under-way', 'delivered', 'not-delivered']
      when 'under-way' then array['delivered', 'not-delivered']
      else array[]::text[] end
    when 'sender' then case state
      when 'draft' then array['sent', 'called-off']
      when 'sent' then array['accepted', 'declined', 'called-off']
      when 'seen' then array['accepted', 'declined', 'called-off']
      when 'accepted' then array['under-way', 'delivered', 'not-delivered', 'called-off']
      when 'under-way' then array['delivered', 'not-delivered', 'called-off']
      when 'delivered' then array['confirmed', 'not-delivered']
      else array[]::text[] end
    else array[]::text[] end
$$;

-- Does it run? A receiver's access begins and ends with this.
create function referrals.runs(state text) returns boolean immutable language sql set search_path = '' as $$
  select state in ('sent', 'seen', 'accepted', 'under-way', 'delivered')
$$;

-- Is the actor the one who was asked, or of the agency that was?
create function referrals.asks_me(state text, receiver_id uuid, agency_id uuid) returns boolean stable language sql set search_path = '' as $$
  select referrals.runs(state) and coalesce(access.may('referrals.answer')
    and (receiver_id = access.account_id() or (receiver_id is null and agency_id = access.actor_agency())), false)
$$;

-- ---------------------------------------------------------------- who reads and writes
call access.protect('referrals.referrals', 'person_id', '''social''');
create policy referrals_receiver on referrals.referrals for select to {{server}} using (
  referrals.asks_me(state, receiver_id, agency_id));
create policy referrals_readers on referrals.referrals as restrictive for select to {{server}} using (
  (select access.may('referrals.make')) or referrals.asks_me(state, receiver_id, agency_id));
create policy referrals_makers on referrals.referrals as restrictive for insert to {{server}} with check (
  (select access.may('referrals.make')) and account_id = (select access.account_id()) and state = 'draft');
create policy referrals_changers on referrals.referrals as restrictive for update to {{server}} using ((select access.may('referrals.make')));
call access.protect('referrals.steps', 'person_id', '''social''');
create policy steps_readers on referrals.steps as restrictive for select to {{server}} using ((select access.may('referrals.make')));
create policy steps_writers on referrals.steps as restrictive for insert to {{server}} with check (
  (select access.may('referrals.make')) and account_id = (select access.account_id()) and state = 'draft');
call access.protect('referrals.links', 'person_id', '''social''');
create policy links_readers on referrals.links as restrictive for select to {{server}} using ((select access.may('referrals.make')));
create policy links_makers on referrals.links as restrictive for insert to {{server}} with check (
  (select access.may('referrals.make')) and made_by = (select access.account_id()));
create policy links_closers on referrals.links as restrictive for update to {{server}} using ((select access.may('referrals.make')));

-- ---------------------------------------------------------------- telling those whom it concerns
create function referrals.tell(about text, whom uuid, referral uuid) returns void security definer language sql set search_path = '' as $$
  insert into platform.outbox (id, topic, payload)
  select gen_random_uuid(), about, jsonb_build_object('accountId', whom, 'referralId', referral) where whom is not null
$$;
-- Those who can answer: the one who was asked, or everybody of the agency whose role answers.
create function referrals.receivers(agency uuid, only_one uuid) returns table (account_id uuid, name text, role text)
stable security definer language sql set search_path = '' as $$
  select distinct on (a.name, a.id) a.id, a.name, h.role
    from access.hats h
    join access.accounts a on a.id = h.account_id and a.state = 'active'
    join access.roles r on r.name = h.role and 'referrals.answer' = any (r.verbs)
   where h.agency_id = agency and h.ended_at is null and (only_one is null or a.id = only_one)
   order by a.name, a.id, h.created_at
$$;
-- Who is told of what came of it: whoever sent it, and where that is another, whoever works with the family now.
create function referrals.senders(one uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from referrals.referrals r
    left join cases.cases c on c.person_id = r.person_id and c.state not in ('ended', 'transferred', 'merged')
    join access.accounts a on a.state = 'active' and a.id in (r.account_id, c.worker_id)
   where r.id = one and access.opens_to(a.id, 'read', 'social', r.person_id, 'referrals.make')
$$;
revoke all on function referrals.tell(text, uuid, uuid), referrals.senders(uuid) from public;

-- Writes where it stands now, and tells the other side. For the functions below, which have asked who may.
create function referrals.put(held referrals.referrals, becomes text, did text, by_whom uuid, from_outside boolean, why text, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
begin
  update referrals.referrals r set state = becomes, version = version + 1, updated_at = moment,
    seen_at = case when becomes = 'seen' or (r.seen_at is null and from_outside) then coalesce(r.seen_at, moment) else r.seen_at end
   where r.id = held.id;
  insert into referrals.steps (referral_id, number, person_id, at, account_id, outside, what, state, words)
  select held.id, coalesce(max(s.number), 0) + 1, held.person_id, moment, by_whom, from_outside, did, becomes, why
    from referrals.steps s where s.referral_id = held.id;
  if not referrals.runs(becomes) then
    update referrals.links l set closed_at = moment where l.referral_id = held.id and l.closed_at is null;
  end if;
end
$$;
revoke all on function referrals.put(referrals.referrals, text, text, uuid, boolean, text, timestamptz) from public;

-- One step by somebody who is signed in. @returns 'done', or why not: 'not-found', 'stale', 'cannot'.
create function referrals.step(one uuid, seen int, side text, becomes text, why text, moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  held referrals.referrals;
begin
  select r.* into held from referrals.referrals r where r.id = one for update;
  if held.id is null or not coalesce(case side
      when 'receiver' then referrals.asks_me(held.state, held.receiver_id, held.agency_id)
      else access.may('referrals.make') and access.covers('write', 'social', held.person_id) end, false) then
    return 'not-found';
  end if;
  if held.version <> seen then
    return 'stale';
  end if;
  if not becomes = any (referrals.next(held.state, side)) then
    return 'cannot';
  end if;
  -- Whoever of an agency answers takes it.
  if side = 'receiver' and held.receiver_id is null and becomes in ('accepted', 'declined') then
    update referrals.referrals r set receiver_id = access.account_id() where r.id = one;
  end if;
  perform referrals.put(held, becomes, becomes, access.account_id(), false, why, moment);
  if side = 'receiver' and becomes <> 'seen' then
    perform referrals.tell('referral.answered', s, one) from referrals.senders(one) s;
  elsif side = 'sender' and becomes = 'called-off' and held.state <> 'draft' then
    perform referrals.tell('referral.ended', held.receiver_id, one);
  end if;
  return 'done';
end
$$;

-- What the receiver may read of a referral, inside: the words that they were told, and no more.
create function referrals.told_to_me(one uuid) returns table (field text, value text)
stable security definer language sql set search_path = '' as $$
  select t.field, t.value from referrals.referrals r join consents.told t on t.disclosure_id = r.disclosure_id
   where r.id = one and referrals.asks_me(r.state, r.receiver_id, r.agency_id)
$$;

-- Sends: the draft is held, the act of sharing was made in the same transaction, and those who were asked are told.
create function referrals.send(one uuid, disclosure uuid, agency uuid, receiver uuid, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held referrals.referrals;
begin
  select r.* into held from referrals.referrals r where r.id = one for update;
  if held.id is null or held.state <> 'draft' or not coalesce(access.may('referrals.make') and access.covers('write', 'social', held.person_id), false)
    or not exists (select 1 from consents.disclosures d where d.id = disclosure and d.person_id = held.person_id and d.account_id = access.account_id())
    or (agency is not null and not exists (select 1 from referrals.receivers(agency, receiver))) then
    raise exception 'not for the actor to send' using errcode = '42501';
  end if;
  update referrals.referrals r set disclosure_id = disclosure, agency_id = agency, receiver_id = receiver, sent_at = moment,
    account_id = access.account_id() where r.id = one;
  perform referrals.put(held, 'sent', 'sent', access.account_id(), false, null, moment);
  if agency is not null then
    perform referrals.tell('referral.came', w.account_id, one) from referrals.receivers(agency, receiver) w;
  end if;
end
$$;

-- Gives it to somebody else of the same agency, since whoever was asked is not there any more.
create function referrals.hand(one uuid, seen int, receiver uuid, moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  held referrals.referrals;
begin
  select r.* into held from referrals.referrals r where r.id = one for update;
  if held.id is null or not coalesce(access.may('referrals.make') and access.covers('write', 'social', held.person_id), false) then
    return 'not-found';
  end if;
  if held.version <> seen then
    return 'stale';
  end if;
  if held.agency_id is null or not referrals.runs(held.state) or not exists (select 1 from referrals.receivers(held.agency_id, receiver)) then
    return 'cannot';
  end if;
  update referrals.referrals r set receiver_id = receiver where r.id = one;
  perform referrals.put(held, held.state, 'handed', access.account_id(), false, null, moment);
  perform referrals.tell('referral.came', w.account_id, one) from referrals.receivers(held.agency_id, receiver) w;
  return 'done';
end
$$;

-- ---------------------------------------------------------------- somebody outside, by link and code
-- Nobody is signed in here: the two secrets are the right. @returns null for all that is wrong, in the same way.
create function referrals.by_link(token bytea, code bytea, moment timestamptz) returns uuid
security definer language plpgsql set search_path = '' as $$
declare
  link referrals.links;
  held referrals.referrals;
begin
  select l.* into link from referrals.links l where l.token_hash = token for update;
  if link.id is null or link.closed_at is not null or link.expires_at <= moment then
    return null;
  end if;
  if link.code_hash <> code then
    update referrals.links l set tries = tries + 1, closed_at = case when tries >= 4 then moment end where l.id = link.id;
    if link.tries >= 4 then
      perform referrals.tell('referral.unanswered', s, link.referral_id) from referrals.senders(link.referral_id) s;
    end if;
    return null;
  end if;
  select r.* into held from referrals.referrals r where r.id = link.referral_id for update;
  if held.id is null or not referrals.runs(held.state) then
    return null;
  end if;
  update referrals.links l set tries = 0, opened_at = coalesce(l.opened_at, moment) where l.id = link.id;
  if held.state = 'sent' then
    perform referrals.put(held, 'seen', 'seen', null, true, null, moment);
  end if;
  return held.id;
end
$$;
revoke all on function referrals.by_link(bytea, bytea, timestamptz) from public;

create function referrals.open_link(token bytea, code bytea, moment timestamptz) returns jsonb
security definer language plpgsql set search_path = '' as $$
declare
  one uuid := referrals.by_link(token, code, moment);
begin
  return (select jsonb_build_object('id', r.id, 'version', r.version, 'state', r.state, 'task', r.task, 'answerBy', r.answer_by,
      'language', r.language, 'service', s.name, 'organisation', o.name, 'from', jsonb_build_object('name', a.name, 'agency', g.name),
      'told', coalesce((select jsonb_agg(jsonb_build_object('field', t.field, 'value', t.value)) from consents.told t
        where t.disclosure_id = r.disclosure_id), '[]'))
    from referrals.referrals r
    join services.services s on s.id = r.service_id
    join services.organisations o on o.id = s.organisation_id
    join access.accounts a on a.id = r.account_id
    left join lateral (select n.name from access.hats h join access.agencies n on n.id = h.agency_id
      where h.account_id = a.id order by (h.ended_at is null) desc, h.created_at limit 1) g on true
    where r.id = one);
end
$$;
create function referrals.answer_link(token bytea, code bytea, seen int, becomes text, why text, moment timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  one uuid := referrals.by_link(token, code, moment);
  held referrals.referrals;
begin
  select r.* into held from referrals.referrals r where r.id = one for update;
  if held.id is null then
    return 'refused';
  end if;
  if held.version <> seen then
    return 'stale';
  end if;
  if not becomes = any (referrals.next(held.state, 'receiver')) then
    return 'cannot';
  end if;
  perform referrals.put(held, becomes, becomes, null, true, why, moment);
  perform referrals.tell('referral.answered', s, one) from referrals.senders(one) s;
  return 'done';
end
$$;

-- Letters that wait to be sent, for nobody: where to, and in which language. About no family.
create function referrals.letters(moment timestamptz) returns table (link_id uuid, email text, language text)
stable security definer language sql set search_path = '' as $$
  select l.id, coalesce(s.email, o.email), r.language
    from referrals.links l
    join referrals.referrals r on r.id = l.referral_id and referrals.runs(r.state)
    join services.services s on s.id = r.service_id
    join services.organisations o on o.id = s.organisation_id
   where l.closed_at is null and l.mail_after <= moment and l.expires_at > moment and coalesce(s.email, o.email) is not null
   order by l.mail_after, l.id limit 20
$$;
-- The mail takes the token with it; until it has left, it is tried again, later each time, and a day long.
create function referrals.letter_begins(link uuid, token bytea, moment timestamptz) returns void
security definer language sql set search_path = '' as $$
  update referrals.links l set token_hash = token, mail_tries = mail_tries + 1,
    mail_after = case when mail_tries < 9 then moment + interval '1 minute' * power(2, mail_tries) end
   where l.id = link and l.closed_at is null
$$;
create function referrals.letter_left(link uuid, moment timestamptz) returns void security definer language sql set search_path = '' as $$
  update referrals.links l set mailed_at = moment, mail_after = null, mail_tries = 0 where l.id = link
$$;

-- ---------------------------------------------------------------- consent in flight
-- Taken back, or given by somebody who may not decide any more: what rests on it stops in the same moment, whoever sees it.
create function referrals.consent_ended() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  held referrals.referrals;
begin
  for held in
    select r.* from referrals.referrals r join consents.disclosures d on d.id = r.disclosure_id
     where d.consent_id = new.id and referrals.runs(r.state) for update of r
  loop
    perform referrals.put(held, 'stopped', 'consent-ended', null, false, null, coalesce(new.withdrawn_at, new.custody_ended_at));
    perform referrals.tell('referral.stopped', s, held.id) from referrals.senders(held.id) s;
    perform referrals.tell('referral.ended', held.receiver_id, held.id);
  end loop;
  return null;
end
$$;
create trigger consents_in_flight after update of withdrawn_at, custody_ended_at on consents.consents for each row
  when ((new.withdrawn_at is not null and old.withdrawn_at is null) or (new.custody_ended_at is not null and old.custody_ended_at is null))
  execute function referrals.consent_ended();

-- ---------------------------------------------------------------- each morning
-- What nobody has answered: the receiver is reminded, and the sender told, every three days and five times at most. What rests on an
-- answer that ran out before anybody read it stops.
create function referrals.remind(today date, moment timestamptz) returns table (referral_id uuid, what text)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  held referrals.referrals;
begin
  for held in
    select r.* from referrals.referrals r
      join consents.disclosures d on d.id = r.disclosure_id
      join consents.consents c on c.id = d.consent_id
     where r.state = 'sent' and c.until < today limit 200 for update of r skip locked
  loop
    perform referrals.put(held, 'stopped', 'consent-ended', null, false, null, moment);
    perform referrals.tell('referral.stopped', s, held.id) from referrals.senders(held.id) s;
    referral_id := held.id;
    what := 'stopped';
    return next;
  end loop;
  for held in
    select r.* from referrals.referrals r
     where r.state in ('sent', 'seen') and r.answer_by < today and r.reminded < 5 and (r.reminded_on is null or r.reminded_on <= today - 3)
     limit 200 for update of r skip locked
  loop
    update referrals.referrals r set reminded = reminded + 1, reminded_on = today where r.id = held.id;
    insert into referrals.steps (referral_id, number, person_id, at, outside, what, state)
    select held.id, coalesce(max(s.number), 0) + 1, held.person_id, moment, false, 'reminded', held.state
      from referrals.steps s where s.referral_id = held.id;
    update referrals.links l set mail_after = moment, mail_tries = 0 where l.referral_id = held.id and l.closed_at is null and l.expires_at > moment;
    if held.agency_id is not null then
      perform referrals.tell('referral.came', w.account_id, held.id) from referrals.receivers(held.agency_id, held.receiver_id) w;
    end if;
    perform referrals.tell('referral.unanswered', s, held.id) from referrals.senders(held.id) s;
    referral_id := held.id;
    what := 'reminded';
    return next;
  end loop;
end
$$;

-- ---------------------------------------------------------------- the directory and the register of contacts
-- Whoever is on the directory can be told of a family: the two stay one list, by one id.
create function referrals.as_contact() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into consents.contacts (id, kind, organisation, reach, created_by, created_at, updated_at, closed_at)
  values (new.id, new.kind, left(new.label, 160), left(coalesce(new.phone, new.email), 160), new.created_by, new.created_at, new.updated_at, new.closed_at)
  on conflict (id) do update set organisation = excluded.organisation, reach = coalesce(excluded.reach, consents.contacts.reach),
    closed_at = excluded.closed_at, version = consents.contacts.version + 1, updated_at = excluded.updated_at,
    -- What somebody was told stays as it was told.
    kind = case when exists (select 1 from consents.disclosures d where d.contact_id = excluded.id) then consents.contacts.kind else excluded.kind end;
  return null;
end
$$;
create trigger organisations_as_contacts after insert or update on services.organisations for each row execute function referrals.as_contact();
insert into consents.contacts (id, kind, organisation, reach, created_by, created_at, updated_at, closed_at)
  select o.id, o.kind, left(o.label, 160), left(coalesce(o.phone, o.email), 160), o.created_by, o.created_at, o.updated_at, o.closed_at
    from services.organisations o on conflict (id) do nothing;

-- ---------------------------------------------------------------- two records of one person
create function referrals.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update referrals.referrals r set person_id = target
    where r.person_id = move_subject.source and (chosen is null or r.id = any (chosen)) returning r.id;
end
$$;

revoke all on all functions in schema referrals from public;
grant execute on function referrals.next(text, text), referrals.runs(text), referrals.asks_me(text, uuid, uuid), referrals.receivers(uuid, uuid),
  referrals.step(uuid, int, text, text, text, timestamptz), referrals.told_to_me(uuid),
  referrals.send(uuid, uuid, uuid, uuid, timestamptz), referrals.hand(uuid, int, uuid, timestamptz),
  referrals.open_link(bytea, bytea, timestamptz), referrals.answer_link(bytea, bytea, int, text, text, timestamptz),
  referrals.letters(timestamptz), referrals.letter_begins(uuid, bytea, timestamptz), referrals.letter_left(uuid, timestamptz),
  referrals.remind(date, timestamptz), referrals.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select on referrals.referrals, referrals.steps, referrals.links to {{server}};
grant insert on referrals.referrals, referrals.steps, referrals.links to {{server}};
grant update (service_id, purpose, language, task, answer_by, version, updated_at, noted_at) on referrals.referrals to {{server}};
grant update (closed_at) on referrals.links to {{server}};
alter table referrals.referrals set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table referrals.steps set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
