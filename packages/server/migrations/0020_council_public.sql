-- The Council in public: what nobody in particular may read of adopted decisions, their actions and adopted agendas, and
-- a search over it in whatever language and script. What is public is said by sessions.is_public and decisions.is_public.

-- Of a decision only the text that was adopted is public; the versions before it stay with the Council.
alter policy decision_texts_read on council.decision_texts using (
  exists (select 1 from council.decisions d where d.id = decision_id
    and (d.text_number = decision_texts.number or (select access.may('council.read')))));

create policy bodies_read_public on council.bodies for select to {{server}} using (true);
-- An agenda is public once its session has adopted it.
create policy agenda_revisions_read_public on council.agenda_revisions for select to {{server}} using (
  state = 'adopted' and exists (select 1 from council.sessions s where s.id = session_id and s.is_public));
create policy actions_read_public on council.actions for select to {{server}} using (
  exists (select 1 from council.decisions d where d.id = decision_id and d.is_public));
create policy action_reports_read_public on council.action_reports for select to {{server}} using (
  exists (select 1 from council.actions a join council.decisions d on d.id = a.decision_id
    where a.id = action_id and d.is_public));
-- Members, and who else is named on a public page: as its host, or for what it has taken on.
create policy parties_read_public on council.parties for select to {{server}} using (
  classification = 'member'
  or exists (select 1 from council.sessions s where s.host_id = parties.id and s.is_public)
  or exists (select 1 from council.actions a join council.decisions d on d.id = a.decision_id
    where a.owner_id = parties.id and d.is_public));

-- ---------------------------------------------------------------- search
-- Words without their script: Cyrillic as Latin, marks and apostrophes gone, letters that only one language tells apart
-- together. A search typed on whatever keyboard finds a text in whatever language of ours; it begins and ends with a blank.
create function council.folded(said text) returns text immutable strict parallel safe language sql set search_path = '' as $$
  select ' ' || btrim(regexp_replace(
    translate(
      replace(replace(replace(replace(replace(
        regexp_replace(normalize(replace(lower(said), 'ў', 'о'), NFKD), '[\u0300-\u036f\u02b0-\u02ff''’‘`ъь]', '', 'g'),
        'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'iu'), 'я', 'ia'),
      'абвгғдежзиікқлмнңоөпрстуұүфхһҳцыэәҷqxwyı',
      'abvggdejziikklmnnooprstuuufhhhcieajkhvii'),
    '[^a-z0-9]+', ' ', 'g')) || ' '
$$;

-- Public texts only, folded: a row for each language, and one without a language for what sources call it.
create table council.public_texts (
  kind text not null constraint public_texts_kind check (kind in ('session', 'decision')),
  subject_id uuid not null,
  language text not null,
  heading text not null,
  folded text not null,
  primary key (subject_id, language)
);
create index public_texts_by_trigram on council.public_texts using gin (folded gin_trgm_ops);
create index public_texts_by_heading on council.public_texts using gin (heading gin_trgm_ops);
alter table council.public_texts enable row level security;

create function council.index_session(session uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from council.public_texts t where t.subject_id = session;
  insert into council.public_texts (kind, subject_id, language, heading, folded)
    select 'session', s.id, l.language, council.folded(coalesce(s.title -> l.language ->> 'text', '')),
           council.folded(concat_ws(' ', s.symbol, s.title -> l.language ->> 'text', s.summary -> l.language ->> 'text',
             s.city, s.organisers))
    from council.sessions s
    cross join lateral (
      select jsonb_object_keys(s.title) union select jsonb_object_keys(coalesce(s.summary, '{}'))) l (language)
    where s.id = session and s.is_public
    union all
    select 'session', s.id, '', '', council.folded(string_agg(concat_ws(' ', r.title, r.source, r.number_said), ' ' order by r.ordinal))
    from council.sessions s join council.session_reports r on r.session_id = s.id
    where s.id = session and s.is_public group by s.id;
end
$$;
create function council.index_decision(decision uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from council.public_texts t where t.subject_id = decision;
  insert into council.public_texts (kind, subject_id, language, heading, folded)
    select 'decision', d.id, l.language, council.folded(coalesce(x.title -> l.language ->> 'text', '')),
           council.folded(concat_ws(' ', d.symbol, x.title -> l.language ->> 'text', x.texts -> l.language ->> 'text'))
    from council.decisions d
    join council.decision_texts x on x.decision_id = d.id and x.number = d.text_number
    cross join lateral (select jsonb_object_keys(x.title) union select jsonb_object_keys(x.texts)) l (language)
    where d.id = decision and d.is_public;
end
$$;
create function council.session_said() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform council.index_session(case tg_argv[0] when 'report' then (to_jsonb(new) ->> 'session_id')::uuid else new.id end);
  return null;
end
$$;
create function council.decision_said() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform council.index_decision(new.id);
  return null;
end
$$;
create trigger sessions_said after insert or update of title, summary, symbol, city, organisers, is_public on council.sessions
  for each row execute function council.session_said('session');
create trigger session_reports_said after insert or update on council.session_reports
  for each row execute function council.session_said('report');
create trigger decisions_said after update of state, restricted on council.decisions
  for each row execute function council.decision_said();

select council.index_session(s.id) from council.sessions s where s.is_public;
select council.index_decision(d.id) from council.decisions d where d.is_public;

-- A session that has not used the extension yet may not set its threshold: an upgrade runs in such a one.
select show_trgm('any');
-- What is found by all words of a query, each from its beginning; when nothing is, by words that look alike. One row a
-- subject: where the heading says it before where the text does, the reader's language before others. Runs below the
-- policies, since those would keep the index from use, and repeats them: only public texts are in the table, and only
-- what is public now comes out.
create function council.find_public(query text, wanted text, most int)
returns table (kind text, id uuid, language text, alike boolean)
stable security definer language plpgsql
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 as $$
#variable_conflict use_column
declare
  words text[] := array(
    select w from (select distinct w from unnest(string_to_array(btrim(council.folded(left(query, 200))), ' ')) w) said
    where w <> '' order by length(w) desc, w limit 10);
  patterns text[];
begin
  -- One letter by itself is a preposition; a number is not.
  if words[1] is null or length(words[1]) < 2 then
    return;
  end if;
  words := array(select w from unnest(words) w where length(w) > 1 or w ~ '\d');
  patterns := array(select '% ' || w || '%' from unnest(words) w);
  return query
    select f.kind, f.subject_id, f.language, false from (
      select distinct on (h.subject_id) h.kind, h.subject_id, h.language, h.first
      from (
        -- A word that every text has would be read a long time: some hundred places are more than anybody looks at.
        (select t.kind, t.subject_id, t.language, true as first from council.public_texts t
          where t.heading like patterns[1] and t.heading like all (patterns) limit 700)
        union all
        (select t.kind, t.subject_id, t.language, false from council.public_texts t
          where t.folded like patterns[1] and t.folded like all (patterns) limit 700)
      ) h
      where exists (select 1 from council.sessions s where s.id = h.subject_id and s.is_public)
        or exists (select 1 from council.decisions d where d.id = h.subject_id and d.is_public)
      order by h.subject_id, h.first desc, (h.language = wanted) desc, h.language
    ) f order by f.first desc, f.subject_id desc limit most;
  -- A number that looks alike is another number.
  if found or words[1] ~ '\d' then
    return;
  end if;
  return query
    select f.kind, f.subject_id, f.language, true from (
      select distinct on (h.subject_id) h.kind, h.subject_id, h.language,
        (select sum(word_similarity(w, h.folded)) from unnest(words) w) as weight
      from (select * from council.public_texts t where words[1] <% t.folded limit 300) h
      where not exists (select 1 from unnest(words) w where word_similarity(w, h.folded) < 0.5)
        and (exists (select 1 from council.sessions s where s.id = h.subject_id and s.is_public)
          or exists (select 1 from council.decisions d where d.id = h.subject_id and d.is_public))
      order by h.subject_id, weight desc, (h.language = wanted) desc, h.language
    ) f order by f.weight desc, f.subject_id desc limit most;
end
$$;

revoke all on function council.folded(text), council.index_session(uuid), council.index_decision(uuid), council.session_said(),
  council.decision_said(), council.find_public(text, text, int) from public;
grant execute on function council.find_public(text, text, int) to {{server}};
