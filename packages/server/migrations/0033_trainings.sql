-- Who can train and be lent, what staff need to learn, and the trainings and study visits that come of it. At the hub; everybody
-- in here does this as their work, by own choice. Nobody who returned is in here.

-- ---------------------------------------------------------------- roster
create table practices.roster (
  id uuid primary key,
  account_id uuid not null constraint roster_account references access.accounts (id) constraint roster_once unique,
  agency_id uuid not null constraint roster_agency references access.agencies (id),
  domains text[] not null,
  languages text[] not null,
  gives text[] not null,
  about jsonb,
  -- Trainings held elsewhere, as its holder tells them; those held here are known.
  held jsonb not null default '[]',
  confirmed_by uuid,
  confirmed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table practices.roster_periods (
  id uuid primary key,
  entry_id uuid not null constraint roster_periods_entry references practices.roster (id) on delete cascade,
  from_day date not null,
  until_day date not null,
  note text,
  constraint roster_periods_order check (until_day >= from_day)
);
create index roster_periods_by_entry on practices.roster_periods (entry_id, from_day);

-- Somebody is lent. Of one who left the roster the deployment stays, without them.
create table practices.deployments (
  id uuid primary key,
  account_id uuid constraint deployments_account references access.accounts (id),
  -- The state that lends: of the expert, when it was asked for.
  country text,
  agency_id uuid not null constraint deployments_agency references access.agencies (id),
  asked_by uuid not null,
  gives text not null,
  title jsonb not null,
  place text not null,
  from_day date not null,
  until_day date not null,
  state text not null constraint deployments_state
    check (state in ('asked', 'offered', 'agreed', 'under-way', 'ended', 'declined', 'withdrawn')),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint deployments_order check (until_day >= from_day)
);
create index deployments_by_account on practices.deployments (account_id, from_day);
create index deployments_by_agency on practices.deployments (agency_id, from_day);

create table practices.deployment_steps (
  id uuid primary key,
  deployment_id uuid not null constraint deployment_steps_deployment references practices.deployments (id),
  number int not null,
  state text not null,
  -- Who did it; nobody any more when an expert has left the roster.
  account_id uuid,
  words text,
  at timestamptz not null,
  constraint deployment_steps_number unique (deployment_id, number)
);

-- ---------------------------------------------------------------- needs, catalogue, board
-- What an agency says its staff need: the last answer counts, all stay.
create table practices.training_needs (
  id uuid primary key,
  agency_id uuid not null constraint training_needs_agency references access.agencies (id),
  number int not null,
  as_of date not null,
  rows jsonb not null,
  note jsonb,
  account_id uuid not null,
  at timestamptz not null,
  constraint training_needs_number unique (agency_id, number)
);
create trigger training_needs_keep before update or delete on practices.training_needs for each row execute function council.refuse_change();

create table practices.curricula (
  id uuid primary key,
  agency_id uuid not null constraint curricula_agency references access.agencies (id),
  account_id uuid not null,
  content jsonb not null,
  -- Beside the content, for filters.
  domains text[] not null,
  professions text[] not null,
  languages text[] not null,
  withdrawn_reason text,
  number int not null default 1,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table practices.curriculum_versions (
  curriculum_id uuid not null constraint curriculum_versions_curriculum references practices.curricula (id),
  number int not null,
  content jsonb not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (curriculum_id, number)
);
create trigger curriculum_versions_keep before update or delete on practices.curriculum_versions for each row execute function council.refuse_change();

create table practices.training_wishes (
  id uuid primary key,
  kind text not null constraint training_wishes_kind check (kind in ('request', 'offer')),
  agency_id uuid not null constraint training_wishes_agency references access.agencies (id),
  account_id uuid not null,
  title jsonb not null,
  words jsonb,
  domains text[] not null,
  professions text[] not null,
  languages text[] not null,
  people int,
  from_day date not null,
  until_day date not null,
  curriculum_id uuid constraint training_wishes_curriculum references practices.curricula (id),
  state text not null constraint training_wishes_state check (state in ('open', 'taken-up', 'withdrawn')),
  reason text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint training_wishes_order check (until_day >= from_day)
);
create index training_wishes_by_time on practices.training_wishes (created_at desc, id desc);
create table practices.training_wish_answers (
  id uuid primary key,
  wish_id uuid not null constraint training_wish_answers_wish references practices.training_wishes (id),
  agency_id uuid not null constraint training_wish_answers_agency references access.agencies (id),
  account_id uuid not null,
  words text not null,
  state text not null constraint training_wish_answers_state check (state in ('asked', 'agreed', 'declined', 'withdrawn')),
  reason text,
  at timestamptz not null,
  version int not null default 1
);
create unique index training_wish_answers_once on practices.training_wish_answers (wish_id, agency_id) where state in ('asked', 'agreed');

-- ---------------------------------------------------------------- events
create table practices.training_events (
  id uuid primary key,
  kind text not null constraint training_events_kind check (kind in ('training', 'study-visit')),
  agency_id uuid not null constraint training_events_agency references access.agencies (id),
  account_id uuid not null,
  title jsonb not null,
  words jsonb,
  domains text[] not null,
  professions text[] not null,
  languages text[] not null,
  country text not null,
  city text not null,
  zone text not null,
  from_day date not null,
  until_day date not null,
  register_until date not null,
  places int not null constraint training_events_places check (places > 0),
  -- Places kept for a state: {"KZ": 3}. The rest is for everybody else.
  quotas jsonb not null default '{}',
  curriculum_id uuid constraint training_events_curriculum references practices.curricula (id),
  wish_id uuid constraint training_events_wish references practices.training_wishes (id),
  course_url text,
  -- Of the hours, in hundredths, from which on somebody has taken part.
  share int not null,
  state text not null constraint training_events_state check (state in ('planned', 'open', 'called-off')),
  reason text,
  -- After six months all who took part are asked once.
  follow_up_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint training_events_order check (until_day >= from_day and register_until <= until_day)
);
create index training_events_by_time on practices.training_events (from_day desc, id desc);
-- Where one goes or calls in: for those who come.
create table practices.training_rooms (
  event_id uuid primary key constraint training_rooms_event references practices.training_events (id),
  venue text,
  url text
);
create table practices.training_sessions (
  id uuid primary key,
  event_id uuid not null constraint training_sessions_event references practices.training_events (id),
  title jsonb not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint training_sessions_order check (ends_at > starts_at)
);
create index training_sessions_by_event on practices.training_sessions (event_id, starts_at);
create table practices.training_trainers (
  session_id uuid not null constraint training_trainers_session references practices.training_sessions (id) on delete cascade,
  entry_id uuid not null constraint training_trainers_entry references practices.roster (id) on delete cascade,
  primary key (session_id, entry_id)
);
create index training_trainers_by_entry on practices.training_trainers (entry_id);

create table practices.training_registrations (
  id uuid primary key,
  event_id uuid not null constraint training_registrations_event references practices.training_events (id),
  account_id uuid not null constraint training_registrations_account references access.accounts (id),
  agency_id uuid not null constraint training_registrations_agency references access.agencies (id),
  -- The state whose focal point nominates; absent for those of no state, whom the organiser nominates.
  country text,
  profession text not null,
  language text not null,
  words text not null,
  state text not null constraint training_registrations_state
    check (state in ('asked', 'waiting', 'nominated', 'confirmed', 'declined', 'withdrawn')),
  reason text,
  asked_at timestamptz not null,
  nominated_by uuid,
  nominated_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  constraint training_registrations_once unique (event_id, account_id)
);
create index training_registrations_waiting on practices.training_registrations (country) where state = 'asked';
create index training_registrations_by_account on practices.training_registrations (account_id);
create table practices.training_attendance (
  session_id uuid not null constraint training_attendance_session references practices.training_sessions (id),
  registration_id uuid not null constraint training_attendance_registration references practices.training_registrations (id),
  present boolean not null,
  noted_by uuid not null,
  at timestamptz not null,
  primary key (session_id, registration_id)
);
create index training_attendance_by_registration on practices.training_attendance (registration_id);

-- ---------------------------------------------------------------- what came of it
create table practices.certificates (
  id uuid primary key,
  registration_id uuid not null constraint certificates_registration references practices.training_registrations (id)
    constraint certificates_once unique,
  year int not null,
  number int not null,
  -- Cannot be guessed: whoever has it has seen the paper.
  code text not null constraint certificates_code unique,
  holder text not null,
  hours numeric(6, 2) not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  revoked_reason text,
  constraint certificates_number unique (year, number)
);

create table practices.training_questions (
  id uuid primary key,
  event_id uuid not null constraint training_questions_event references practices.training_events (id),
  position int not null,
  kind text not null constraint training_questions_kind check (kind in ('scale', 'choice')),
  text jsonb not null,
  options jsonb not null default '[]'
);
create index training_questions_by_event on practices.training_questions (event_id, position);
-- What was answered, without who and when; and who has answered, without what.
create table practices.training_answers (
  id uuid primary key,
  event_id uuid not null constraint training_answers_event references practices.training_events (id),
  phase text not null constraint training_answers_phase check (phase in ('before', 'after')),
  answers jsonb not null
);
create index training_answers_by_event on practices.training_answers (event_id, phase);
create table practices.training_answered (
  registration_id uuid not null constraint training_answered_registration references practices.training_registrations (id),
  phase text not null,
  primary key (registration_id, phase)
);
create table practices.training_follow_ups (
  registration_id uuid primary key constraint training_follow_ups_registration references practices.training_registrations (id),
  event_id uuid not null constraint training_follow_ups_event references practices.training_events (id),
  used text not null constraint training_follow_ups_used check (used in ('much', 'some', 'not-yet')),
  used_words text,
  hindered text[] not null,
  hindered_words text
);
create index training_follow_ups_by_event on practices.training_follow_ups (event_id);
create table practices.training_lessons (
  event_id uuid primary key constraint training_lessons_event references practices.training_events (id),
  sections jsonb not null,
  -- As the system drafted them last: what nobody has touched since is drafted anew.
  drafted jsonb not null,
  shared boolean not null default false,
  account_id uuid not null,
  version int not null default 1,
  updated_at timestamptz not null
);

-- ---------------------------------------------------------------- who may
create function practices.agency_country(agency uuid) returns text stable language sql set search_path = '' as $$
  select a.country from access.agencies a where a.id = agency
$$;
create function practices.speaks_for(country text) returns boolean stable language sql set search_path = '' as $$
  select access.may('practices.confirm') and country is not null and country = practices.my_country()
$$;
-- Holds the event: people of its agency who hold trainings, and whoever keeps the library in order.
create function practices.runs_training(event uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select coalesce(access.may('practices.moderate') or (access.may('trainings.run') and exists (
    select 1 from practices.training_events e where e.id = event and e.agency_id = access.actor_agency())), false)
$$;
create function practices.trains_at(event uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from practices.training_sessions s
    join practices.training_trainers t on t.session_id = s.id
    join practices.roster r on r.id = t.entry_id
    where s.event_id = event and r.account_id = access.account_id())
$$;
create function practices.comes_to(event uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from practices.training_registrations r
    where r.event_id = event and r.account_id = access.account_id() and r.state = 'confirmed')
$$;
create function practices.own_registration(registration uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from practices.training_registrations r
    where r.id = registration and r.account_id = access.account_id())
$$;

-- What else lies on somebody's days, for those to whom their entry is open.
create function practices.clashes(expert uuid, besides uuid, first date, last date)
  returns table (kind text, id uuid, title jsonb, "from" date, until date) stable security definer language sql set search_path = '' as $$
  select 'deployment', d.id, d.title, d.from_day, d.until_day from practices.deployments d
  where d.account_id = expert and d.id <> besides and d.state in ('offered', 'agreed', 'under-way')
    and d.from_day <= last and d.until_day >= first and access.may('trainings.take')
  union all
  select 'training', e.id, e.title, e.from_day, e.until_day from practices.training_events e
  where e.state <> 'called-off' and e.from_day <= last and e.until_day >= first and access.may('trainings.take')
    and exists (select 1 from practices.training_sessions s join practices.training_trainers t on t.session_id = s.id
      join practices.roster r on r.id = t.entry_id where s.event_id = e.id and r.account_id = expert)
  order by 4, 2
$$;
-- An expert takes themselves off a deployment and off what they did there; one that was open ends with that. A function, since
-- afterwards they could not see it any more.
create function practices.let_go(deployment uuid, ends boolean, moment timestamptz) returns void security definer language sql set search_path = '' as $$
  update practices.deployment_steps s set account_id = null
  where s.deployment_id = deployment and s.account_id = access.account_id()
    and exists (select 1 from practices.deployments d where d.id = deployment and d.account_id = access.account_id());
  update practices.deployments d set account_id = null, state = case when ends then 'withdrawn' else d.state end,
    version = d.version + 1, updated_at = moment
  where d.id = deployment and d.account_id = access.account_id()
$$;
-- Whether somebody has taken a wish up follows from its answers: said by either side.
create function practices.mark_wish(wish uuid, becomes text, moment timestamptz) returns void security definer language sql set search_path = '' as $$
  update practices.training_wishes w set state = becomes, version = w.version + 1, updated_at = moment
  where w.id = wish and w.state <> 'withdrawn' and access.may('trainings.take') and becomes = case when exists (
    select 1 from practices.training_wish_answers a where a.wish_id = wish and a.state = 'agreed') then 'taken-up' else 'open' end
$$;

-- How many places are held and waited for, by state: for everybody, without who.
create function practices.training_places(events uuid[]) returns table (event_id uuid, country text, held int, waiting int, asked int)
  stable security definer language sql set search_path = '' as $$
  select r.event_id, r.country,
    count(*) filter (where r.state in ('nominated', 'confirmed'))::int,
    count(*) filter (where r.state = 'waiting')::int,
    count(*) filter (where r.state = 'asked')::int
  from practices.training_registrations r
  where r.event_id = any (events) and access.may('practices.read')
  group by r.event_id, r.country
$$;

create function practices.training_fits(event practices.training_events, home text) returns boolean language plpgsql set search_path = '' as $$
declare
  total int;
  like_me int;
  kept int;
begin
  select count(*), count(*) filter (where case when event.quotas ? coalesce(home, '') then r.country = home
      else not event.quotas ? coalesce(r.country, '') end)
    into total, like_me
    from practices.training_registrations r
    where r.event_id = event.id and r.state in ('nominated', 'confirmed');
  if total >= event.places then
    return false;
  end if;
  if event.quotas ? coalesce(home, '') then
    return like_me < (event.quotas ->> home)::int;
  end if;
  select coalesce(sum(value::int), 0) into kept from jsonb_each_text(event.quotas);
  return like_me < event.places - kept;
end
$$;
-- Gives free places to those who wait, in the order in which they were nominated. The lock on the event lets two who want the last
-- place come one after the other. @returns who has a place now
create function practices.fill_training(event uuid, moment timestamptz) returns table (registration uuid, account uuid)
  security definer language plpgsql set search_path = '' as $$
declare
  whole practices.training_events;
  one practices.training_registrations;
begin
  if not access.may('trainings.take') then
    return;
  end if;
  select * into whole from practices.training_events e where e.id = event for update;
  if whole.state is distinct from 'open' or whole.until_day < moment::date then
    return;
  end if;
  for one in select * from practices.training_registrations r
    where r.event_id = event and r.state = 'waiting' order by r.nominated_at, r.id
  loop
    if practices.training_fits(whole, one.country) then
      update practices.training_registrations r set state = 'nominated', version = r.version + 1 where r.id = one.id;
      registration := one.id;
      account := one.account_id;
      return next;
    end if;
  end loop;
end
$$;

-- Those who speak for a state, to tell them that somebody asks.
create function practices.focal_accounts(home text) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
    join access.agencies g on g.id = h.agency_id
  where a.state = 'active' and 'practices.confirm' = any (r.verbs) and g.country = home
$$;
-- Those who hold trainings in an agency.
create function practices.running_accounts(agency uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
    join access.hats h on h.account_id = a.id and h.ended_at is null
    join access.roles r on r.name = h.role
  where a.state = 'active' and 'trainings.run' = any (r.verbs) and h.agency_id = agency
$$;

-- Answers of a group. Below five nothing is said, of the whole and of each question.
create function practices.training_answer_count(event uuid, part text) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from practices.training_answers a where a.event_id = event and a.phase = part and access.may('practices.read')
$$;
create function practices.training_results(event uuid, part text) returns table (question uuid, value int, count int)
  stable security definer language sql set search_path = '' as $$
  with each as (
    select (one ->> 'questionId')::uuid as question, (one ->> 'value')::int as value
    from practices.training_answers a, jsonb_array_elements(a.answers) one
    where a.event_id = event and a.phase = part and access.may('practices.read')
  ), enough as (select e.question from each e group by e.question having count(*) >= 5)
  select e.question, e.value, count(*)::int from each e join enough n on n.question = e.question
  group by e.question, e.value order by e.question, e.value
$$;
create function practices.follow_up_results(event uuid) returns jsonb stable security definer language sql set search_path = '' as $$
  select case when count(*) < 5 then jsonb_build_object('answers', count(*)) else jsonb_build_object(
    'answers', count(*),
    'used', jsonb_build_object('much', count(*) filter (where used = 'much'), 'some', count(*) filter (where used = 'some'),
      'not-yet', count(*) filter (where used = 'not-yet')),
    'hindered', (select coalesce(jsonb_object_agg(h.what, h.count), '{}') from (
      select what, count(*) from practices.training_follow_ups f, unnest(f.hindered) what where f.event_id = event group by what) h),
    -- In the order of their letters: the order of coming would tell who.
    'words', coalesce(jsonb_agg(used_words order by used_words) filter (where used_words is not null), '[]'),
    'obstacles', coalesce(jsonb_agg(hindered_words order by hindered_words) filter (where hindered_words is not null), '[]')) end
  from practices.training_follow_ups where event_id = event and access.may('practices.read')
$$;

-- The clock acts for nobody: marks in one step what is due, so of several processes one tells.
create function practices.follow_ups_due(today date, moment timestamptz) returns table (event uuid, account uuid)
  security definer language sql set search_path = '' as $$
  with due as (
    update practices.training_events e set follow_up_at = moment
    where e.state = 'open' and e.follow_up_at is null and (e.until_day + interval '6 months')::date <= today
      and access.account_id() is null
    returning e.id)
  select d.id, r.account_id from due d
    join practices.training_registrations r on r.event_id = d.id and r.state = 'confirmed'
    join access.accounts a on a.id = r.account_id and a.state = 'active'
  where exists (select 1 from practices.training_attendance t where t.registration_id = r.id and t.present)
$$;

-- How many took part, by what they do, where they are from and the language in which they followed: for the comparison with needs.
create function practices.trained_people() returns table (event_id uuid, country text, profession text, language text, people int)
  stable security definer language sql set search_path = '' as $$
  select r.event_id, r.country, r.profession, r.language, count(*)::int
  from practices.training_registrations r
  join practices.training_events e on e.id = r.event_id
  where r.state = 'confirmed' and access.may('trainings.take') and 100 * (
    select coalesce(sum(extract(epoch from s.ends_at - s.starts_at)), 0) from practices.training_attendance t
      join practices.training_sessions s on s.id = t.session_id where t.registration_id = r.id and t.present)
    >= e.share * (select coalesce(sum(extract(epoch from s.ends_at - s.starts_at)), 1) from practices.training_sessions s where s.event_id = e.id)
  group by r.event_id, r.country, r.profession, r.language
$$;

-- Numbers of all trainings, not only of those that the actor runs.
create function practices.last_certificate(of_year int) returns int stable security definer language sql set search_path = '' as $$
  select coalesce(max(c.number), 0) from practices.certificates c where c.year = of_year
$$;
-- What anybody may learn who has the code: no name, only its first letters.
create function practices.certificate_by_code(given text) returns table (year int, number int, initials text, hours numeric, issued_at timestamptz,
  revoked_at timestamptz, kind text, title jsonb, city text, country text, from_day date, until_day date, agency jsonb)
  stable security definer language sql set search_path = '' as $$
  select c.year, c.number, (select string_agg(left(word, 1) || '.', ' ') from regexp_split_to_table(c.holder, '[\s.]+') word where word <> ''),
    c.hours, c.issued_at, c.revoked_at, e.kind, e.title, e.city, e.country, e.from_day, e.until_day, g.name
  from practices.certificates c
  join practices.training_registrations r on r.id = c.registration_id
  join practices.training_events e on e.id = r.event_id
  join access.agencies g on g.id = e.agency_id
  where c.code = given
$$;

do $$
declare
  reads constant text := '(select access.may(''practices.read''))';
  takes constant text := '(select access.may(''trainings.take''))';
  runs constant text := '(select access.may(''trainings.run''))';
  keeps constant text := '(select access.may(''practices.moderate''))';
  mine constant text := 'account_id = (select access.account_id())';
  at_home constant text := 'agency_id = (select access.actor_agency())';
  visible constant text := 'exists (select 1 from practices.roster e where e.id = entry_id)';
  own_entry constant text := 'exists (select 1 from practices.roster e where e.id = entry_id and e.account_id = (select access.account_id()))';
  about_deployment constant text := 'exists (select 1 from practices.deployments d where d.id = deployment_id)';
  of_event constant text := 'practices.runs_training(event_id)';
  attended constant text := 'exists (select 1 from practices.training_sessions s where s.id = session_id and '
    || '(practices.runs_training(s.event_id) or practices.trains_at(s.event_id)))';
  of_certificate constant text := 'exists (select 1 from practices.training_registrations r where r.id = registration_id and practices.runs_training(r.event_id))';
begin
  call guidance.protect('practices.roster',
    mine || ' or (exists (select 1 from access.accounts a where a.id = account_id and a.state = ''active'') and (' || keeps
      || ' or practices.speaks_for(practices.agency_country(agency_id)) or (confirmed_at is not null and ' || reads || ')))',
    mine || ' and (select access.may(''practices.write''))',
    mine || ' or ' || keeps || ' or practices.speaks_for(practices.agency_country(agency_id))');
  create policy practices_roster_end on practices.roster for delete to {{server}} using (account_id = (select access.account_id()));
  call guidance.protect('practices.roster_periods', visible, own_entry, own_entry);
  create policy practices_roster_periods_end on practices.roster_periods for delete to {{server}} using (
    exists (select 1 from practices.roster e where e.id = entry_id and e.account_id = (select access.account_id())));
  call guidance.protect('practices.deployments',
    mine || ' or ' || keeps || ' or (' || runs || ' and ' || at_home || ') or practices.speaks_for(country)',
    runs || ' and ' || at_home,
    mine || ' or ' || keeps || ' or (' || runs || ' and ' || at_home || ') or practices.speaks_for(country)');
  call guidance.protect('practices.deployment_steps', about_deployment, about_deployment, 'false');

  call guidance.protect('practices.training_needs', takes, runs || ' and ' || at_home, 'false');
  call guidance.protect('practices.curricula', reads, runs || ' and ' || at_home, keeps || ' or (' || runs || ' and ' || at_home || ')');
  call guidance.protect('practices.curriculum_versions', reads, runs, 'false');
  call guidance.protect('practices.training_wishes', reads, takes || ' and ' || at_home, keeps || ' or (' || takes || ' and ' || at_home || ')');
  call guidance.protect('practices.training_wish_answers', reads, takes || ' and ' || at_home,
    keeps || ' or (' || takes || ' and (' || at_home || ' or exists (select 1 from practices.training_wishes w where w.id = wish_id and w.'
      || at_home || ')))');

  call guidance.protect('practices.training_events', reads, runs || ' and ' || at_home, 'practices.runs_training(id)');
  call guidance.protect('practices.training_rooms',
    of_event || ' or practices.trains_at(event_id) or practices.comes_to(event_id)', of_event, of_event);
  call guidance.protect('practices.training_sessions', reads, of_event, of_event);
  create policy practices_training_sessions_end on practices.training_sessions for delete to {{server}} using (practices.runs_training(event_id));
  call guidance.protect('practices.training_trainers', reads,
    'exists (select 1 from practices.training_sessions s where s.id = session_id and practices.runs_training(s.event_id))', 'false');
  create policy practices_training_trainers_end on practices.training_trainers for delete to {{server}} using (
    exists (select 1 from practices.training_sessions s where s.id = session_id and practices.runs_training(s.event_id)));
  call guidance.protect('practices.training_registrations',
    mine || ' or ' || of_event || ' or practices.speaks_for(country) or (state = ''confirmed'' and practices.trains_at(event_id))',
    mine || ' and ' || takes,
    mine || ' or ' || of_event || ' or practices.speaks_for(country)');
  call guidance.protect('practices.training_attendance', attended || ' or practices.own_registration(registration_id)', attended, attended);

  call guidance.protect('practices.certificates', of_certificate || ' or practices.own_registration(registration_id)', of_certificate, of_certificate);
  call guidance.protect('practices.training_questions', reads, of_event, 'false');
  create policy practices_training_questions_end on practices.training_questions for delete to {{server}} using (practices.runs_training(event_id));
  -- Nobody reads one answer: groups come through the functions above.
  call guidance.protect('practices.training_answers', 'false', 'practices.comes_to(event_id)', 'false');
  call guidance.protect('practices.training_answered', 'practices.own_registration(registration_id)', 'practices.own_registration(registration_id)', 'false');
  call guidance.protect('practices.training_follow_ups', 'practices.own_registration(registration_id)',
    'practices.own_registration(registration_id) and practices.comes_to(event_id)', 'false');
  call guidance.protect('practices.training_lessons', of_event || ' or (shared and ' || reads || ')', of_event, of_event);
end
$$;

revoke all on function practices.agency_country(uuid), practices.speaks_for(text), practices.runs_training(uuid), practices.trains_at(uuid),
  practices.comes_to(uuid), practices.own_registration(uuid), practices.clashes(uuid, uuid, date, date),
  practices.let_go(uuid, boolean, timestamptz), practices.mark_wish(uuid, text, timestamptz), practices.training_places(uuid[]),
  practices.training_fits(practices.training_events, text), practices.fill_training(uuid, timestamptz), practices.focal_accounts(text),
  practices.running_accounts(uuid), practices.training_answer_count(uuid, text), practices.training_results(uuid, text),
  practices.follow_up_results(uuid), practices.follow_ups_due(date, timestamptz), practices.trained_people(),
  practices.certificate_by_code(text), practices.last_certificate(int) from public;
grant execute on function practices.agency_country(uuid), practices.speaks_for(text), practices.runs_training(uuid), practices.trains_at(uuid),
  practices.comes_to(uuid), practices.own_registration(uuid), practices.clashes(uuid, uuid, date, date),
  practices.let_go(uuid, boolean, timestamptz), practices.mark_wish(uuid, text, timestamptz), practices.training_places(uuid[]), practices.fill_training(uuid, timestamptz),
  practices.focal_accounts(text), practices.running_accounts(uuid), practices.training_answer_count(uuid, text),
  practices.training_results(uuid, text), practices.follow_up_results(uuid), practices.follow_ups_due(date, timestamptz),
  practices.trained_people(), practices.certificate_by_code(text),
  practices.last_certificate(int) to {{server}};
grant select, insert on practices.roster, practices.roster_periods, practices.deployments, practices.deployment_steps, practices.training_needs,
  practices.curricula, practices.curriculum_versions, practices.training_wishes, practices.training_wish_answers, practices.training_events,
  practices.training_rooms, practices.training_sessions, practices.training_trainers, practices.training_registrations,
  practices.training_attendance, practices.certificates, practices.training_questions, practices.training_answered,
  practices.training_follow_ups, practices.training_lessons to {{server}};
grant insert on practices.training_answers to {{server}};
grant delete on practices.roster, practices.roster_periods, practices.training_sessions, practices.training_trainers,
  practices.training_questions to {{server}};
grant update (agency_id, domains, languages, gives, about, held, confirmed_by, confirmed_at, version, updated_at) on practices.roster to {{server}};
grant update (state, version, updated_at) on practices.deployments to {{server}};
grant update (content, domains, professions, languages, withdrawn_reason, number, version, updated_at) on practices.curricula to {{server}};
grant update (state, reason, title, words, domains, professions, languages, people, from_day, until_day, curriculum_id, version, updated_at)
  on practices.training_wishes to {{server}};
grant update (state, reason, version) on practices.training_wish_answers to {{server}};
grant update (kind, title, words, domains, professions, languages, country, city, zone, from_day, until_day, register_until, places, quotas,
  curriculum_id, wish_id, course_url, share, state, reason, version, updated_at) on practices.training_events to {{server}};
grant update (venue, url) on practices.training_rooms to {{server}};
grant update (title, starts_at, ends_at) on practices.training_sessions to {{server}};
grant update (profession, language, words, state, reason, asked_at, nominated_by, nominated_at, decided_by, decided_at, version, country, agency_id)
  on practices.training_registrations to {{server}};
grant update (present, noted_by, at) on practices.training_attendance to {{server}};
grant update (revoked_by, revoked_at, revoked_reason) on practices.certificates to {{server}};
grant update (sections, drafted, shared, account_id, version, updated_at) on practices.training_lessons to {{server}};
