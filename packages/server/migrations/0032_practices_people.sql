-- Practitioners who chose to be found, letters between them, their questions and answers, and how these are kept in order.
-- Professional data only, made and ended by the person. Nothing here is about anybody who returned.

create table practices.people_settings (
  one boolean primary key default true constraint people_settings_one check (one),
  -- How long a confirmation holds.
  confirm_months int not null default 12 constraint people_settings_months check (confirm_months between 1 and 60),
  -- How long a mail can be answered by mail.
  reply_days int not null default 14 constraint people_settings_reply check (reply_days between 1 and 90),
  -- How many people somebody may ask by name in a day, and how often one person is asked so in a week.
  asks_a_day int not null default 10 constraint people_settings_asks check (asks_a_day between 1 and 100),
  asked_a_week int not null default 3 constraint people_settings_asked check (asked_a_week between 1 and 50),
  letters_a_day int not null default 10 constraint people_settings_letters check (letters_a_day between 1 and 100),
  version int not null default 1
);
insert into practices.people_settings default values;

-- ---------------------------------------------------------------- the directory
create table practices.entries (
  id uuid primary key,
  account_id uuid not null constraint entries_one unique constraint entries_account references access.accounts (id),
  agency_id uuid not null constraint entries_agency references access.agencies (id),
  country text constraint entries_country check (country ~ '^[A-Z]{2}$'),
  profession text not null,
  -- What one does, in one's own words.
  title jsonb,
  languages text[] not null,
  -- None stands for all of them.
  domains text[] not null,
  about jsonb not null,
  -- Words for the search, as the analyser of that number writes them.
  keys text[] not null,
  keys_version int not null,
  answers boolean not null,
  reviews boolean not null,
  -- Which text was agreed to, and when.
  consent int not null,
  consented_at timestamptz not null,
  hidden_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index entries_by_profession on practices.entries (profession, id);
create index entries_by_keys on practices.entries using gin (keys);

-- A confirmation is of a person in a profession, an agency and a state; another one of these is not confirmed.
create table practices.entry_confirmations (
  id uuid primary key,
  entry_id uuid not null constraint entry_confirmations_entry references practices.entries (id) on delete cascade,
  -- The state that confirms; none: the secretariat, for people of organisations.
  country text,
  account_id uuid not null constraint entry_confirmations_account references access.accounts (id),
  at timestamptz not null,
  until date not null,
  ended_at timestamptz,
  reminded_at timestamptz
);
create unique index entry_confirmations_one on practices.entry_confirmations (entry_id) where ended_at is null;

-- A state asks one of its people to stand in the directory; they do, or do not.
create table practices.nominations (
  id uuid primary key,
  account_id uuid not null constraint nominations_account references access.accounts (id),
  country text,
  by_id uuid not null constraint nominations_by references access.accounts (id),
  at timestamptz not null,
  state text not null constraint nominations_state check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  decided_at timestamptz
);
create unique index nominations_one on practices.nominations (account_id) where state = 'open';

-- Is somebody who can be found: active, and in a role that takes part.
create function practices.takes_part(account uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1 from access.accounts a
      join access.hats h on h.account_id = a.id and h.ended_at is null
      join access.roles r on r.name = h.role and 'practices.write' = any (r.verbs)
    where a.id = account and a.state = 'active')
$$;
-- Whom the actor may confirm or nominate: people of their state; for the secretariat, people of no state.
create function practices.may_confirm(of_country text) returns boolean stable security definer language sql set search_path = '' as $$
  select case when of_country is null then access.may('practices.moderate')
    else access.may('practices.confirm') and coalesce(of_country = practices.my_country(), false) end
$$;
-- The state that an account works for by its agency; of several the newest.
create function practices.country_of(account uuid) returns text stable security definer language sql set search_path = '' as $$
  select a.country from access.hats h join access.agencies a on a.id = h.agency_id
  where h.account_id = account and h.ended_at is null order by h.created_at desc limit 1
$$;

create function practices.end_confirmation() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update practices.entry_confirmations set ended_at = new.updated_at where entry_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger entries_confirmed after update on practices.entries for each row
  when (old.profession <> new.profession or old.agency_id <> new.agency_id or old.country is distinct from new.country)
  execute function practices.end_confirmation();

-- Whoever was asked by their state and then stands in the directory is confirmed by it.
create function practices.accept_nomination(confirmation uuid, last_day date, done_at timestamptz) returns boolean
security definer language plpgsql set search_path = '' as $$
declare
  asked record;
  mine record;
begin
  select e.id, e.country into mine from practices.entries e where e.account_id = access.account_id();
  select n.id, n.by_id, n.country into asked from practices.nominations n
   where n.account_id = access.account_id() and n.state = 'open' for update;
  if mine.id is null or asked.id is null or asked.country is distinct from mine.country then
    return false;
  end if;
  update practices.nominations set state = 'accepted', decided_at = done_at where id = asked.id;
  insert into practices.entry_confirmations (id, entry_id, country, account_id, at, until)
  values (confirmation, mine.id, asked.country, asked.by_id, done_at, last_day) on conflict do nothing;
  return true;
end
$$;

-- Accounts that keep the directory of a state; without a state, those who keep it for all.
create function practices.confirmers(of_country text) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
    join access.agencies g on g.id = h.agency_id
  where a.state = 'active' and case when of_country is null then 'practices.moderate' = any (r.verbs)
    else 'practices.confirm' = any (r.verbs) and g.country = of_country end
$$;
-- Confirmations that end within a month and of which nobody was told. Each is told once, by whichever process comes first.
create function practices.confirmations_to_renew(day date, told_at timestamptz)
returns table (entry_id uuid, account_id uuid, country text) security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  return query
    with told as (
      update practices.entry_confirmations c set reminded_at = told_at
      where c.ended_at is null and c.reminded_at is null and c.until <= day + 30
      returning c.entry_id, c.country
    )
    select t.entry_id, e.account_id, t.country from told t join practices.entries e on e.id = t.entry_id
    where practices.takes_part(e.account_id);
end
$$;

-- ---------------------------------------------------------------- letters
create table practices.letters (
  id uuid primary key,
  -- Id of the first letter between the two on a matter.
  thread_id uuid not null,
  from_id uuid not null constraint letters_from references access.accounts (id),
  to_id uuid not null constraint letters_to references access.accounts (id),
  language text not null,
  words text not null,
  by_mail boolean not null default false,
  at timestamptz not null,
  read_at timestamptz,
  hidden_at timestamptz,
  constraint letters_two check (from_id <> to_id)
);
create index letters_by_thread on practices.letters (thread_id, at);
create index letters_by_reader on practices.letters (to_id, at);
create index letters_by_writer on practices.letters (from_id, at);

-- ---------------------------------------------------------------- questions
create table practices.questions (
  id uuid primary key,
  account_id uuid not null constraint questions_account references access.accounts (id),
  -- What the asker was when asking: all that shows of somebody who is not in the directory.
  role text not null,
  language text not null,
  title text not null,
  words text not null,
  domains text[] not null,
  wanted_by date,
  audience text not null constraint questions_audience check (audience in ('practitioners', 'council')),
  state text not null constraint questions_state check (state in ('open', 'closed')),
  answer_id uuid,
  keys text[] not null,
  keys_version int not null,
  hidden_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  -- When something was said last.
  moved_at timestamptz not null
);
create index questions_by_time on practices.questions (moved_at desc, id desc);
create index questions_by_account on practices.questions (account_id);
create index questions_by_keys on practices.questions using gin (keys);

create table practices.answers (
  id uuid primary key,
  question_id uuid not null constraint answers_question references practices.questions (id),
  -- A comment belongs to an answer, or to the question itself.
  kind text not null constraint answers_kind check (kind in ('answer', 'comment')),
  under_id uuid,
  account_id uuid not null constraint answers_account references access.accounts (id),
  role text not null,
  language text not null,
  words text not null,
  by_mail boolean not null default false,
  hidden_at timestamptz,
  at timestamptz not null,
  constraint answers_whole unique (question_id, id),
  constraint answers_under foreign key (question_id, under_id) references practices.answers (question_id, id),
  constraint answers_flat check (under_id is null or kind = 'comment')
);
create index answers_by_question on practices.answers (question_id, at, id);
create index answers_by_account on practices.answers (account_id);
alter table practices.questions add constraint questions_answer foreign key (id, answer_id) references practices.answers (question_id, id);

create table practices.helpful (
  answer_id uuid not null constraint helpful_answer references practices.answers (id),
  account_id uuid not null constraint helpful_account references access.accounts (id),
  at timestamptz not null,
  primary key (answer_id, account_id)
);
create table practices.followings (
  question_id uuid not null constraint followings_question references practices.questions (id),
  account_id uuid not null constraint followings_account references access.accounts (id),
  primary key (question_id, account_id)
);
create index followings_by_account on practices.followings (account_id);
-- Who was asked by name.
create table practices.askings (
  question_id uuid not null constraint askings_question references practices.questions (id),
  account_id uuid not null constraint askings_account references access.accounts (id),
  by_id uuid not null constraint askings_by references access.accounts (id),
  at timestamptz not null,
  -- Not me: it leaves the list of what waits.
  declined_at timestamptz,
  primary key (question_id, account_id)
);
create index askings_by_account on practices.askings (account_id, at);
create index askings_by_asker on practices.askings (by_id, at);

-- A draft that was made of a question and an answer. Whose words are used besides the drafter's agrees first, or it is not handed in.
create table practices.question_drafts (
  practice_id uuid primary key constraint question_drafts_practice references practices.practices (id),
  question_id uuid not null,
  answer_id uuid not null,
  account_id uuid not null constraint question_drafts_account references access.accounts (id),
  other_id uuid not null constraint question_drafts_other references access.accounts (id),
  state text not null constraint question_drafts_state check (state in ('asked', 'agreed', 'declined')),
  at timestamptz not null,
  decided_at timestamptz,
  constraint question_drafts_answer foreign key (question_id, answer_id) references practices.answers (question_id, id)
);
create index question_drafts_by_question on practices.question_drafts (question_id);
create function practices.refuse_unagreed() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if new.to_state = 'submitted' and exists (
    select 1 from practices.question_drafts d where d.practice_id = new.practice_id and d.state <> 'agreed') then
    raise exception 'not agreed' using errcode = '23514', constraint = 'steps_agreed';
  end if;
  return new;
end
$$;
create trigger steps_agreed before insert on practices.steps for each row execute function practices.refuse_unagreed();
-- Who is named with a practice: those whose question and answer it was made of, once both agreed.
create function practices.contributors(practice uuid) returns table (account_id uuid, name text)
stable security definer language sql set search_path = '' as $$
  select a.id, a.name from practices.question_drafts d
    join access.accounts a on a.id in (d.account_id, d.other_id)
  where d.practice_id = practice and d.state = 'agreed' and (practices.readable(practice) or practices.inside(practice)) order by a.name
$$;

create function practices.question_moved() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update practices.questions set moved_at = greatest(moved_at, new.at) where id = new.question_id;
  return null;
end
$$;
create trigger answers_move after insert on practices.answers for each row execute function practices.question_moved();

-- How often somebody was asked by name since then: people are not worn out.
create function practices.asked_since(account uuid, since timestamptz) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from practices.askings where account_id = account and at > since and access.may('practices.read')
$$;

-- Who hears that something was said, as far as they may still read it.
create function practices.followers(question uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct f.account_id from practices.followings f
    join practices.questions q on q.id = f.question_id and q.hidden_at is null
    join access.accounts a on a.id = f.account_id and a.state = 'active'
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
  where f.question_id = question and 'practices.read' = any (r.verbs)
    and (q.audience = 'practitioners' or 'practices.council' = any (r.verbs) or q.account_id = a.id)
$$;

-- Questions by words, the best first. The policy is repeated here: the index would not be used under it.
create function practices.find_questions(wanted text[], most int) returns table (id uuid, hits int)
stable security definer language sql set search_path = '' as $$
  select q.id, (select count(*)::int from unnest(q.keys) k where k = any (wanted)) as hits
  from practices.questions q
  where q.keys && wanted and q.hidden_at is null and access.may('practices.read')
    and (q.audience = 'practitioners' or access.may('practices.council') or q.account_id = access.account_id())
  order by hits desc, cardinality(q.keys), q.moved_at desc, q.id limit least(most, 100)
$$;
create function practices.find_entries(wanted text[], most int) returns table (id uuid, hits int)
stable security definer language sql set search_path = '' as $$
  select e.id, (select count(*)::int from unnest(e.keys) k where k = any (wanted)) as hits
  from practices.entries e
  where e.keys && wanted and access.may('practices.read')
    and (e.account_id = access.account_id() or access.may('practices.moderate')
      or (e.hidden_at is null and practices.takes_part(e.account_id)))
  order by hits desc, e.updated_at desc, e.id limit least(most, 200)
$$;

-- Texts whose words were written by an older analyser, and writing them anew: the clock does it.
create function practices.stale_words(current_version int, most int) returns table (kind text, id uuid, said text)
stable security definer language sql set search_path = '' as $$
  (select 'question', q.id, q.title || ' ' || q.words from practices.questions q
    where q.keys_version <> current_version and access.account_id() is null limit most)
  union all
  (select 'entry', e.id, (select string_agg(one.value ->> 'text', ' ')
      from (select * from jsonb_each(e.about) union all select * from jsonb_each(coalesce(e.title, '{}'))) one) from practices.entries e
    where e.keys_version <> current_version and access.account_id() is null limit most)
$$;
create function practices.write_words(about text, target uuid, read_keys text[], current_version int) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  if about = 'question' then
    update practices.questions set keys = read_keys, keys_version = current_version where id = target;
  else
    update practices.entries set keys = read_keys, keys_version = current_version where id = target;
  end if;
end
$$;

-- ---------------------------------------------------------------- order
create table practices.reports (
  id uuid primary key,
  kind text not null constraint reports_kind check (kind in ('entry', 'question', 'answer', 'letter')),
  target_id uuid not null,
  account_id uuid not null constraint reports_account references access.accounts (id),
  reason text not null,
  at timestamptz not null,
  state text not null constraint reports_state check (state in ('open', 'kept', 'hidden')),
  decided_by uuid,
  decided_at timestamptz,
  words text
);
create unique index reports_once on practices.reports (target_id, account_id) where state = 'open';
create index reports_open on practices.reports (at) where state = 'open';

create table practices.hidings (
  id uuid primary key,
  kind text not null,
  target_id uuid not null,
  author_id uuid not null constraint hidings_author references access.accounts (id),
  account_id uuid not null constraint hidings_account references access.accounts (id),
  at timestamptz not null,
  reason text not null,
  appeal text,
  appealed_at timestamptz,
  verdict text constraint hidings_verdict check (verdict in ('stays', 'restored')),
  words text,
  decided_by uuid,
  decided_at timestamptz,
  -- Somebody else looks at an appeal.
  constraint hidings_other check (appeal is null or decided_by is null or decided_by <> account_id)
);
create unique index hidings_one on practices.hidings (target_id) where verdict is distinct from 'restored';
create index hidings_by_author on practices.hidings (author_id);

-- Who wrote a text that can be reported, if the actor may see it.
create function practices.author_of(kind text, target uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select case kind
    when 'entry' then (select e.account_id from practices.entries e where e.id = target and access.may('practices.read'))
    when 'question' then (select q.account_id from practices.questions q where q.id = target and access.may('practices.read')
      and (q.audience = 'practitioners' or access.may('practices.council') or q.account_id = access.account_id()))
    when 'answer' then (select a.account_id from practices.answers a join practices.questions q on q.id = a.question_id
      where a.id = target and access.may('practices.read')
      and (q.audience = 'practitioners' or access.may('practices.council') or q.account_id = access.account_id()))
    when 'letter' then (select l.from_id from practices.letters l where l.id = target and (l.to_id = access.account_id()
      or (access.may('practices.moderate') and exists (select 1 from practices.reports r where r.target_id = target))))
  end
$$;
-- Hides a text or shows it again: moderators, and never their own.
create function practices.set_hidden(kind text, target uuid, hidden timestamptz) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not access.may('practices.moderate') or practices.author_of(kind, target) is not distinct from access.account_id() then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  case kind
    when 'entry' then update practices.entries set hidden_at = hidden where id = target;
    when 'question' then update practices.questions set hidden_at = hidden where id = target;
    when 'answer' then
      update practices.answers set hidden_at = hidden where id = target;
      -- What nobody sees has answered nothing.
      update practices.questions set answer_id = null where answer_id = target and hidden is not null;
    when 'letter' then update practices.letters set hidden_at = hidden where id = target;
  end case;
end
$$;

-- ---------------------------------------------------------------- answers by mail
-- A mail that may be answered: to whom it went, about what, until when. The address carries the id under a signature.
create table practices.reply_tokens (
  id uuid primary key,
  account_id uuid not null constraint reply_tokens_account references access.accounts (id),
  kind text not null constraint reply_tokens_kind check (kind in ('question', 'letter')),
  -- The question, or the letter.
  target_id uuid not null,
  event_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  queued_at timestamptz,
  sent_at timestamptz,
  uses int not null default 0,
  constraint reply_tokens_once unique (event_id, account_id)
);
create index reply_tokens_waiting on practices.reply_tokens (made_at) where queued_at is null;
-- Hash of what came, so that a mail delivered twice is taken once.
create table practices.replies (
  hash bytea primary key,
  at timestamptz not null
);

-- The mail of one notice is taken over by one that can be answered, if it was to be sent at once.
create function practices.take_mail(token uuid, event uuid, account uuid, about text, target uuid, made timestamptz, expires timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  update notifications.notices set mail = 'never' where event_id = event and account_id = account and mail = 'at-once';
  if found then
    insert into practices.reply_tokens (id, account_id, kind, target_id, event_id, made_at, expires_at)
    values (token, account, about, target, event, made, expires) on conflict do nothing;
  end if;
end
$$;
create function practices.queue_replies(at timestamptz) returns setof uuid security definer language sql set search_path = '' as $$
  update practices.reply_tokens set queued_at = at where queued_at is null and access.account_id() is null returning id
$$;
-- What one such mail needs: an address and a language. Nothing where the text is hidden or the reader may no longer see it.
create function practices.reply_mail(token uuid) returns table (
  email text, language text, kind text, target uuid, words text, by_name text, by_role text, expires_at timestamptz)
stable security definer language sql set search_path = '' as $$
  select a.email, a.language, t.kind, t.target_id, l.words, f.name,
    (select h.role from access.hats h where h.account_id = f.id and h.ended_at is null order by h.created_at desc limit 1),
    t.expires_at
  from practices.reply_tokens t
    join access.accounts a on a.id = t.account_id and a.state = 'active'
    left join practices.letters l on t.kind = 'letter' and l.id = t.target_id and l.hidden_at is null and l.to_id = a.id
    left join access.accounts f on f.id = l.from_id
  where t.id = token and t.sent_at is null and access.account_id() is null
    and (l.id is not null or (t.kind = 'question' and a.id in (select practices.followers(t.target_id))))
$$;
create function practices.reply_sent(token uuid, at timestamptz) returns void security definer language sql set search_path = '' as $$
  update practices.reply_tokens set sent_at = at where id = token and access.account_id() is null
$$;

-- Who answers with this token, and whether they still may. `trouble` says why not.
create function practices.reply_of(token uuid, moment timestamptz) returns table (
  account_id uuid, email text, language text, role text, kind text, target uuid, trouble text)
stable security definer language sql set search_path = '' as $$
  select t.account_id, a.email, a.language, h.role, t.kind, t.target_id,
    case
      when t.expires_at < moment then 'expired'
      when t.uses >= 10 then 'used-up'
      when h.role is null then 'not-allowed'
      when t.kind = 'question' and (q.id is null or q.hidden_at is not null) then 'gone'
      when t.kind = 'question' and q.state = 'closed' then 'closed'
      when t.kind = 'letter' and (l.id is null or l.hidden_at is not null or not practices.takes_part(l.from_id)) then 'gone'
    end
  from practices.reply_tokens t
    join access.accounts a on a.id = t.account_id and a.state = 'active'
    left join practices.questions q on t.kind = 'question' and q.id = t.target_id
    left join practices.letters l on t.kind = 'letter' and l.id = t.target_id
    left join lateral (
      select h.role from access.hats h join access.roles r on r.name = h.role
      where h.account_id = a.id and h.ended_at is null and 'practices.write' = any (r.verbs)
        and (q.id is null or q.audience = 'practitioners' or 'practices.council' = any (r.verbs) or q.account_id = a.id)
      order by h.created_at desc limit 1) h on true
  where t.id = token and access.account_id() is null
$$;
-- Writes what came by mail, once. The checks of `reply_of` are made again under the lock of the token.
create function practices.write_reply(token uuid, written uuid, said text, said_in text, came bytea, at timestamptz)
returns text security definer language plpgsql set search_path = '' as $$
declare
  one record;
begin
  if access.account_id() is not null then
    raise exception 'not open to an actor' using errcode = '42501';
  end if;
  perform 1 from practices.reply_tokens t where t.id = token for update;
  select * into one from practices.reply_of(token, at);
  if not found then
    return 'gone';
  end if;
  if one.trouble is not null then
    return one.trouble;
  end if;
  if (select count(*) from practices.answers a where a.account_id = one.account_id and a.by_mail and a.at > write_reply.at - interval '1 day') >= 20 then
    return 'too-many';
  end if;
  insert into practices.replies (hash, at) values (came, write_reply.at) on conflict do nothing;
  if not found then
    return 'twice';
  end if;
  update practices.reply_tokens set uses = uses + 1 where id = token;
  if one.kind = 'question' then
    insert into practices.answers (id, question_id, kind, account_id, role, language, words, by_mail, at)
    select written, q.id, case when q.account_id = one.account_id then 'comment' else 'answer' end,
      one.account_id, one.role, said_in, said, true, write_reply.at
    from practices.questions q where q.id = one.target;
    insert into practices.followings (question_id, account_id) values (one.target, one.account_id) on conflict do nothing;
  else
    insert into practices.letters (id, thread_id, from_id, to_id, language, words, by_mail, at)
    select written, l.thread_id, one.account_id, l.from_id, said_in, said, true, write_reply.at
    from practices.letters l where l.id = one.target;
  end if;
  return 'done';
end
$$;
-- For the clock, which may not read letters: where one goes, and how long mails can be answered.
create function practices.letter_sent(letter uuid) returns table (thread_id uuid, to_id uuid) stable security definer language sql set search_path = '' as $$
  select l.thread_id, l.to_id from practices.letters l where l.id = letter and access.account_id() is null
$$;
create function practices.reply_days() returns int stable security definer language sql set search_path = '' as $$
  select s.reply_days from practices.people_settings s
$$;
create function practices.tidy_people(before_at timestamptz) returns int security definer language sql set search_path = '' as $$
  with seen as (delete from practices.replies where at < before_at and access.account_id() is null returning 1),
    tokens as (delete from practices.reply_tokens where expires_at < before_at and access.account_id() is null returning 1),
    old as (delete from practices.letters where at < before_at - interval '1 year' and access.account_id() is null returning 1)
  select ((select count(*) from seen) + (select count(*) from tokens) + (select count(*) from old))::int
$$;

-- ---------------------------------------------------------------- who may what
do $$
declare
  me constant text := '(select access.account_id())';
  reads constant text := '(select access.may(''practices.read''))';
  writes constant text := '(select access.may(''practices.write''))';
  orders constant text := '(select access.may(''practices.moderate''))';
  nobody constant text := '(select access.account_id()) is null';
  mine constant text := 'account_id = ' || me;
begin
  call council.protect('practices.people_settings', reads || ' or ' || nobody, orders);
  call council.protect('practices.entries',
    reads || ' and (' || mine || ' or ' || orders || ' or (hidden_at is null and practices.takes_part(account_id)))',
    mine || ' and ' || writes || ' and (country is not distinct from practices.my_country() or practices.my_country() is null)');
  call council.protect('practices.entry_confirmations', 'exists (select 1 from practices.entries e where e.id = entry_id)',
    'practices.may_confirm(country) and exists (select 1 from practices.entries e where e.id = entry_id
       and e.country is not distinct from entry_confirmations.country and e.account_id <> ' || me || ')');
  call council.protect('practices.nominations', mine || ' or practices.may_confirm(country)',
    '(' || mine || ' and ' || writes || ') or (practices.may_confirm(country) and country is not distinct from practices.country_of(account_id))');
  call council.protect('practices.letters', '(from_id = ' || me || ' or (to_id = ' || me || ' and hidden_at is null)) and ' || reads
      || ' or (' || orders || ' and exists (select 1 from practices.reports r where r.target_id = letters.id))',
    '(from_id = ' || me || ' or to_id = ' || me || ') and ' || writes);
  call council.protect('practices.questions', reads || ' and (hidden_at is null or ' || mine || ' or ' || orders || ')
      and (audience = ''practitioners'' or (select access.may(''practices.council'')) or ' || mine || ')',
    '(' || mine || ' and ' || writes || ') or ' || orders);
  call council.protect('practices.answers', 'exists (select 1 from practices.questions q where q.id = question_id)
      and (hidden_at is null or ' || mine || ' or ' || orders || ')',
    mine || ' and ' || writes || ' and exists (select 1 from practices.questions q where q.id = question_id)');
  call council.protect('practices.helpful', 'exists (select 1 from practices.answers a where a.id = answer_id)', mine || ' and ' || reads);
  call council.protect('practices.followings', mine, mine || ' and ' || reads);
  call council.protect('practices.askings', mine || ' or by_id = ' || me || ' or ' || orders, '(by_id = ' || me || ' or ' || mine || ') and ' || writes);
  call council.protect('practices.question_drafts', mine || ' or other_id = ' || me || ' or ' || orders,
    '(' || mine || ' or other_id = ' || me || ') and ' || writes);
  call council.protect('practices.reports', mine || ' or ' || orders, '(' || mine || ' and ' || reads || ') or ' || orders);
  call council.protect('practices.hidings', 'author_id = ' || me || ' or ' || orders, 'author_id = ' || me || ' or ' || orders);
  call council.protect('practices.reply_tokens', 'false', 'false');
  call council.protect('practices.replies', 'false', 'false');
end
$$;
create policy entries_end on practices.entries for delete to {{server}} using (account_id = (select access.account_id()));
create policy helpful_end on practices.helpful for delete to {{server}} using (account_id = (select access.account_id()));
create policy followings_end on practices.followings for delete to {{server}} using (account_id = (select access.account_id()));

revoke all on function practices.takes_part(uuid), practices.may_confirm(text), practices.country_of(uuid), practices.end_confirmation(),
  practices.accept_nomination(uuid, date, timestamptz), practices.confirmers(text), practices.confirmations_to_renew(date, timestamptz),
  practices.question_moved(), practices.refuse_unagreed(), practices.contributors(uuid), practices.asked_since(uuid, timestamptz), practices.followers(uuid), practices.find_questions(text[], int),
  practices.find_entries(text[], int), practices.stale_words(int, int), practices.write_words(text, uuid, text[], int), practices.author_of(text, uuid), practices.set_hidden(text, uuid, timestamptz),
  practices.take_mail(uuid, uuid, uuid, text, uuid, timestamptz, timestamptz), practices.queue_replies(timestamptz), practices.reply_mail(uuid),
  practices.reply_sent(uuid, timestamptz), practices.reply_of(uuid, timestamptz),
  practices.write_reply(uuid, uuid, text, text, bytea, timestamptz), practices.letter_sent(uuid), practices.reply_days(), practices.tidy_people(timestamptz) from public;
grant execute on function practices.takes_part(uuid), practices.may_confirm(text), practices.country_of(uuid),
  practices.accept_nomination(uuid, date, timestamptz), practices.confirmers(text), practices.confirmations_to_renew(date, timestamptz),
  practices.contributors(uuid), practices.asked_since(uuid, timestamptz), practices.followers(uuid), practices.find_questions(text[], int),
  practices.find_entries(text[], int), practices.stale_words(int, int), practices.write_words(text, uuid, text[], int), practices.author_of(text, uuid), practices.set_hidden(text, uuid, timestamptz),
  practices.take_mail(uuid, uuid, uuid, text, uuid, timestamptz, timestamptz), practices.queue_replies(timestamptz), practices.reply_mail(uuid),
  practices.reply_sent(uuid, timestamptz), practices.reply_of(uuid, timestamptz),
  practices.write_reply(uuid, uuid, text, text, bytea, timestamptz), practices.letter_sent(uuid), practices.reply_days(), practices.tidy_people(timestamptz) to {{server}};

grant select on practices.people_settings, practices.entries, practices.entry_confirmations, practices.nominations, practices.letters,
  practices.questions, practices.answers, practices.helpful, practices.followings, practices.askings, practices.question_drafts,
  practices.reports, practices.hidings to {{server}};
grant insert on practices.entries, practices.entry_confirmations, practices.nominations, practices.letters, practices.questions,
  practices.answers, practices.helpful, practices.followings, practices.askings, practices.question_drafts, practices.reports,
  practices.hidings to {{server}};
grant delete on practices.entries, practices.helpful, practices.followings to {{server}};
grant update (confirm_months, reply_days, asks_a_day, asked_a_week, letters_a_day, version) on practices.people_settings to {{server}};
grant update (agency_id, country, profession, title, languages, domains, about, keys, keys_version, answers, reviews, consent, consented_at,
  version, updated_at) on practices.entries to {{server}};
grant update (ended_at) on practices.entry_confirmations to {{server}};
grant update (state, decided_at) on practices.nominations to {{server}};
grant update (read_at) on practices.letters to {{server}};
grant update (state, answer_id, version, moved_at) on practices.questions to {{server}};
grant update (state, decided_at) on practices.question_drafts to {{server}};
grant update (declined_at) on practices.askings to {{server}};
grant update (state, decided_by, decided_at, words) on practices.reports to {{server}};
grant update (appeal, appealed_at, verdict, words, decided_by, decided_at) on practices.hidings to {{server}};
