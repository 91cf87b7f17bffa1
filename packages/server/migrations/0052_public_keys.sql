-- The public search and the search of answers by the keys of the analyser (contract/src/analysis), beside their letters: a word finds its
-- other forms, and what means the same in other languages. Keys are written by the program, a moment after the text.

alter table council.public_texts
  add column heading_keys tsvector,
  add column keys tsvector,
  add column analysis int not null default 0;
create index public_texts_by_heading_key on council.public_texts using gin (heading_keys);
create index public_texts_by_key on council.public_texts using gin (keys);
create index public_texts_by_analysis on council.public_texts (analysis);

-- What stands in a public text, in its own letters. A text without a language is what sources call a session.
create function council.public_said(its_kind text, subject uuid, its_language text) returns table (heading text, said text)
stable security definer language plpgsql set search_path = '' as $$
begin
  case its_kind
    when 'session' then
      return query select s.title -> its_language ->> 'text', concat_ws(E'\n', s.summary -> its_language ->> 'text', s.city, s.organisers)
        from council.sessions s where s.id = subject and s.is_public and its_language <> ''
        union all
        select '', string_agg(concat_ws(' ', r.title, r.source), E'\n' order by r.ordinal)
        from council.sessions s join council.session_reports r on r.session_id = s.id
        where s.id = subject and s.is_public and its_language = '' group by s.id;
    when 'decision' then
      return query select x.title -> its_language ->> 'text', x.texts -> its_language ->> 'text'
        from council.decisions d join council.decision_texts x on x.decision_id = d.id and x.number = d.text_number
        where d.id = subject and d.is_public;
    when 'document' then
      return query select x.body ->> 'title', '' from council.documents d
        join council.document_texts x on x.document_id = d.id and x.state = 'checked' and x.language = its_language
        where d.id = subject and d.is_public order by x.number desc limit 1;
    else
      return query select e.content -> 'texts' -> 'title' -> its_language ->> 'text',
          (select string_agg(f.value -> its_language ->> 'text', E'\n') from jsonb_each(e.content -> 'texts') f where f.key not in ('title', 'contact'))
        from practices.practices p join practices.editions e on e.id = p.edition_id where p.id = subject and p.audience = 'public';
  end case;
end
$$;
create function council.texts_to_key(its_analysis int, most int) returns table (kind text, subject_id uuid, language text, heading text, said text)
stable security definer language sql set search_path = '' as $$
  select t.kind, t.subject_id, t.language, s.heading, s.said
  from (select t.kind, t.subject_id, t.language from council.public_texts t where t.analysis <> its_analysis limit most) t
  left join lateral council.public_said(t.kind, t.subject_id, t.language) s on true where access.account_id() is null
$$;
-- Keys as text of a vector, each in quotes. What was written anew meanwhile keeps its mark and comes again.
create function council.write_text_keys(its_analysis int, subjects uuid[], languages text[], of_headings text[], of_texts text[]) returns void
security definer language sql set search_path = '' as $$
  update council.public_texts t set heading_keys = k.heading::tsvector, keys = k.keys::tsvector, analysis = its_analysis
  from unnest(subjects, languages, of_headings, of_texts) as k (subject, language, heading, keys)
  where t.subject_id = k.subject and t.language = k.language and access.account_id() is null
$$;

select show_trgm('any');
drop function council.find_public(text, text, int);
create function council.find_public(query text, asked_keys text, wanted text, most int)
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
  keyed tsquery := nullif(asked_keys, '')::tsquery;
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
      select distinct on (h.subject_id) h.kind, h.subject_id, h.language, h.rank
      from (
        -- As it is written before what means the same, headings before texts. A word that every text has would be read a long time: some
        -- hundred places are more than anybody looks at.
        (select t.kind, t.subject_id, t.language, 4 as rank from council.public_texts t
          where t.heading like patterns[1] and t.heading like all (patterns) limit 500)
        union all
        (select t.kind, t.subject_id, t.language, 3 from council.public_texts t where t.heading_keys @@ keyed limit 500)
        union all
        (select t.kind, t.subject_id, t.language, 2 from council.public_texts t
          where t.words @@ asked limit 500)
        union all
        (select t.kind, t.subject_id, t.language, 1 from council.public_texts t where t.keys @@ keyed limit 500)
      ) h
      where case h.kind
        when 'session' then exists (select 1 from council.sessions s where s.id = h.subject_id and s.is_public)
        when 'decision' then exists (select 1 from council.decisions d where d.id = h.subject_id and d.is_public)
        when 'document' then exists (select 1 from council.documents d where d.id = h.subject_id and d.is_public)
        else exists (select 1 from practices.practices p where p.id = h.subject_id and p.audience = 'public' and p.edition_id is not null) end
      order by h.subject_id, h.rank desc, (h.language = wanted) desc, h.language
    ) f order by f.rank desc, f.subject_id desc limit most;
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

-- ---------------------------------------------------------------- answers that may be used again
-- One row an answer, with the words of its question; letters for beginnings of words.
create table council.answer_keys (
  turn_id uuid primary key constraint answer_keys_turn references council.request_turns (id),
  keys tsvector not null,
  letters tsvector not null,
  analysis int not null
);
create index answer_keys_by_key on council.answer_keys using gin (keys);
create index answer_keys_by_letter on council.answer_keys using gin (letters);
alter table council.answer_keys enable row level security;

create function council.answers_to_key(its_analysis int, most int)
returns table (turn_id uuid, language text, words text, title jsonb, question jsonb)
stable security definer language sql set search_path = '' as $$
  select t.id, t.language, t.words, r.title, r.question from council.request_turns t join council.requests r on r.id = t.request_id
  where t.reusable and access.account_id() is null
    and not exists (select 1 from council.answer_keys k where k.turn_id = t.id and k.analysis = its_analysis)
  order by t.at limit most
$$;
create function council.write_answer_keys(its_analysis int, turns uuid[], of_answers text[]) returns void
security definer language sql set search_path = '' as $$
  insert into council.answer_keys (turn_id, keys, letters, analysis)
  select t.id, k.keys::tsvector, array_to_tsvector(array_remove(string_to_array(r.folded || t.folded, ' '), '')), its_analysis
  from unnest(turns, of_answers) as k (turn, keys) join council.request_turns t on t.id = k.turn join council.requests r on r.id = t.request_id
  where access.account_id() is null
  on conflict (turn_id) do update set keys = excluded.keys, letters = excluded.letters, analysis = excluded.analysis
$$;
-- Below the policies, which would keep the index from use, and repeats that of request_turns. An answer of this moment has no keys yet and is
-- read by its letters.
create function council.answers_found(query text, asked_keys text, most int) returns table (id uuid)
stable security definer language plpgsql set search_path = '' set enable_seqscan = off as $$
#variable_conflict use_column
declare
  parts text[] := array(select w from unnest(string_to_array(btrim(council.folded(left(query, 200))), ' ')) w where w <> '' limit 10);
  asked tsquery := (select string_agg(w || ':*', ' & ') from unnest(parts) w)::tsquery;
  keyed tsquery := nullif(asked_keys, '')::tsquery;
begin
  if asked is null then
    return query select t.id from council.request_turns t where t.reusable and council.request_open(t.request_id)
      order by t.at desc, t.id limit most;
    return;
  end if;
  return query
    select t.id from council.request_turns t
    where t.id in (
      select k.turn_id from council.answer_keys k where k.letters @@ asked
      union select k.turn_id from council.answer_keys k where k.keys @@ keyed
      union select n.id from council.request_turns n join council.requests r on r.id = n.request_id
        where n.reusable and not exists (select 1 from council.answer_keys k where k.turn_id = n.id)
          and not exists (select 1 from unnest(parts) w where r.folded || n.folded not like '% ' || w || '%'))
      and t.reusable and council.request_open(t.request_id)
    order by t.at desc, t.id limit most;
end
$$;

revoke all on function council.public_said(text, uuid, text), council.texts_to_key(int, int),
  council.write_text_keys(int, uuid[], text[], text[], text[]), council.find_public(text, text, text, int),
  council.answers_to_key(int, int), council.write_answer_keys(int, uuid[], text[]), council.answers_found(text, text, int) from public;
grant execute on function council.public_said(text, uuid, text), council.texts_to_key(int, int),
  council.write_text_keys(int, uuid[], text[], text[], text[]), council.find_public(text, text, text, int),
  council.answers_to_key(int, int), council.write_answer_keys(int, uuid[], text[]), council.answers_found(text, text, int) to {{server}};
