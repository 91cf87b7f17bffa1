-- Authors hear when the Council cites their practice.

-- When its author was told; set too where nobody was to be told.
alter table council.practice_links add column told_at timestamptz;
-- What was cited before anybody was told of it is no news.
update council.practice_links set told_at = at;
create index practice_links_to_tell on council.practice_links (at) where told_at is null and not removed;

-- Citations that the author may now read: of a decision once it is adopted, of a document once it is given out to all who take part. Each is
-- told once, and never to whoever cited it. For the node's own work.
create function council.citations_to_tell(now_at timestamptz) returns table (practice_id uuid, account_id uuid)
security definer language sql set search_path = '' as $$
  with told as (
    update council.practice_links l set told_at = now_at from practices.practices p
    where l.id in (
      select w.id from council.practice_links w
      where w.told_at is null and not w.removed
        and (w.decision_id is null or exists (select 1 from council.decisions d where d.id = w.decision_id and d.state = 'adopted'))
        and (w.document_id is null or exists (select 1 from council.documents o where o.id = w.document_id
          and (o.is_public or (o.circulated_at is not null and o.distribution = 'general'))))
      order by w.at limit 100 for update skip locked)
      and p.id = l.practice_id and access.account_id() is null
    returning l.practice_id, p.author_id, l.account_id as by
  )
  select distinct t.practice_id, t.author_id from told t where t.author_id <> t.by
$$;
revoke all on function council.citations_to_tell(timestamptz) from public;
grant execute on function council.citations_to_tell(timestamptz) to {{server}};

-- ---------------------------------------------------------------- a question to the library
-- Postings go out as numbers and are ranked by the program, which does it in a tenth of the time. A number says a place in the index and no
-- more; who may read what stands there is decided in what follows (practices.found).
create function practices.postings_of(keys text[], weights real[], places int[])
returns table (word int, weight double precision, portion int, postings text)
stable security definer language plpgsql set search_path = '' as $$
declare
  -- So many postings are looked at, the most telling of each key (Lin and Trotman, Anytime ranking for impact-ordered indexes, 2015: a
  -- tenth of the collection is enough). Of a frequent word nobody reads the rest.
  budget constant int := 6000;
  -- Every text has the key 't:', so its count is how many there are.
  texts_total real;
begin
  if not access.may('practices.read') then
    return;
  end if;
  select greatest(coalesce(max(k.texts), 1), 1) into texts_total from practices.index_keys k where k.key = 't:';
  return query
    with asked as (
      select a.key, a.weight, a.place, ln(1 + (texts_total - k.texts + 0.5) / (k.texts + 0.5)) as idf,
        1 + budget / count(*) over () / greatest((select count(*) from practices.index_postings i where i.key = a.key), 1) as best
      from unnest(keys, weights, places) as a (key, weight, place) join practices.index_keys k on k.key = a.key and k.texts > 0
    )
    select a.place, (a.weight * a.idf)::double precision, i.portion, array_to_string(i.postings[1:a.best], ',')
    from asked a join practices.index_postings i on i.key = a.key;
end
$$;

-- By what a library without a question is in order.
create index index_practices_by_day on practices.index_practices (published_at desc, practice_id desc);

-- Of places in the index those whom the actor may read, narrowed, counted and in order. A place without a score was found in a language that is
-- not wanted: it counts among languages and is not shown. `all_of_them` is the library without a question, the latest first.
create function practices.found(its_places int[], its_tongues int[], its_scores double precision[], its_best int[], all_of_them boolean,
  mine text, wanted jsonb, by_use boolean, skip int, most int)
returns jsonb stable security definer language plpgsql set search_path = '' set jit = off
-- Planned once a connection: a plan of its own for each question costs more than it saves, and reads the whole library for a thousand places.
set plan_cache_mode = force_generic_plan as $$
declare
  languages constant text[] := '{en,ru,kk,ky,tg,tk,uz}';
  may_read constant boolean := access.may('practices.read');
  may_council constant boolean := access.may('practices.council');
  country_of_mine constant text := practices.my_country();
  own constant int := array_position(languages, mine) - 1;
  -- A bit for each language that is wanted.
  wanted_tongues constant int := case when wanted ? 'languages' then coalesce((select bit_or(1 << (array_position(languages, l) - 1))
    from jsonb_array_elements_text(wanted -> 'languages') l where l = any (languages)), 0) else 127 end;
  own_wanted constant int := (1 << own) & wanted_tongues;
  use_wanted constant boolean := wanted ? 'use';
  worked_wanted constant boolean := coalesce(wanted -> 'use' ? 'worked', false);
  trying_wanted constant boolean := coalesce(wanted -> 'use' ? 'trying', false);
  domains_wanted constant text[] := case when wanted ? 'domains' then array(select jsonb_array_elements_text(wanted -> 'domains')) end;
  roles_wanted constant text[] := case when wanted ? 'roles' then array(select jsonb_array_elements_text(wanted -> 'roles')) end;
  settings_wanted constant text[] := case when wanted ? 'settings' then array(select jsonb_array_elements_text(wanted -> 'settings')) end;
  kinds_wanted int[];
  answer jsonb;
begin
  select array_agg(k.id) into kinds_wanted from practices.index_kinds k
  where (domains_wanted is null or k.domains && domains_wanted) and (roles_wanted is null or k.roles && roles_wanted)
    and (settings_wanted is null or k.settings && settings_wanted) and (not wanted ? 'countries' or wanted -> 'countries' ? k.country)
    and (not wanted ? 'evidence' or wanted -> 'evidence' ? k.evidence);
  with open as materialized (
    select i.practice_id, i.kind, i.published_at, i.worked, i.trying, i.bound, f.tongues, f.score, f.tongue
    from unnest(its_places, its_tongues, its_scores, its_best) as f (place, tongues, score, tongue)
    join practices.index_practices i on i.portion * 1024 + i.place = f.place
    where i.audience = 'public' or (i.audience = 'practitioners' and may_read) or (i.audience = 'council' and may_council)
      or (i.audience = 'state' and i.owner_country = country_of_mine and may_read)
  ), alike as materialized (
    select o.kind, o.tongues, o.score is not null as has_text, o.worked > 0 as worked, o.trying > 0 as trying, count(*) as n
    from open o group by 1, 2, 3, 4, 5
    union all
    -- What is alike is counted before it is asked who may read it: a library has few kinds of rows.
    select g.kind, g.languages, g.languages & wanted_tongues > 0, g.worked, g.trying, sum(g.n)::bigint from (
      select i.kind, i.languages, i.audience, i.owner_country, i.worked > 0 as worked, i.trying > 0 as trying, count(*) as n
      from practices.index_practices i where all_of_them group by 1, 2, 3, 4, 5, 6) g
    where g.audience = 'public' or (g.audience = 'practitioners' and may_read) or (g.audience = 'council' and may_council)
      or (g.audience = 'state' and g.owner_country = country_of_mine and may_read)
    group by 1, 2, 3, 4, 5
  ), best as materialized (
    select k.*, a.worked, a.trying, a.n, k.id = any (kinds_wanted) as is_wanted
    from (select a.kind, a.worked, a.trying, sum(a.n) as n from alike a where a.has_text group by 1, 2, 3) a
    join practices.index_kinds k on k.id = a.kind
  ), shown as (
    -- By use as the list of practices sorts: how sure it is that it works, not how often it was tried.
    select row_number() over () as nth, n.* from (
      (select o.practice_id, o.tongue, o.score, o.worked, o.trying from open o
      where o.score is not null and o.kind = any (kinds_wanted)
        and (not use_wanted or (worked_wanted and o.worked > 0) or (trying_wanted and o.trying > 0))
      order by case when by_use then o.bound else 0 end desc, case when by_use then o.worked else 0 end desc,
        o.score desc, o.published_at desc, o.practice_id desc offset skip limit most)
      union all
      select l.practice_id, case when l.languages & own_wanted > 0 then own
          -- The lowest bit that is set.
          else bit_count(((l.languages & wanted_tongues & -(l.languages & wanted_tongues)) - 1)::bit(8)) end, 0, l.worked, l.trying
      from (
        (select i.* from practices.index_practices i
          where all_of_them and not by_use and i.languages & wanted_tongues > 0 and i.kind = any (kinds_wanted)
            and (not use_wanted or (worked_wanted and i.worked > 0) or (trying_wanted and i.trying > 0))
            and (i.audience = 'public' or (i.audience = 'practitioners' and may_read) or (i.audience = 'council' and may_council)
              or (i.audience = 'state' and i.owner_country = country_of_mine and may_read))
          order by i.published_at desc, i.practice_id desc offset skip limit most)
        union all
        (select i.* from practices.index_practices i
          where all_of_them and by_use and i.languages & wanted_tongues > 0 and i.kind = any (kinds_wanted)
            and (not use_wanted or (worked_wanted and i.worked > 0) or (trying_wanted and i.trying > 0))
            and (i.audience = 'public' or (i.audience = 'practitioners' and may_read) or (i.audience = 'council' and may_council)
              or (i.audience = 'state' and i.owner_country = country_of_mine and may_read))
          order by i.bound desc, i.worked desc, i.published_at desc, i.practice_id desc offset skip limit most)
      ) l
    ) n
  ), counts as (
    select 'languages' as facet, languages[t + 1] as value, sum(l.n) as count
      from (select a.tongues, sum(a.n) as n from alike a group by 1) l join generate_series(0, 6) t on l.tongues & (1 << t) > 0 group by t
    union all select 'domains', d, sum(n) from best cross join unnest(domains) d group by d
    union all select 'roles', d, sum(n) from best cross join unnest(roles) d group by d
    union all select 'settings', d, sum(n) from best cross join unnest(settings) d group by d
    union all select 'countries', country, sum(n) from best group by country
    union all select 'evidence', evidence, sum(n) from best group by evidence
    union all select 'use', 'worked', sum(n) from best where worked
    union all select 'use', 'trying', sum(n) from best where trying
  )
  select jsonb_build_object(
    'total', (select coalesce(sum(b.n), 0) from best b where b.is_wanted
      and (not use_wanted or (worked_wanted and b.worked) or (trying_wanted and b.trying))),
    'hits', coalesce((select jsonb_agg(jsonb_build_object('id', s.practice_id, 'language', languages[s.tongue + 1], 'score', s.score,
      'worked', s.worked, 'trying', s.trying) order by s.nth) from shown s), '[]'),
    'facets', coalesce((select jsonb_agg(jsonb_build_object('facet', c.facet, 'value', c.value, 'count', c.count)
      order by c.facet, c.count desc, c.value) from counts c where c.count > 0), '[]'))
  into answer;
  return answer;
end
$$;
drop function practices.find(text[], real[], int[], text, jsonb, boolean, int, int);

-- ---------------------------------------------------------------- a change of the thesaurus
-- What stands under an older number of the thesaurus and has none of the words that were changed since is true under the new one too. Labels are
-- [{"language": 0 to 6, "keys": [...]}]; null: everything is written again. For the node's own work.
-- Concepts that were changed since a step, each as it stood then: the row, or nothing where the program's own stood.
create function practices.concepts_before(step int) returns table (code text, before jsonb)
stable security definer language sql set search_path = '' as $$
  select distinct on (b.value ->> 'code') b.value ->> 'code', nullif(b.value -> 'row', 'null')
  from practices.thesaurus_steps s cross join lateral jsonb_array_elements(s.before) b
  where s.number > step and access.account_id() is null order by b.value ->> 'code', s.number
$$;
create function practices.oldest_analysis(its_from int, its_to int) returns table (practices int, files int)
stable security definer language sql set search_path = '' as $$
  select (select min(i.analysis) from practices.index_practices i where i.analysis >= its_from and i.analysis < its_to),
    (select min(t.analysis) from practices.file_texts t where t.state = 'read' and t.analysis >= its_from and t.analysis < its_to)
  where access.account_id() is null
$$;
create function practices.follow_thesaurus(its_from int, its_to int, labels jsonb) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  with words as (
    select l.ordinality as label, (l.value ->> 'language')::int as tongue, jsonb_array_length(l.value -> 'keys') as many, k.key
    from jsonb_array_elements(labels) with ordinality l cross join lateral jsonb_array_elements_text(l.value -> 'keys') k (key)
  ), touched as (
    select distinct w.portion * 1024 + ((w.posting >> 3) & 1023) as place from (
      select w.label, w.tongue, w.many, i.portion, unnest(i.postings) as posting
      from words w join practices.index_postings i on i.key = w.key) w
    where w.posting & 7 = w.tongue
    group by w.label, w.many, w.portion, (w.posting >> 3) & 1023 having count(*) >= w.many
  )
  update practices.index_practices i
  set analysis = case when labels is null or i.portion * 1024 + i.place in (select t.place from touched t) then 0 else its_to end
  where i.analysis = its_from;
end
$$;
create function practices.follow_thesaurus_in_files(its_from int, its_to int, labels jsonb) returns void
security definer language plpgsql set search_path = '' as $$
declare
  languages constant text[] := '{en,ru,kk,ky,tg,tk,uz}';
begin
  if access.account_id() is not null then
    return;
  end if;
  update practices.file_texts t set analysis = case when labels is null or exists (
      select 1 from practices.file_pages p, jsonb_array_elements(labels) l
      where p.attachment_id = t.attachment_id and languages[(l ->> 'language')::int + 1] = t.language
        and p.keys @> array(select jsonb_array_elements_text(l -> 'keys')))
    then 0 else its_to end
  where t.state = 'read' and t.analysis = its_from;
end
$$;
create index answer_keys_by_analysis on council.answer_keys (analysis);
create function council.oldest_analysis(its_from int, its_to int) returns int
stable security definer language sql set search_path = '' as $$
  select least((select min(t.analysis) from council.public_texts t where t.analysis >= its_from and t.analysis < its_to),
    (select min(k.analysis) from council.answer_keys k where k.analysis >= its_from and k.analysis < its_to))
  where access.account_id() is null
$$;
-- A portion at a time; `touched` is a question to the keys, null: everything. Returns how many rows were looked at.
create function council.follow_thesaurus(its_from int, its_to int, touched text, most int) returns int
security definer language plpgsql set search_path = '' as $$
declare
  asked constant tsquery := nullif(touched, '')::tsquery;
  texts int;
  answers int;
begin
  if access.account_id() is not null then
    return 0;
  end if;
  update council.public_texts t set analysis = case when touched is null or (touched <> '' and t.keys @@ asked) then 0 else its_to end
  where t.analysis = its_from and (t.subject_id, t.language) in (
    select s.subject_id, s.language from council.public_texts s where s.analysis = its_from limit most);
  get diagnostics texts = row_count;
  update council.answer_keys k set analysis = case when touched is null or (touched <> '' and k.keys @@ asked) then 0 else its_to end
  where k.analysis = its_from and k.turn_id in (select s.turn_id from council.answer_keys s where s.analysis = its_from limit most);
  get diagnostics answers = row_count;
  return texts + answers;
end
$$;

revoke all on function practices.postings_of(text[], real[], int[]),
  practices.found(int[], int[], double precision[], int[], boolean, text, jsonb, boolean, int, int), practices.oldest_analysis(int, int),
  practices.concepts_before(int), practices.follow_thesaurus(int, int, jsonb), practices.follow_thesaurus_in_files(int, int, jsonb),
  council.oldest_analysis(int, int), council.follow_thesaurus(int, int, text, int) from public;
grant execute on function practices.postings_of(text[], real[], int[]),
  practices.found(int[], int[], double precision[], int[], boolean, text, jsonb, boolean, int, int), practices.oldest_analysis(int, int),
  practices.concepts_before(int), practices.follow_thesaurus(int, int, jsonb), practices.follow_thesaurus_in_files(int, int, jsonb),
  council.oldest_analysis(int, int), council.follow_thesaurus(int, int, text, int) to {{server}};
