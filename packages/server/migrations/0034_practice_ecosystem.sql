-- Practices and the world outside: what may be harvested and since when, practices in the public search, records of other
-- libraries, and the whole library as one file.

-- ---------------------------------------------------------------- what others may harvest
-- One row for each practice that was ever open to everybody, so that whoever took it once learns that it is gone. Moments are
-- those of the database, in whole seconds: the protocol's own.
create table practices.harvestable (
  practice_id uuid primary key constraint harvestable_practice references practices.practices (id),
  number int not null constraint harvestable_number unique,
  changed_at timestamptz(0) not null,
  deleted boolean not null,
  sets text[] not null
);
create index harvestable_by_change on practices.harvestable (changed_at, number);
alter table practices.harvestable enable row level security;
-- A number and a moment; what stands behind it is shown by the policies of the practice itself.
create policy harvestable_read_public on practices.harvestable for select to {{server}} using (true);
grant select on practices.harvestable to {{server}};

-- `domain:education`, `country:KG`, `language:ky`: the lists that it stands in.
create function practices.harvest_sets(content jsonb, country text) returns text[] immutable language sql set search_path = '' as $$
  select array(select 'domain:' || d from jsonb_array_elements_text(content #> '{facts,domains}') d)
    || ('country:' || country)
    || array(select 'language:' || l from jsonb_object_keys(content #> '{texts,title}') l)
$$;
-- At the end of a transaction, since an edition may be written before its practice or after it.
create function practices.note_harvest() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into practices.harvestable (practice_id, number, changed_at, deleted, sets)
    select p.id, p.number, date_trunc('second', clock_timestamp()), false, practices.harvest_sets(e.content, p.country)
    from practices.practices p join practices.editions e on e.id = p.edition_id
    where p.id = new.id and p.audience = 'public' and p.state not in ('archived', 'retracted')
    on conflict (practice_id) do update set changed_at = excluded.changed_at, deleted = false, sets = excluded.sets;
  if not found then
    update practices.harvestable h set changed_at = date_trunc('second', clock_timestamp()), deleted = true
      where h.practice_id = new.id and not h.deleted;
  end if;
  return null;
end
$$;
-- What is on its way to its next edition is not news to anybody outside.
create function practices.harvest_face(p practices.practices) returns jsonb immutable language sql set search_path = '' as $$
  select jsonb_build_array(p.edition_id, p.audience, p.country, p.organisation, p.licence, p.papers, p.state in ('archived', 'retracted'))
$$;
create constraint trigger practices_harvest after insert on practices.practices deferrable initially deferred for each row
  when (new.edition_id is not null) execute function practices.note_harvest();
create constraint trigger practices_harvest_again after update on practices.practices deferrable initially deferred for each row
  when (practices.harvest_face(old) is distinct from practices.harvest_face(new)) execute function practices.note_harvest();
insert into practices.harvestable (practice_id, number, changed_at, deleted, sets)
  select p.id, p.number, date_trunc('second', clock_timestamp()), false, practices.harvest_sets(e.content, p.country)
  from practices.practices p join practices.editions e on e.id = p.edition_id
  where p.audience = 'public' and p.state not in ('archived', 'retracted');

-- ---------------------------------------------------------------- the public search
alter table council.public_texts drop constraint public_texts_kind;
alter table council.public_texts add constraint public_texts_kind check (kind in ('session', 'decision', 'document', 'practice'));

create function council.index_practice(practice uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from council.public_texts t where t.subject_id = practice;
  insert into council.public_texts (kind, subject_id, language, heading, folded)
    select 'practice', p.id, l.language, council.folded(x.texts -> 'title' -> l.language ->> 'text'),
           council.folded(concat_ws(' ', 'PR-' || lpad(p.number::text, 4, '0'), p.organisation -> l.language ->> 'text',
             (select string_agg(f.value -> l.language ->> 'text', ' ') from jsonb_each(x.texts) f)))
    from practices.practices p
    join practices.editions e on e.id = p.edition_id
    cross join lateral (select e.content -> 'texts') x (texts)
    cross join lateral jsonb_object_keys(x.texts -> 'title') l (language)
    where p.id = practice and p.audience = 'public';
end
$$;
create function council.practice_said() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform council.index_practice(new.id);
  return null;
end
$$;
create constraint trigger practices_in_search after insert on practices.practices deferrable initially deferred for each row
  when (new.edition_id is not null) execute function council.practice_said();
create constraint trigger practices_in_search_again after update on practices.practices deferrable initially deferred for each row
  when (practices.harvest_face(old) is distinct from practices.harvest_face(new)) execute function council.practice_said();
select council.index_practice(p.id) from practices.practices p where p.audience = 'public' and p.edition_id is not null;

select show_trgm('any');
create or replace function council.find_public(query text, wanted text, most int)
returns table (kind text, id uuid, language text, alike boolean)
stable security definer language plpgsql
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set enable_seqscan = off as $$
#variable_conflict use_column
declare
  words text[] := array(
    select w from (select distinct w from unnest(string_to_array(btrim(council.folded(left(query, 200))), ' ')) w) said
    where w <> '' order by length(w) desc, w limit 10);
  patterns text[];
  asked tsquery;
begin
  -- One letter by itself is a preposition; a number is not.
  if words[1] is null or length(words[1]) < 2 then
    return;
  end if;
  words := array(select w from unnest(words) w where length(w) > 1 or w ~ '\d');
  patterns := array(select '% ' || w || '%' from unnest(words) w);
  asked := (select string_agg(w || ':*', ' & ') from unnest(words) w)::tsquery;
  return query
    select f.kind, f.subject_id, f.language, false from (
      select distinct on (h.subject_id) h.kind, h.subject_id, h.language, h.first
      from (
        -- A word that every text has would be read a long time: some hundred places are more than anybody looks at.
        (select t.kind, t.subject_id, t.language, true as first from council.public_texts t
          where t.heading like patterns[1] and t.heading like all (patterns) limit 500)
        union all
        (select t.kind, t.subject_id, t.language, false from council.public_texts t
          where t.words @@ asked limit 500)
      ) h
      where case h.kind
        when 'session' then exists (select 1 from council.sessions s where s.id = h.subject_id and s.is_public)
        when 'decision' then exists (select 1 from council.decisions d where d.id = h.subject_id and d.is_public)
        when 'document' then exists (select 1 from council.documents d where d.id = h.subject_id and d.is_public)
        else exists (select 1 from practices.practices p where p.id = h.subject_id and p.audience = 'public' and p.edition_id is not null) end
      order by h.subject_id, h.first desc, (h.language = wanted) desc, h.language
    ) f order by f.first desc, f.subject_id desc limit most;
  -- A number that looks alike is another number.
  if found or words[1] ~ '\d' then
    return;
  end if;
  -- For each word the words that look like it; a text must have one of each.
  patterns := array(
    select (select '(' || string_agg(n.word, ' | ') || ')' from (
      select p.word from council.public_words p where w <% p.word order by word_similarity(w, p.word) desc, length(p.word), p.word limit 8) n)
    from unnest(words) w);
  if array_position(patterns, null) is not null then
    return;
  end if;
  asked := array_to_string(patterns, ' & ')::tsquery;
  return query
    select f.kind, f.subject_id, f.language, true from (
      select distinct on (h.subject_id) h.kind, h.subject_id, h.language,
        (select sum(word_similarity(w, h.heading)) from unnest(words) w) as weight
      from (select t.kind, t.subject_id, t.language, t.heading from council.public_texts t where t.words @@ asked limit 300) h
      where case h.kind
        when 'session' then exists (select 1 from council.sessions s where s.id = h.subject_id and s.is_public)
        when 'decision' then exists (select 1 from council.decisions d where d.id = h.subject_id and d.is_public)
        when 'document' then exists (select 1 from council.documents d where d.id = h.subject_id and d.is_public)
        else exists (select 1 from practices.practices p where p.id = h.subject_id and p.audience = 'public' and p.edition_id is not null) end
      order by h.subject_id, weight desc, (h.language = wanted) desc, h.language
    ) f order by f.weight desc, f.subject_id desc limit most;
end
$$;

-- ---------------------------------------------------------------- records of other libraries
-- Links out, with their source: never practices of ours. A library is looked at by the clock.
create table practices.libraries (
  id uuid primary key,
  name text not null,
  url text not null,
  set_spec text,
  watched boolean not null default true,
  every_hours int not null default 24 constraint libraries_pace check (every_hours between 1 and 720),
  due_at timestamptz not null,
  tried_at timestamptz,
  taken_at timestamptz,
  -- Where the last whole look began by the clock of the library, and where a broken one goes on.
  since text,
  token text,
  token_since text,
  fault text,
  failures int not null default 0,
  added_by uuid not null constraint libraries_account references access.accounts (id),
  version int not null default 1,
  created_at timestamptz not null
);
create unique index libraries_once on practices.libraries (url, coalesce(set_spec, ''));

create table practices.library_records (
  id uuid primary key,
  library_id uuid not null constraint library_records_library references practices.libraries (id) on delete cascade,
  identifier text not null,
  title text not null,
  url text,
  creators text[] not null default '{}',
  summary text,
  dated text,
  language text,
  subjects text[] not null default '{}',
  folded text not null,
  seen_at timestamptz not null,
  constraint library_records_once unique (library_id, identifier)
);
create index library_records_by_title on practices.library_records (title, id);
call council.protect('practices.libraries', '(select access.may(''practices.read''))', '(select access.may(''practices.moderate''))');
-- Written by the clock alone.
call council.protect('practices.library_records', '(select access.may(''practices.read''))', 'false');
grant select on practices.libraries, practices.library_records to {{server}};
grant insert on practices.libraries to {{server}};
grant update (name, watched, every_hours, due_at, version) on practices.libraries to {{server}};
grant delete on practices.libraries to {{server}};
create policy libraries_leave on practices.libraries for delete to {{server}} using ((select access.may('practices.moderate')));

-- The clock of nobody: which one is due, what came of it, and what it brought. Only libraries that are watched.
create function practices.claim_library(at_time timestamptz) returns setof practices.libraries
security definer language sql set search_path = '' as $$
  update practices.libraries l set tried_at = at_time, due_at = at_time + interval '15 minutes'
  where l.id = (select d.id from practices.libraries d where d.watched and d.due_at <= at_time order by d.due_at, d.id
    for update skip locked limit 1)
  returning l.*
$$;
create function practices.take_records(library uuid, records jsonb, at_time timestamptz) returns int
security definer language plpgsql set search_path = '' as $$
declare
  taken int;
begin
  if not exists (select 1 from practices.libraries l where l.id = library and l.watched for share) then
    return 0;
  end if;
  delete from practices.library_records r using jsonb_array_elements(records) x
    where r.library_id = library and r.identifier = x ->> 'identifier' and (x ->> 'deleted')::boolean;
  insert into practices.library_records (id, library_id, identifier, title, url, creators, summary, dated, language, subjects, folded, seen_at)
    select (x ->> 'id')::uuid, library, x ->> 'identifier', x ->> 'title', x ->> 'url',
      array(select jsonb_array_elements_text(x -> 'creators')), x ->> 'summary', x ->> 'dated', x ->> 'language',
      array(select jsonb_array_elements_text(x -> 'subjects')),
      council.folded(concat_ws(' ', x ->> 'title', x ->> 'summary', x ->> 'creators', x ->> 'subjects')), at_time
    from jsonb_array_elements(records) x where not (x ->> 'deleted')::boolean
    on conflict (library_id, identifier) do update set title = excluded.title, url = excluded.url, creators = excluded.creators,
      summary = excluded.summary, dated = excluded.dated, language = excluded.language, subjects = excluded.subjects,
      folded = excluded.folded, seen_at = excluded.seen_at;
  get diagnostics taken = row_count;
  return taken;
end
$$;
create function practices.settle_library(library uuid, its_token text, its_since text, its_token_since text, its_fault text, at_time timestamptz)
returns void security definer language sql set search_path = '' as $$
  update practices.libraries l set token = its_token, since = its_since, token_since = its_token_since, fault = its_fault,
    taken_at = case when its_fault is null then at_time else l.taken_at end,
    failures = case when its_fault is null then 0 else l.failures + 1 end,
    due_at = case
      when its_fault is null and its_token is not null then at_time
      when its_fault is null then at_time + make_interval(hours => l.every_hours)
      -- An hour, two, four … and never more seldom than it is looked at anyway.
      else at_time + make_interval(hours => least(l.every_hours, power(2, least(l.failures, 9))::int)) end
  where l.id = library
$$;

-- ---------------------------------------------------------------- the whole library as one file
alter table exports.tickets drop constraint tickets_format;
alter table exports.tickets add constraint tickets_format check (format in ('csv', 'xlsx', 'zip'));

revoke all on function practices.note_harvest(), practices.harvest_sets(jsonb, text), practices.harvest_face(practices.practices), council.index_practice(uuid),
  council.practice_said(), practices.claim_library(timestamptz), practices.take_records(uuid, jsonb, timestamptz),
  practices.settle_library(uuid, text, text, text, text, timestamptz) from public;
grant execute on function practices.claim_library(timestamptz), practices.take_records(uuid, jsonb, timestamptz),
  practices.settle_library(uuid, text, text, text, text, timestamptz), council.folded(text) to {{server}};
-- A trigger's condition is computed for whoever changes the row.
grant execute on function practices.harvest_face(practices.practices) to {{server}};
