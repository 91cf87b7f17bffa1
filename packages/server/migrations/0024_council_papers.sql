-- Papers of the Council at 10,000 documents in seven languages, with the item and the day they belong to; and the digest
-- that goes out before a session.

-- ---------------------------------------------------------------- facts
alter table council.documents add column item_id uuid constraint documents_item references council.agenda_items (id);
-- The day that stands on it, as long as the issue has not given it one.
alter table council.documents add column dated date;
grant update (item_id, dated) on council.documents to {{server}};

-- ---------------------------------------------------------------- lists
-- Filters by language look into the row itself: asking every document for its languages costs a search a row.
alter table council.documents add column in_languages text[] not null default '{}';
alter table council.documents add column stale_languages text[] not null default '{}';
create function council.note_languages() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update council.documents d set (in_languages, stale_languages) = (
    select coalesce(array_agg(l.language order by l.language), '{}'),
           coalesce(array_agg(l.language order by l.language) filter (where l.stale), '{}')
    from council.document_languages l where l.document_id = new.document_id)
  where d.id = new.document_id;
  return null;
end
$$;
create trigger document_languages_noted after insert or update of stale on council.document_languages
  for each row execute function council.note_languages();
update council.documents d set (in_languages, stale_languages) = (
  select coalesce(array_agg(l.language order by l.language), '{}'),
         coalesce(array_agg(l.language order by l.language) filter (where l.stale), '{}')
  from council.document_languages l where l.document_id = d.id);

create index documents_by_kind on council.documents (kind, updated_at desc, id desc);
create index documents_by_state on council.documents (state, updated_at desc, id desc);
create index documents_by_item on council.documents (item_id) where item_id is not null;
drop index council.documents_by_session;
create index documents_by_session on council.documents (session_id, updated_at desc, id desc);
create index documents_issued on council.documents (issued_at desc, id desc) where is_public;

-- ---------------------------------------------------------------- search, signed in
-- Words in titles first, then in texts, the newest first; a slip of the pen is looked for where that finds little, and
-- a number that looks alike is another number. The whole text of a document lies outside its row, so what ranks is read
-- from the row. With a limit the planner would rather read every text than use the index: it may not.
drop function council.find_documents(text, text, int);
create function council.find_documents(words text[], most int) returns table (document_id uuid, language text)
stable security definer language plpgsql set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5 set enable_seqscan = off as $$
#variable_conflict use_column
declare
  prepares boolean := access.may('council.prepare');
  reads boolean := access.may('council.read');
  member boolean := council.speaks_for_member();
  -- What a party filed itself it finds, withheld or not.
  own uuid[] := array(select council.my_statements());
  -- Numbers and words of a letter or two are meant as they are, but for the last one, which may still be being typed.
  query tsquery := (
    select string_agg(case when n < cardinality(words) and (length(w) < 3 or w ~ '^\d+$') then w else w || ':*' end, ' & ')
    from unnest(words) with ordinality said (w, n))::tsquery;
  longest text := (select w from unnest(words) w order by length(w) desc limit 1);
  starts text[] := array(select '% ' || w || '%' from unnest(words) w);
  -- Not called `title`: that of the table would resemble itself.
  typed text := array_to_string(words, ' ');
begin
  return query
  with titled as materialized (
    select l.document_id, l.language from council.document_languages l
    where length(longest) > 2 and l.folded_title like '%' || longest || '%' and ' ' || l.folded_title like all (starts) limit 300
  ), newest as materialized (
    -- Of words that stand in very many titles, those of the newest documents.
    select l.document_id, l.language
    from (select d.id from council.documents d order by d.updated_at desc, d.id desc limit 1500) d
      join council.document_languages l on l.document_id = d.id
    where (select count(*) from titled) = 300 and ' ' || l.folded_title like all (starts) limit 100
  ), exact as materialized (
    -- Of very frequent words some are enough: nobody reads ten thousand titles.
    select l.document_id, l.language from council.document_languages l where l.words @@ query limit 600
  ), hits as (
    select t.document_id, t.language, 0 as way, 0::real as near from titled t
    union all
    select n.document_id, n.language, 0, 0 from newest n
    union all
    select e.document_id, e.language, 1, 0 from exact e
    union all
    (select l.document_id, l.language, 2, word_similarity(typed, l.folded_title) from council.document_languages l
      where (select count(*) from exact) < 5 and length(typed) > 3 and typed !~ '\d' and typed <% l.folded_title limit 300)
  ), open as (
    select h.*, d.updated_at from hits h join council.documents d on d.id = h.document_id
    where prepares or (reads and d.circulated_at is not null and (d.distribution = 'general' or member or d.id = any (own)))
  ), best as (
    select distinct on (o.document_id) o.* from open o order by o.document_id, o.way, o.near desc
  )
  select b.document_id, b.language from best b order by b.way, b.near desc, b.updated_at desc, b.document_id limit most;
end
$$;

-- ---------------------------------------------------------------- search, for anybody
-- Issued documents are found too, by symbol and title; and words that look alike are looked for among words.
alter table council.public_texts drop constraint public_texts_kind;
alter table council.public_texts add constraint public_texts_kind check (kind in ('session', 'decision', 'document'));
-- Words as a vector: a beginning of a word is found at once, however long the texts are.
drop index council.public_texts_by_trigram;
alter table council.public_texts add column words tsvector not null
  generated always as (array_to_tsvector(string_to_array(btrim(folded), ' '))) stored;
create index public_texts_by_words on council.public_texts using gin (words);
create table council.public_words (word text primary key);
create index public_words_by_trigram on council.public_words using gin (word gin_trgm_ops);
alter table council.public_words enable row level security;

create function council.note_words() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into council.public_words (word)
    select distinct w from new_texts t, string_to_table(btrim(t.folded), ' ') w where length(w) > 1
  on conflict do nothing;
  return null;
end
$$;
create trigger public_texts_words after insert on council.public_texts referencing new table as new_texts
  for each statement execute function council.note_words();
insert into council.public_words (word)
  select distinct w from council.public_texts t, string_to_table(btrim(t.folded), ' ') w where length(w) > 1;

create function council.index_document(document uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from council.public_texts t where t.subject_id = document;
  insert into council.public_texts (kind, subject_id, language, heading, folded)
    select distinct on (x.language) 'document', d.id, x.language, council.folded(x.body ->> 'title'),
           council.folded(concat_ws(' ', d.symbol, x.body ->> 'title'))
    from council.documents d join council.document_texts x on x.document_id = d.id and x.state = 'checked'
    where d.id = document and d.is_public order by x.language, x.number desc;
end
$$;
create function council.document_said() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform council.index_document((to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end
$$;
create trigger documents_said after update of state, distribution, symbol on council.documents
  for each row when (new.issued_at is not null) execute function council.document_said('id');
create trigger document_texts_said after update of state on council.document_texts
  for each row execute function council.document_said('document_id');
select council.index_document(d.id) from council.documents d where d.is_public;

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
        else exists (select 1 from council.documents d where d.id = h.subject_id and d.is_public) end
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
        else exists (select 1 from council.documents d where d.id = h.subject_id and d.is_public) end
      order by h.subject_id, weight desc, (h.language = wanted) desc, h.language
    ) f order by f.weight desc, f.subject_id desc limit most;
end
$$;

-- ---------------------------------------------------------------- before a session
-- So many days before it, everybody with a voice is told that the digest is there; 0 tells nobody. Once for a session.
update council.body_rules set rules = rules || '{"digestDays": 7}' where not rules ? 'digestDays';
update council.rule_proposals set rules = rules || '{"digestDays": 7}' where not rules ? 'digestDays';
alter table council.sessions add column digest_at timestamptz;
create function council.digests_due(at timestamptz) returns setof uuid security definer language sql set search_path = '' as $$
  update council.sessions s set digest_at = at
  where s.id in (
    select q.id from council.sessions q
      join lateral (select r.rules from council.body_rules r where r.body_id = q.body_id order by r.version desc limit 1) r on true
    where q.state in ('planned', 'invited') and q.digest_at is null and access.account_id() is null
      and coalesce(q.starts_at, q.from_day::timestamp at time zone 'UTC') > at
      and coalesce(q.starts_at, q.from_day::timestamp at time zone 'UTC') <= at + make_interval(days => (r.rules ->> 'digestDays')::int)
    order by q.sorts_on limit 20 for update of q skip locked)
  returning s.id
$$;

revoke all on function council.note_languages(), council.find_documents(text[], int), council.note_words(), council.index_document(uuid),
  council.document_said(), council.digests_due(timestamptz) from public;
grant execute on function council.find_documents(text[], int), council.digests_due(timestamptz) to {{server}};
