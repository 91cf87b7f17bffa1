-- Practices: the record, its editions, how it came to be what it is, and its review. Methods only; nobody who returned is in any
-- of it. What readers read is an edition; the working content is for its author, its reviewers and those who moderate.

create table practices.practices (
  id uuid primary key,
  -- Given with the first edition, by the database: PR-0007.
  number int constraint practices_number unique,
  -- Follows the steps; nobody sets it.
  state text not null default 'draft' constraint practices_state check (
    state in ('draft', 'submitted', 'review', 'revise', 'published', 'archived', 'retracted')),
  audience text not null constraint practices_audience check (audience in ('state', 'council', 'practitioners', 'public')),
  licence text not null,
  country text not null constraint practices_country check (country ~ '^[A-Z]{2}$'),
  -- Who did it, as a text in several languages.
  organisation jsonb,
  author_id uuid not null constraint practices_author references access.accounts (id),
  agency_id uuid not null constraint practices_agency references access.agencies (id),
  content jsonb not null,
  -- In which it is written first: when a text changes there, its translations are no longer up to it.
  source_language text not null default 'en',
  -- Documents of the Council, by symbol: their slice is none of ours.
  papers jsonb not null default '[]',
  -- What the check found and the author means: {finding, why}.
  kept jsonb not null default '[]',
  edition_id uuid,
  confirm_by date,
  -- A draft that was written from public reports and waits for somebody of its state to take it over.
  awaits_state boolean not null default false,
  -- When its people were last told that it has to be confirmed.
  reminded_on date,
  round int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  retracted_reason text,
  constraint practices_whole check ((edition_id is null) = (number is null) and (edition_id is null) = (published_at is null)),
  constraint practices_said check (state not in ('published', 'archived', 'retracted') or edition_id is not null)
);
create index practices_by_change on practices.practices (updated_at desc, id desc);
create index practices_by_author on practices.practices (author_id);
create index practices_by_confirm on practices.practices (confirm_by) where state = 'published';

-- What was published: content and the review that it was published with.
create table practices.editions (
  id uuid primary key,
  practice_id uuid not null constraint editions_practice references practices.practices (id),
  number int not null,
  content jsonb not null,
  published_at timestamptz not null,
  review jsonb not null,
  constraint editions_number unique (practice_id, number),
  constraint editions_of unique (practice_id, id)
);
alter table practices.practices add constraint practices_edition foreign key (id, edition_id) references practices.editions (practice_id, id)
  deferrable initially deferred;

create table practices.steps (
  id uuid primary key,
  practice_id uuid not null constraint steps_practice references practices.practices (id),
  number int not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  reason text,
  constraint steps_number unique (practice_id, number)
);

-- What the working content said after each save. An undo is a save of what was said before.
create table practices.versions (
  id uuid primary key,
  practice_id uuid not null constraint versions_practice references practices.practices (id),
  version int not null,
  at timestamptz not null,
  account_id uuid not null,
  fields text[] not null,
  content jsonb not null,
  constraint versions_once unique (practice_id, version)
);

-- Who reviews: what somebody knows and reads, set by themselves or by those who moderate.
create table practices.reviewers (
  account_id uuid primary key constraint reviewers_account references access.accounts (id),
  domains text[] not null default '{}',
  languages text[] not null default '{}',
  available boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null
);

create table practices.reviews (
  id uuid primary key,
  practice_id uuid not null constraint reviews_practice references practices.practices (id),
  round int not null,
  -- 1 and 2; 3 where these differ.
  seat int not null constraint reviews_seat check (seat between 1 and 3),
  account_id uuid not null constraint reviews_account references access.accounts (id),
  agency_id uuid not null,
  country text,
  state text not null constraint reviews_state check (state in ('invited', 'accepted', 'declined', 'conflict', 'given', 'ended')),
  invited_by uuid,
  invited_at timestamptz not null,
  answered_at timestamptz,
  -- In their own words; whoever has one does not review.
  conflict text,
  grades jsonb,
  words_author jsonb,
  words_published jsonb,
  recommendation text constraint reviews_recommendation check (recommendation in ('publish', 'revise', 'decline')),
  given_at timestamptz,
  -- The version of the record that was read.
  read_version int,
  version int not null default 1,
  constraint reviews_once unique (practice_id, round, account_id),
  constraint reviews_given check ((state = 'given') = (grades is not null) and (state = 'given') = (recommendation is not null)),
  constraint reviews_conflict check ((state = 'conflict') = (conflict is not null))
);
-- One reviewer a seat at a time: whoever declined or has a conflict leaves it to another.
create unique index reviews_seats on practices.reviews (practice_id, round, seat) where state in ('invited', 'accepted', 'given');
create index reviews_by_account on practices.reviews (account_id, state);

-- Files beside a record. The bytes lie with those of other documents, sealed, each under a key of its own.
create table practices.attachments (
  id uuid primary key,
  practice_id uuid not null constraint attachments_practice references practices.practices (id),
  name text not null,
  media_type text not null,
  language text,
  file_id uuid constraint attachments_file unique,
  size int,
  digest bytea,
  wrapped bytea,
  -- The edition with which readers got it; until then it is for those who work on the record.
  since_edition int,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint attachments_whole check (num_nonnulls(file_id, size, digest, wrapped) in (0, 4))
);
create index attachments_by_practice on practices.attachments (practice_id);
create trigger attachments_discard after delete on practices.attachments for each row execute function documents.discard();
-- The sweep of files asks here too.
create or replace function documents.unnamed(files uuid[]) returns setof uuid stable security definer language sql set search_path = '' as $$
  select f from unnest(files) as f where not exists (select 1 from documents.versions v where v.file_id = f)
    and not exists (select 1 from practices.attachments a where a.file_id = f)
$$;

create table practices.settings (
  one boolean primary key default true constraint settings_one check (one),
  confirm_years int not null default 3 constraint settings_years check (confirm_years between 1 and 10),
  version int not null default 1,
  updated_at timestamptz not null default now()
);
insert into practices.settings default values;

create function practices.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what was said stays said' using errcode = '23514', constraint = tg_table_name || '_keep';
end
$$;
create trigger editions_keep before update or delete on practices.editions for each row execute function practices.refuse_change();
create trigger steps_keep before update or delete on practices.steps for each row execute function practices.refuse_change();
create trigger versions_keep before update or delete on practices.versions for each row execute function practices.refuse_change();

-- Nobody reviews own work, nor that of their agency, and nobody chooses reviewers for own work.
create function practices.refuse_own_review() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if exists (select 1 from practices.practices p where p.id = new.practice_id
      and (p.author_id in (new.account_id, new.invited_by) or p.agency_id = new.agency_id)) then
    raise exception 'own work' using errcode = '23514', constraint = 'reviews_not_own';
  end if;
  return new;
end
$$;
create trigger reviews_not_own before insert or update on practices.reviews for each row execute function practices.refuse_own_review();

-- ---------------------------------------------------------------- who reads
create function practices.my_reviews() returns setof uuid stable security definer language sql set search_path = '' as $$
  select r.practice_id from practices.reviews r
  where r.account_id = access.account_id() and r.state in ('invited', 'accepted', 'given') and access.may('practices.review')
$$;

-- Written into the policy of the table itself, so that a list pays for comparisons and not for a call a row: lists join
-- practices.practices with `edition_id is not null`. Others ask practices.readable.
create procedure practices.open_to_readers() language plpgsql as $body$
declare
  edition constant text := $check$
    edition_id is not null and (audience = 'public'
      or (audience = 'practitioners' and (select access.may('practices.read')))
      or (audience = 'council' and (select access.may('practices.council')))
      or (audience = 'state' and country = (select practices.my_country()) and (select access.may('practices.read'))))$check$;
  inner_circle constant text := $check$
    author_id = (select access.account_id()) or (select access.may('practices.moderate'))
      or id in (select practices.my_reviews())
      or ((select access.may('practices.confirm')) and country = (select practices.my_country()) and (state <> 'draft' or awaits_state))$check$;
begin
  alter table practices.practices enable row level security;
  execute format('create policy practices_read on practices.practices for select to {{server}} using ((%s) or %s)', edition, inner_circle);
  execute format('create function practices.readable(practice uuid) returns boolean stable security definer language sql set search_path = '''' as '
    '$f$ select exists (select 1 from practices.practices where id = practice and (%s or access.may(''practices.moderate'') and edition_id is not null)) $f$', edition);
  execute format('create function practices.inside(practice uuid) returns boolean stable security definer language sql set search_path = '''' as '
    '$f$ select exists (select 1 from practices.practices where id = practice and (%s)) $f$', inner_circle);
end
$body$;
call practices.open_to_readers();
drop procedure practices.open_to_readers();

create policy practices_add on practices.practices for insert to {{server}} with check (
  (select access.may('practices.write')) and author_id = (select access.account_id()) and agency_id = (select access.actor_agency())
  and state = 'draft' and edition_id is null);
-- While others read it, it does not change under their eyes.
create policy practices_change on practices.practices for update to {{server}} using (
  (author_id = (select access.account_id()) and (select access.may('practices.write')) and state in ('draft', 'revise', 'published', 'archived'))
  or (select access.may('practices.moderate')));

-- The content as it is being written: not in reach of a plain select.
create function practices.working(practice uuid) returns jsonb stable security definer language sql set search_path = '' as $$
  select p.content from practices.practices p where p.id = practice and practices.inside(p.id)
$$;

alter table practices.editions enable row level security;
-- Whoever sees the record sees its editions: the policy above, said once.
create policy editions_read on practices.editions for select to {{server}} using (
  exists (select 1 from practices.practices p where p.id = practice_id));

alter table practices.steps enable row level security;
create policy steps_read on practices.steps for select to {{server}} using (practices.inside(practice_id));

alter table practices.versions enable row level security;
create policy versions_read on practices.versions for select to {{server}} using (practices.inside(practice_id));
create policy versions_add on practices.versions for insert to {{server}} with check (
  account_id = (select access.account_id()) and practices.inside(practice_id));

alter table practices.reviewers enable row level security;
create policy reviewers_read on practices.reviewers for select to {{server}} using (
  account_id = (select access.account_id()) or (select access.may('practices.moderate')));
create policy reviewers_add on practices.reviewers for insert to {{server}} with check (
  (account_id = (select access.account_id()) and (select access.may('practices.review'))) or (select access.may('practices.moderate')));
create policy reviewers_change on practices.reviewers for update to {{server}} using (
  (account_id = (select access.account_id()) and (select access.may('practices.review'))) or (select access.may('practices.moderate')));

-- Reviewers write without seeing each other; the third sees both. The author reads them when they have been sent back.
create function practices.sees_review(practice uuid, its_round int, its_state text) returns boolean
stable security definer language sql set search_path = '' as $$
  select its_state = 'given' and (
    exists (select 1 from practices.practices p where p.id = practice and p.author_id = access.account_id()
      and (p.state not in ('submitted', 'review') or p.round > its_round))
    or exists (select 1 from practices.reviews r where r.practice_id = practice and r.account_id = access.account_id()
      and r.state in ('accepted', 'given') and (r.round > its_round or (r.round = its_round and (r.state = 'given' or r.seat = 3)))))
$$;
alter table practices.reviews enable row level security;
create policy reviews_read on practices.reviews for select to {{server}} using (
  account_id = (select access.account_id()) or (select access.may('practices.moderate'))
  or practices.sees_review(practice_id, round, state));
create policy reviews_add on practices.reviews for insert to {{server}} with check ((select access.may('practices.moderate')));
create policy reviews_change on practices.reviews for update to {{server}} using (
  (account_id = (select access.account_id()) and (select access.may('practices.review')) and state in ('invited', 'accepted'))
  or (select access.may('practices.moderate')))
  with check (account_id = (select access.account_id()) or (state = 'ended' and (select access.may('practices.moderate'))));

alter table practices.attachments enable row level security;
create policy attachments_read on practices.attachments for select to {{server}} using (
  (since_edition is not null and exists (select 1 from practices.practices p where p.id = practice_id))
  or practices.inside(practice_id));
create function practices.my_draft(practice uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from practices.practices p where p.id = practice and p.author_id = access.account_id()
    and access.may('practices.write') and p.state in ('draft', 'revise', 'published', 'archived'))
$$;
create policy attachments_add on practices.attachments for insert to {{server}} with check (
  created_by = (select access.account_id()) and practices.my_draft(practice_id));
create policy attachments_store on practices.attachments for update to {{server}} using (
  file_id is null and practices.my_draft(practice_id)) with check (practices.my_draft(practice_id));
create policy attachments_remove on practices.attachments for delete to {{server}} using (
  practices.my_draft(practice_id) or (select access.may('practices.moderate')));

alter table practices.settings enable row level security;
create policy settings_read on practices.settings for select to {{server}} using (true);
create policy settings_change on practices.settings for update to {{server}} using ((select access.may('practices.moderate')));

-- ---------------------------------------------------------------- steps
create function practices.count_step() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update practices.practices set state = new.to_state, updated_at = new.at,
    retracted_reason = case when new.to_state = 'retracted' then new.reason else retracted_reason end
    where id = new.practice_id;
  return null;
end
$$;
create trigger steps_count after insert on practices.steps for each row execute function practices.count_step();

-- The first step is the record itself.
create function practices.begin_steps() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into practices.steps (id, practice_id, number, to_state, at, actor_id)
  values (new.id, new.id, 1, new.state, new.created_at, access.account_id());
  return null;
end
$$;
create trigger practices_begin after insert on practices.practices for each row execute function practices.begin_steps();

-- Accounts that may review today, with the agency of the hat that lets them.
create function practices.can_review() returns table (account_id uuid, agency_id uuid, country text)
stable security definer language sql set search_path = '' as $$
  select distinct on (a.id) a.id, h.agency_id, g.country
  from access.accounts a
  join access.hats h on h.account_id = a.id and h.ended_at is null
  join access.roles r on r.name = h.role and 'practices.review' = any (r.verbs)
  join access.agencies g on g.id = h.agency_id
  where a.state = 'active' order by a.id, h.created_at
$$;

-- Who chooses reviewers and publishes, to be told that something waits.
create function practices.moderators() returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct a.id from access.accounts a
  join access.hats h on h.account_id = a.id and h.ended_at is null
  join access.roles r on r.name = h.role and 'practices.moderate' = any (r.verbs)
  where a.state = 'active'
$$;

-- Holds the record for those inside who may not change it: two reviewers who end at once are counted one after the other.
create function practices.hold(practice uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not practices.inside(practice) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  perform 1 from practices.practices where id = practice for update;
end
$$;

-- Still true, says its author, its state or who moderates: from today on for some years. Told in the steps.
create function practices.reconfirm(practice uuid, step uuid, confirm date, at_time timestamptz) returns void
security definer language plpgsql set search_path = '' as $$
declare
  p record;
begin
  select * into p from practices.practices where id = practice for update;
  if not found or not practices.inside(practice) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if p.state not in ('published', 'archived') or not (access.may('practices.moderate')
    or (access.may('practices.confirm') and p.country = practices.my_country())
    or (p.author_id = access.account_id() and access.may('practices.write'))) then
    raise exception 'no such step' using errcode = '23514', constraint = 'steps_allowed';
  end if;
  update practices.practices set confirm_by = confirm, reminded_on = null, version = version + 1 where id = practice;
  insert into practices.steps (id, practice_id, number, from_state, to_state, at, actor_id)
  values (step, practice, (select coalesce(max(s.number), 0) + 1 from practices.steps s where s.practice_id = practice),
    p.state, 'published', at_time, access.account_id());
end
$$;

-- For the clock, which acts for nobody: whom to tell, a month before the day and once when it has passed.
create function practices.confirms_due(today date) returns table (practice_id uuid, account_id uuid)
security definer language sql set search_path = '' as $$
  with due as (
    update practices.practices p set reminded_on = today
    where p.state = 'published' and access.account_id() is null
      and ((p.confirm_by between today and today + 30 and p.reminded_on is null)
        or (p.confirm_by < today and (p.reminded_on is null or p.reminded_on < p.confirm_by)))
    returning p.id, p.author_id, p.country)
  select d.id, d.author_id from due d
  union
  select d.id, h.account_id from due d
  join access.agencies g on g.country = d.country
  join access.hats h on h.agency_id = g.id and h.ended_at is null
  join access.roles r on r.name = h.role and 'practices.confirm' = any (r.verbs)
$$;

-- Announced and never sent.
create function practices.forget_awaiting(before timestamptz) returns int security definer language plpgsql set search_path = '' as $$
declare
  gone int;
begin
  delete from practices.attachments where file_id is null and created_at < before and access.account_id() is null;
  get diagnostics gone = row_count;
  return gone;
end
$$;

-- What two reviewers, or the third where they differ, came to; null while that is open.
create function practices.outcome(practice uuid, of_round int) returns text stable security definer language plpgsql set search_path = '' as $$
declare
  one record;
  other record;
  third text;
begin
  select r.* into one from practices.reviews r where r.practice_id = practice and r.round = of_round and r.seat = 1 and r.state = 'given';
  if not found then return null; end if;
  select r.* into other from practices.reviews r where r.practice_id = practice and r.round = of_round and r.seat = 2 and r.state = 'given';
  if not found then return null; end if;
  if one.recommendation = other.recommendation and not exists (
    select 1 from jsonb_each(one.grades) g
    where abs((g.value ->> 'grade')::int - (other.grades -> g.key ->> 'grade')::int) >= 2) then
    return one.recommendation;
  end if;
  select r.recommendation into third from practices.reviews r
    where r.practice_id = practice and r.round = of_round and r.seat = 3 and r.state = 'given';
  return third;
end
$$;

-- How far this round is, without who and what: for everybody inside.
create function practices.standing(practice uuid) returns table (seats text[], settled boolean)
stable security definer language sql set search_path = '' as $$
  select coalesce(array_agg(r.state order by r.seat) filter (where r.state is not null), '{}'),
    practices.outcome(p.id, p.round) is not null
  from practices.practices p
  left join practices.reviews r on r.practice_id = p.id and r.round = p.round and r.state in ('invited', 'accepted', 'given')
  where p.id = practice and practices.inside(p.id) group by p.id
$$;

-- Who may lead it from one state to another. Publishing has a way of its own.
create function practices.may_step(was text, wanted text, own boolean) returns boolean stable language sql set search_path = '' as $$
  select case
    when access.may('practices.moderate') and not own and (was, wanted) in (
      ('submitted', 'review'), ('submitted', 'revise'), ('review', 'revise'), ('review', 'draft'), ('review', 'published')) then true
    when access.may('practices.moderate') and (was, wanted) in (
      ('published', 'archived'), ('archived', 'published'), ('published', 'retracted'), ('archived', 'retracted'),
      ('submitted', 'retracted'), ('review', 'retracted'), ('revise', 'retracted')) then true
    when own and access.may('practices.write') and (was, wanted) in (
      ('draft', 'submitted'), ('revise', 'submitted'), ('published', 'submitted'), ('archived', 'submitted'),
      ('submitted', 'draft'), ('revise', 'draft'), ('submitted', 'published'), ('revise', 'published'),
      ('published', 'archived'), ('published', 'retracted'), ('archived', 'retracted')) then true
    else false end
$$;

-- Where the outcome of a review leads; nobody overrules reviewers.
create function practices.leads_to(outcome text, edition uuid) returns text immutable language sql set search_path = '' as $$
  select case outcome when 'revise' then 'revise' when 'decline' then case when edition is null then 'draft' else 'published' end
    when 'publish' then 'nowhere' end
$$;

-- The one way on: takes the record's lock, so that two steps at once are one step and one refusal.
-- What comes back from its author goes to the same reviewers, as far as they are still there: `seats` are ids for their new
-- reviews. An edition stays while the next one is on its way: whoever takes that one back comes to "published" again.
create function practices.take_step(step uuid, practice uuid, wanted text, why text, at_time timestamptz, seats uuid[]) returns text
security definer language plpgsql set search_path = '' as $$
declare
  p record;
  goes text := wanted;
  came text;
begin
  select * into p from practices.practices where id = practice for update;
  if not found or not practices.inside(practice) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  came := practices.outcome(practice, p.round);
  if not practices.may_step(p.state, wanted, p.author_id = access.account_id())
    or (p.edition_id is not null and wanted = 'draft') or (p.edition_id is null and wanted in ('published', 'archived', 'retracted'))
    or (p.state = 'review' and came is not null and wanted <> 'retracted' and practices.leads_to(came, p.edition_id) <> wanted)
    or (p.state = 'review' and came is null and wanted in ('draft', 'published')) then
    raise exception 'no such step' using errcode = '23514', constraint = 'steps_allowed';
  end if;
  if wanted = 'submitted' then
    update practices.practices set round = p.round + 1, awaits_state = false where id = practice;
    if p.state = 'revise' then
      insert into practices.reviews (id, practice_id, round, seat, account_id, agency_id, country, state, invited_by, invited_at, answered_at)
      select seats[r.seat], practice, p.round + 1, r.seat, r.account_id, r.agency_id, r.country, 'accepted', r.invited_by, at_time, at_time
      from practices.reviews r
      join practices.can_review() c on c.account_id = r.account_id and c.agency_id = r.agency_id
      where r.practice_id = practice and r.round = p.round and r.seat in (1, 2) and r.state in ('accepted', 'given');
      if (select count(*) from practices.reviews r where r.practice_id = practice and r.round = p.round + 1) = 2 then
        goes := 'review';
      end if;
    end if;
  elsif wanted <> 'review' then
    update practices.reviews set state = 'ended', version = version + 1
      where practice_id = practice and round = p.round and state in ('invited', 'accepted');
  end if;
  insert into practices.steps (id, practice_id, number, from_state, to_state, at, actor_id, reason)
  values (step, practice, (select coalesce(max(s.number), 0) + 1 from practices.steps s where s.practice_id = practice),
    p.state, goes, at_time, access.account_id(), why);
  return goes;
end
$$;

create table practices.counter (
  one boolean primary key default true constraint counter_one check (one),
  last int not null
);
insert into practices.counter (last) values (0);

-- Makes the edition of what was reviewed, numbers the practice where it has no number, and leads it to "published".
create function practices.publish(practice uuid, edition uuid, step uuid, its_review jsonb, confirm date, at_time timestamptz)
returns int security definer language plpgsql set search_path = '' as $$
declare
  p record;
  given int;
begin
  select * into p from practices.practices where id = practice for update;
  if not found or not access.may('practices.moderate') or p.author_id = access.account_id() then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if p.state <> 'review' or practices.outcome(practice, p.round) is distinct from 'publish' then
    raise exception 'no such step' using errcode = '23514', constraint = 'steps_allowed';
  end if;
  given := p.number;
  if given is null then
    update practices.counter set last = last + 1 returning last into given;
  end if;
  insert into practices.editions (id, practice_id, number, content, published_at, review)
  values (edition, practice, (select coalesce(max(e.number), 0) + 1 from practices.editions e where e.practice_id = practice),
    p.content, at_time, its_review);
  update practices.practices set number = given, edition_id = edition, confirm_by = confirm, reminded_on = null,
    published_at = coalesce(published_at, at_time), version = version + 1 where id = practice;
  update practices.attachments a set since_edition = e.number from practices.editions e
    where e.id = edition and a.practice_id = practice and a.since_edition is null and a.file_id is not null;
  insert into practices.steps (id, practice_id, number, from_state, to_state, at, actor_id)
  values (step, practice, (select coalesce(max(s.number), 0) + 1 from practices.steps s where s.practice_id = practice),
    p.state, 'published', at_time, access.account_id());
  return given;
end
$$;

-- Somebody of the state takes a draft over that waits for it, and is its author from then on.
create function practices.take_over(practice uuid, step uuid, at_time timestamptz) returns void security definer language plpgsql set search_path = '' as $$
declare
  p record;
begin
  select * into p from practices.practices where id = practice for update;
  if not found or not p.awaits_state or p.state <> 'draft' or p.country is distinct from practices.my_country()
    or not access.may('practices.write') or not (access.may('practices.confirm') or access.may('practices.moderate')) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  update practices.practices set author_id = access.account_id(), agency_id = access.actor_agency(), awaits_state = false,
    version = version + 1 where id = practice;
  insert into practices.steps (id, practice_id, number, from_state, to_state, at, actor_id)
  values (step, practice, (select coalesce(max(s.number), 0) + 1 from practices.steps s where s.practice_id = practice),
    'draft', 'draft', at_time, access.account_id());
end
$$;

revoke all on all functions in schema practices from public;
grant execute on function practices.my_country(), practices.my_reviews(), practices.readable(uuid), practices.inside(uuid),
  practices.working(uuid), practices.sees_review(uuid, int, text), practices.may_step(text, text, boolean),
  practices.take_step(uuid, uuid, text, text, timestamptz, uuid[]),
  practices.leads_to(text, uuid), practices.can_review(), practices.moderators(), practices.hold(uuid),
  practices.standing(uuid),
  practices.reconfirm(uuid, uuid, date, timestamptz), practices.confirms_due(date), practices.forget_awaiting(timestamptz),
  practices.my_draft(uuid),
  practices.publish(uuid, uuid, uuid, jsonb, date, timestamptz), practices.take_over(uuid, uuid, timestamptz) to {{server}};
-- All but `content`, which practices.working gives to whom it concerns.
grant select (id, number, state, audience, licence, country, organisation, author_id, agency_id, source_language, papers, kept, edition_id, confirm_by,
  awaits_state, round, version, created_at, updated_at, published_at, retracted_reason) on practices.practices to {{server}};
grant insert (id, audience, licence, country, organisation, author_id, agency_id, content, source_language, papers, created_at, updated_at)
  on practices.practices to {{server}};
grant update (audience, licence, country, organisation, content, source_language, papers, kept, version, updated_at) on practices.practices to {{server}};
grant select on practices.editions, practices.steps, practices.versions, practices.reviewers, practices.reviews,
  practices.attachments, practices.settings to {{server}};
grant insert on practices.versions, practices.reviewers, practices.reviews, practices.attachments to {{server}};
grant delete, update (file_id, size, digest, wrapped) on practices.attachments to {{server}};
grant update (confirm_years, version, updated_at) on practices.settings to {{server}};
grant update (domains, languages, available, version, updated_at) on practices.reviewers to {{server}};
grant update (state, answered_at, conflict, grades, words_author, words_published, recommendation, given_at, read_version, version)
  on practices.reviews to {{server}};
