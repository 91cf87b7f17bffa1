-- Where practices are used and how it goes; collections and reading lists; the practice of the month; where the Council cites
-- practices. Programmes and places only; no person is in any of it.

-- ---------------------------------------------------------------- adoptions
create table practices.adoptions (
  id uuid primary key,
  practice_id uuid not null constraint adoptions_practice references practices.practices (id),
  -- What was read when it was taken up.
  edition_id uuid not null,
  by_kind text not null constraint adoptions_by check (by_kind in ('state', 'organisation', 'worker')),
  account_id uuid not null constraint adoptions_account references access.accounts (id),
  agency_id uuid not null constraint adoptions_agency references access.agencies (id),
  country text not null constraint adoptions_country check (country ~ '^[A-Z]{2}$'),
  place text not null,
  -- The place without case, marks and spaces, written by the program.
  place_key text not null constraint adoptions_place check (place_key <> ''),
  since date not null,
  -- Follows the reports; nobody sets it.
  standing text not null default 'trying' constraint adoptions_standing check (
    standing in ('trying', 'worked', 'partly', 'stopped', 'withdrawn')),
  reports int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint adoptions_edition foreign key (practice_id, edition_id) references practices.editions (practice_id, id)
);
-- One at a time of an agency at a place; after it stopped it may be tried anew.
create unique index adoptions_once on practices.adoptions (practice_id, agency_id, country, place_key)
  where standing in ('trying', 'worked', 'partly');
create index adoptions_by_practice on practices.adoptions (practice_id, updated_at desc);
create index adoptions_by_change on practices.adoptions (updated_at desc, id desc);
create index adoptions_by_agency on practices.adoptions (agency_id);

-- What was said of it. A correction is the next report; the first one is the taking up.
create table practices.adoption_reports (
  id uuid primary key,
  adoption_id uuid not null constraint adoption_reports_adoption references practices.adoptions (id),
  -- Given by the database.
  number int not null default 0,
  standing text not null constraint adoption_reports_standing check (
    standing in ('trying', 'worked', 'partly', 'stopped', 'withdrawn')),
  words text not null,
  adaptation text,
  feedback text,
  language text not null,
  account_id uuid not null constraint adoption_reports_account references access.accounts (id),
  at timestamptz not null,
  constraint adoption_reports_number unique (adoption_id, number)
);
create trigger adoption_reports_keep before update or delete on practices.adoption_reports
  for each row execute function practices.refuse_change();

-- Between who wrote the practice and who tries it.
create table practices.adoption_answers (
  id uuid primary key,
  adoption_id uuid not null constraint adoption_answers_adoption references practices.adoptions (id),
  account_id uuid not null constraint adoption_answers_account references access.accounts (id),
  words text not null,
  language text not null,
  at timestamptz not null
);
create index adoption_answers_by_adoption on practices.adoption_answers (adoption_id, at);
create trigger adoption_answers_keep before update or delete on practices.adoption_answers
  for each row execute function practices.refuse_change();

-- What the places say of a practice, each place once: by its newest adoption. Lists are sorted by it.
create table practices.uses (
  practice_id uuid primary key constraint uses_practice references practices.practices (id),
  tried int not null default 0,
  trying int not null default 0,
  worked int not null default 0,
  partly int not null default 0,
  stopped int not null default 0,
  bound double precision not null default 0
);
create index uses_by_bound on practices.uses (bound desc, tried desc);

-- Lower end of Wilson's interval at 95 %, in which "partly" counts half: contract/practices/adoption/rules.ts says it once more.
create function practices.worked_bound(worked int, partly int, stopped int) returns double precision
immutable language sql set search_path = '' as $$
  select case when n = 0 then 0 else greatest(0,
    (share + z * z / (2 * n) - z * sqrt((share * (1 - share) + z * z / (4 * n)) / n)) / (1 + z * z / n)) end
  from (select 1.959964::double precision as z, (worked + partly + stopped)::double precision as n,
    (worked + partly / 2.0::double precision) / nullif(worked + partly + stopped, 0) as share) said
$$;

create function practices.count_uses(practice uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  insert into practices.uses (practice_id) values (practice) on conflict do nothing;
  -- Two reports at once count one after the other.
  perform 1 from practices.uses u where u.practice_id = practice for update;
  update practices.uses u set tried = said.tried, trying = said.trying, worked = said.worked, partly = said.partly,
    stopped = said.stopped, bound = practices.worked_bound(said.worked, said.partly, said.stopped)
  from (
    select count(*)::int as tried, (count(*) filter (where standing = 'trying'))::int as trying,
      (count(*) filter (where standing = 'worked'))::int as worked, (count(*) filter (where standing = 'partly'))::int as partly,
      (count(*) filter (where standing = 'stopped'))::int as stopped
    from (
      select distinct on (a.country, a.place_key) a.standing from practices.adoptions a
      where a.practice_id = practice and a.standing <> 'withdrawn'
      order by a.country, a.place_key, a.updated_at desc, a.id desc) place
  ) said
  where u.practice_id = practice;
end
$$;

-- A report is numbered under the lock of its adoption, and what was withdrawn stays withdrawn.
create function practices.number_report() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  was record;
begin
  select a.standing, a.reports into was from practices.adoptions a where a.id = new.adoption_id for update;
  if was.standing = 'withdrawn' then
    raise exception 'it was withdrawn' using errcode = '23514', constraint = 'adoption_reports_over';
  end if;
  new.number := was.reports + 1;
  return new;
end
$$;
create trigger adoption_reports_number before insert on practices.adoption_reports
  for each row execute function practices.number_report();
create function practices.count_report() returns trigger security definer language plpgsql set search_path = '' as $$
declare
  practice uuid;
begin
  update practices.adoptions a set standing = new.standing, reports = new.number, updated_at = new.at,
    version = case when new.number = 1 then a.version else a.version + 1 end
    where a.id = new.adoption_id returning a.practice_id into practice;
  perform practices.count_uses(practice);
  return null;
end
$$;
create trigger adoption_reports_count after insert on practices.adoption_reports
  for each row execute function practices.count_report();

-- What may be taken up: what has an edition and is neither retracted nor of its time, and not one's own agency's.
create function practices.may_adopt(practice uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select access.may('practices.adopt') and practices.readable(practice) and exists (
    select 1 from practices.practices p where p.id = practice and p.edition_id is not null
      and p.state not in ('archived', 'retracted') and p.agency_id <> access.actor_agency())
$$;
-- Whom news of a practice concerns that was taken up; for the clock, which acts for nobody.
create function practices.adopters_of(practice uuid) returns table (account_id uuid, adoption_id uuid)
stable security definer language sql set search_path = '' as $$
  select a.account_id, a.id from practices.adoptions a
  where a.practice_id = practice and a.standing <> 'withdrawn' and access.account_id() is null
$$;

-- ---------------------------------------------------------------- collections and what one keeps
create table practices.collections (
  id uuid primary key,
  title jsonb not null,
  about jsonb,
  domains text[] not null default '{}',
  -- Code of a working group; its slice is none of ours.
  group_code text,
  -- Kept by those who moderate; otherwise by who made it, and shared or not.
  curated boolean not null,
  shared boolean not null,
  account_id uuid not null constraint collections_account references access.accounts (id),
  removed boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint collections_curated check (shared or not curated)
);
create index collections_by_change on practices.collections (updated_at desc, id desc) where not removed;

create table practices.collection_items (
  collection_id uuid not null constraint collection_items_collection references practices.collections (id),
  practice_id uuid not null constraint collection_items_practice references practices.practices (id),
  ordinal int not null,
  primary key (collection_id, practice_id)
);

-- Nobody else's business: what somebody keeps, and what they note for a session.
create table practices.kept_practices (
  id uuid primary key,
  account_id uuid not null constraint kept_account references access.accounts (id),
  practice_id uuid not null constraint kept_practice references practices.practices (id),
  -- A session of the Council that it is kept for; absent in the list of everything one keeps.
  session_id uuid,
  ordinal int not null,
  note text,
  at timestamptz not null
);
create unique index kept_once on practices.kept_practices
  (account_id, practice_id, coalesce(session_id, '00000000-0000-0000-0000-000000000000'));

create function practices.may_curate(collection uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from practices.collections c where c.id = collection and not c.removed and (access.may('practices.moderate')
    or (not c.curated and c.account_id = access.account_id() and access.may('practices.write'))))
$$;

-- ---------------------------------------------------------------- the practice of the month
create table practices.months (
  month text primary key constraint months_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  practice_id uuid not null constraint months_practice references practices.practices (id),
  -- Why this one.
  words jsonb,
  chosen_by uuid not null constraint months_account references access.accounts (id),
  chosen_at timestamptz not null,
  told_at timestamptz,
  version int not null default 1
);
-- Who is to be sent a mail: claimed first and sent then, so that a process that is killed in between sends none twice.
create table practices.month_mails (
  month text not null constraint month_mails_month references practices.months (month),
  account_id uuid not null constraint month_mails_account references access.accounts (id),
  claimed_at timestamptz,
  sent_at timestamptz,
  primary key (month, account_id)
);
create index month_mails_waiting on practices.month_mails (month) where claimed_at is null;

-- Marks the month as told, once, and says whom; nothing while its practice is not (or no longer) for everybody to read.
create function practices.tell_month(current_month text, at_time timestamptz) returns table (account_id uuid, practice_id uuid)
security definer language plpgsql set search_path = '' as $$
declare
  chosen uuid;
begin
  if access.account_id() is not null then
    return;
  end if;
  update practices.months m set told_at = at_time
    where m.month = current_month and m.told_at is null and exists (
      select 1 from practices.practices p where p.id = m.practice_id and p.edition_id is not null and p.audience = 'public'
        and p.state not in ('archived', 'retracted'))
    returning m.practice_id into chosen;
  if chosen is null then
    return;
  end if;
  return query
    with readers as (
      select distinct a.id from access.accounts a
        join access.hats h on h.account_id = a.id and h.ended_at is null
        join access.roles r on r.name = h.role
      where a.state = 'active' and 'practices.read' = any (r.verbs)
    ), mails as (
      insert into practices.month_mails (month, account_id)
      select current_month, readers.id from readers
      where coalesce((select s.mail from notifications.settings s where s.account_id = readers.id and s.topic = 'practice.month'), 'at-once') <> 'never'
    )
    select readers.id, chosen from readers;
end
$$;
-- One mail to write, claimed by whoever asks.
create function practices.claim_month_mail(current_month text, at_time timestamptz) returns table (account_id uuid, email text, language text)
security definer language plpgsql set search_path = '' as $$
declare
  claimed uuid;
begin
  if access.account_id() is not null then
    return;
  end if;
  update practices.month_mails m set claimed_at = at_time
    where m.month = current_month and m.account_id = (
      select w.account_id from practices.month_mails w where w.month = current_month and w.claimed_at is null
      order by w.account_id limit 1 for update skip locked)
    returning m.account_id into claimed;
  return query select a.id, case when a.state = 'active' then a.email end, a.language from access.accounts a where a.id = claimed;
end
$$;
-- What the mail server would not take waits for the next look; `sent` null gives the claim back.
create function practices.settle_month_mail(current_month text, account uuid, sent timestamptz) returns void
security definer language sql set search_path = '' as $$
  update practices.month_mails m set sent_at = sent, claimed_at = case when sent is null then null else m.claimed_at end
  where m.month = current_month and m.account_id = account and access.account_id() is null
$$;
-- Its mail says what it is about, so no second one says only that something waits.
create function practices.month_has_its_mail() returns trigger language plpgsql set search_path = '' as $$
begin
  new.mail := 'never';
  return new;
end
$$;
create trigger notices_of_the_month before insert on notifications.notices
  for each row when (new.topic = 'practice.month') execute function practices.month_has_its_mail();

-- ---------------------------------------------------------------- citations by the Council
create table council.practice_links (
  id uuid primary key,
  practice_id uuid not null constraint practice_links_practice references practices.practices (id),
  decision_id uuid constraint practice_links_decision references council.decisions (id),
  action_id uuid constraint practice_links_action references council.actions (id),
  document_id uuid constraint practice_links_document references council.documents (id),
  session_id uuid constraint practice_links_session references council.sessions (id),
  indicator_id uuid constraint practice_links_indicator references council.indicators (id),
  -- Where in it: "item 4".
  part text,
  account_id uuid not null constraint practice_links_account references access.accounts (id),
  at timestamptz not null,
  removed boolean not null default false,
  constraint practice_links_one check (num_nonnulls(decision_id, action_id, document_id, session_id, indicator_id) = 1)
);
create unique index practice_links_once on council.practice_links
  (practice_id, coalesce(decision_id, action_id, document_id, session_id, indicator_id)) where not removed;
create index practice_links_by_decision on council.practice_links (decision_id) where decision_id is not null;
create index practice_links_by_action on council.practice_links (action_id) where action_id is not null;

-- ---------------------------------------------------------------- who
do $$
declare
  me constant text := '(select access.account_id())';
  mine constant text := 'account_id = (select access.account_id())';
  moderates constant text := '(select access.may(''practices.moderate''))';
begin
  call council.protect('practices.adoptions',
    'practices.readable(practice_id) and (standing <> ''withdrawn'' or ' || mine || ' or agency_id = (select access.actor_agency()) or ' || moderates || ')',
    mine || ' and agency_id = (select access.actor_agency()) and practices.may_adopt(practice_id)');
  call council.protect('practices.adoption_reports', 'exists (select 1 from practices.adoptions a where a.id = adoption_id)',
    mine || ' and (select access.may(''practices.adopt'')) and exists (
      select 1 from practices.adoptions a where a.id = adoption_id and a.agency_id = (select access.actor_agency()))');
  call council.protect('practices.adoption_answers', 'exists (select 1 from practices.adoptions a where a.id = adoption_id)',
    mine || ' and exists (select 1 from practices.adoptions a join practices.practices p on p.id = a.practice_id
      where a.id = adoption_id and ' || me || ' in (p.author_id, a.account_id))');
  call council.protect('practices.uses', 'practices.readable(practice_id)', 'false');
  call council.protect('practices.collections', '(select access.may(''practices.read'')) and (shared or ' || mine || ')',
    '(' || moderates || ' or (not curated and ' || mine || ' and (select access.may(''practices.write''))))');
  call council.protect('practices.collection_items',
    'practices.readable(practice_id) and exists (select 1 from practices.collections c where c.id = collection_id)',
    'practices.may_curate(collection_id)');
  create policy practices_collection_items_drop on practices.collection_items for delete to {{server}} using (practices.may_curate(collection_id));
  call council.protect('practices.kept_practices', mine || ' and practices.readable(practice_id)', mine || ' and practices.readable(practice_id)');
  execute 'create policy practices_kept_drop on practices.kept_practices for delete to {{server}} using (' || mine || ')';
  call council.protect('practices.months', 'practices.readable(practice_id)', moderates || ' and told_at is null');
  call council.protect('practices.month_mails', 'false', 'false');
  -- Read where both ends may be read. In public: what an adopted decision cites.
  call council.protect('council.practice_links',
    'practices.readable(practice_id) and (exists (select 1 from council.decisions d where d.id = decision_id)
      or exists (select 1 from council.actions a where a.id = action_id)
      or exists (select 1 from council.documents o where o.id = document_id)
      or exists (select 1 from council.sessions s where s.id = session_id)
      or exists (select 1 from council.indicators i where i.id = indicator_id))',
    '(select access.may(''council.prepare'')) and practices.readable(practice_id)');
end
$$;

revoke all on all functions in schema practices from public;
grant execute on function practices.may_adopt(uuid), practices.adopters_of(uuid), practices.may_curate(uuid),
  practices.tell_month(text, timestamptz), practices.claim_month_mail(text, timestamptz),
  practices.settle_month_mail(text, uuid, timestamptz) to {{server}};
grant select on practices.adoptions, practices.adoption_reports, practices.adoption_answers, practices.uses, practices.collections,
  practices.collection_items, practices.kept_practices, practices.months, council.practice_links to {{server}};
grant insert (id, practice_id, edition_id, by_kind, account_id, agency_id, country, place, place_key, since, created_at, updated_at)
  on practices.adoptions to {{server}};
grant insert (id, adoption_id, standing, words, adaptation, feedback, language, account_id, at) on practices.adoption_reports to {{server}};
grant insert on practices.adoption_answers, practices.collections, practices.collection_items, practices.kept_practices to {{server}};
grant insert (month, practice_id, words, chosen_by, chosen_at), update (practice_id, words, chosen_by, chosen_at, version)
  on practices.months to {{server}};
grant insert on council.practice_links to {{server}};
grant update (removed) on council.practice_links to {{server}};
grant update (title, about, domains, group_code, shared, removed, version, updated_at) on practices.collections to {{server}};
grant update (ordinal, note) on practices.kept_practices to {{server}};
grant delete on practices.collection_items, practices.kept_practices to {{server}};
