-- Finding practices: what an edition says, as keys that all languages share (contract/src/analysis). The program writes the keys; the
-- database only knows letters. What is closed is not found: practices.find repeats the policy of practices.practices.

-- One row a practice: which edition and which analyser it stands under, and what lists are narrowed by.
create table practices.index_practices (
  practice_id uuid primary key constraint index_practices_practice references practices.practices (id),
  edition_id uuid not null,
  analysis int not null,
  country text not null,
  domains text[] not null,
  roles text[] not null,
  settings text[] not null,
  evidence text not null
);

-- One row for every key of an edition in a language. `impact` is what BM25 makes of how often it stands there.
create table practices.index_postings (
  key text not null,
  practice_id uuid not null constraint index_postings_practice references practices.index_practices (practice_id),
  language text not null,
  impact real not null
);
-- By which they are taken away. No key of the table: millions of rows are written at once, and nothing is looked up one by one.
create index index_postings_by_practice on practices.index_postings (practice_id);
-- The best first, so that a frequent key is not read whole.
create index index_postings_by_impact on practices.index_postings (key, impact desc) include (practice_id, language);

-- How many texts have a key, and how many there are: what makes a rare word tell more.
create table practices.index_keys (
  key text primary key,
  texts int not null
);
create index index_keys_by_trigram on practices.index_keys using gin (key gin_trgm_ops);

-- What somebody wants to hear of when something new fits it: their own, and shown to nobody else.
create table practices.saved_searches (
  id uuid primary key,
  account_id uuid not null constraint saved_searches_account references access.accounts (id),
  words text not null,
  language text,
  facets jsonb not null default '{}',
  created_at timestamptz not null
);
create index saved_searches_by_account on practices.saved_searches (account_id, created_at desc);
alter table practices.saved_searches enable row level security;
create policy saved_searches_read on practices.saved_searches for select to {{server}} using (account_id = (select access.account_id()));
create policy saved_searches_add on practices.saved_searches for insert to {{server}} with check (
  account_id = (select access.account_id()) and (select access.may('practices.read')));
create policy saved_searches_end on practices.saved_searches for delete to {{server}} using (account_id = (select access.account_id()));
-- For the node's own work: whom to tell is decided by what was published, and only by what everybody at the hub may read.
create function practices.searches_to_tell() returns table (account_id uuid, words text, language text, facets jsonb)
stable security definer language sql set search_path = '' as $$
  select s.account_id, s.words, s.language, s.facets from practices.saved_searches s
  join access.accounts a on a.id = s.account_id and a.state = 'active'
$$;

alter table practices.index_practices enable row level security;
alter table practices.index_postings enable row level security;
alter table practices.index_keys enable row level security;

-- Editions that readers read and the index does not have, or has under an older analyser. For the node's own work.
create function practices.editions_to_index(analysis int, most int)
returns table (practice_id uuid, edition_id uuid, content jsonb, news boolean)
stable security definer language sql set search_path = '' as $$
  -- News is what was published, for all who read at the hub; not an edition written anew for another analyser.
  select p.id, e.id, e.content, i.edition_id is distinct from e.id and p.state = 'published' and p.audience in ('public', 'practitioners')
  from practices.practices p
  join practices.editions e on e.id = p.edition_id
  left join practices.index_practices i on i.practice_id = p.id
  where i.practice_id is null or i.edition_id <> p.edition_id or i.analysis <> editions_to_index.analysis
  order by p.published_at limit most
$$;

-- Writes portions of editions anew. One at a time: whoever comes second finds nothing left to do.
create function practices.write_index(analysis int, editions jsonb, keys text[], practice_ids uuid[], languages text[], impacts real[]) returns void
security definer language plpgsql set search_path = '' as $$
declare
  these uuid[];
begin
  select array_agg((e ->> 'practiceId')::uuid) into these from jsonb_array_elements(editions) e;
  with gone as (delete from practices.index_postings i where i.practice_id = any (these) returning i.key),
    counts as (select g.key, count(*)::int as texts from gone g group by g.key)
  update practices.index_keys k set texts = k.texts - c.texts from counts c where k.key = c.key;
  insert into practices.index_practices (practice_id, edition_id, analysis, country, domains, roles, settings, evidence)
  select e."practiceId", e."editionId", write_index.analysis, e.country, e.domains, e.roles, e.settings, e.evidence
  from jsonb_to_recordset(editions) as e ("practiceId" uuid, "editionId" uuid, country text, domains text[], roles text[],
    settings text[], evidence text)
  on conflict (practice_id) do update set edition_id = excluded.edition_id, analysis = excluded.analysis, country = excluded.country,
    domains = excluded.domains, roles = excluded.roles, settings = excluded.settings, evidence = excluded.evidence;
  insert into practices.index_postings (key, practice_id, language, impact)
  select i.key, i.practice, i.language, i.impact from unnest(keys, practice_ids, languages, impacts) as i (key, practice, language, impact);
  insert into practices.index_keys (key, texts)
  select i.key, count(*)::int from unnest(keys) as i (key) group by i.key order by i.key
  on conflict (key) do update set texts = index_keys.texts + excluded.texts;
end
$$;

-- Which of these keys anybody wrote, and for the others what looks like them.
create function practices.known_keys(asked text[]) returns table (key text, known text)
stable security definer language plpgsql set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.4 as $$
begin
  return query select a, k.key from unnest(asked) a join practices.index_keys k on k.key = a where k.texts > 0;
  return query select a, n.key from unnest(asked) a
    cross join lateral (select k.key from practices.index_keys k
      where k.key % a and k.texts > 0 and k.key not like 'c:%' order by similarity(k.key, a) desc, k.texts desc limit 8) n
    where length(a) >= 4 and not exists (select 1 from practices.index_keys k where k.key = a and k.texts > 0);
end
$$;

-- Where a practice worked and where it is being tried. Adoption gives these their meaning.
create function practices.worked_count(practice uuid) returns int stable language sql set search_path = '' as $$ select 0 $$;
create function practices.trying_count(practice uuid) returns int stable language sql set search_path = '' as $$ select 0 $$;

-- Practices by keys, the best text of each, those whom the actor may read, narrowed, counted and in order. `places` says which word
-- of the query a key stands for: of several readings of one word the best counts. Without keys it is all of them, the latest first.
create function practices.find(keys text[], weights real[], places int[], mine text, wanted jsonb, by_use boolean, skip int, most int)
returns jsonb stable security definer language plpgsql set search_path = '' set enable_seqscan = off set jit = off as $$
declare
  -- Every text has the key 't:', so its count is how many there are.
  texts_total real;
  may_read boolean := access.may('practices.read');
  may_council boolean := access.may('practices.council');
  country_of_mine text := practices.my_country();
  answer jsonb;
begin
  select greatest(coalesce(max(k.texts), 1), 1) into texts_total from practices.index_keys k where k.key = 't:';
  with asked as (
    select a.key, a.weight, a.place, ln(1 + (texts_total - k.texts + 0.5) / (k.texts + 0.5)) as idf
    from unnest(keys, weights, places) as a (key, weight, place) join practices.index_keys k on k.key = a.key and k.texts > 0
  ), words as (
    select i.practice_id, i.language, a.place, max(a.weight * a.idf * i.impact) as score
    from asked a cross join lateral (
      select s.practice_id, s.language, s.impact from practices.index_postings s where s.key = a.key order by s.impact desc limit 3000) i
    group by i.practice_id, i.language, a.place
  ), texts as (
    -- A text with more of the words is meant rather than one that has a word often.
    select w.practice_id, w.language, sum(w.score) * count(*) * case when w.language = mine then 1.1 else 1 end as score
    from words w group by w.practice_id, w.language
    union all
    select i.practice_id, i.language, 0 from practices.index_postings i where cardinality(keys) = 0 and i.key = 't:'
  ), readable as (
    select p.id, p.published_at, p.number from practices.practices p
    where p.id in (select t.practice_id from texts t) and p.edition_id is not null and (p.audience = 'public'
      or (p.audience = 'practitioners' and may_read) or (p.audience = 'council' and may_council)
      or (p.audience = 'state' and p.country = country_of_mine and may_read))
  ), open as (
    select t.practice_id, t.language, t.score, r.published_at, r.number, i.country, i.domains, i.roles, i.settings, i.evidence,
      practices.worked_count(r.id) as worked, practices.trying_count(r.id) as trying
    from texts t join readable r on r.id = t.practice_id join practices.index_practices i on i.practice_id = t.practice_id
  ), best as (
    select distinct on (o.practice_id) o.* from open o
    where (not wanted ? 'languages' or wanted -> 'languages' ? o.language)
    order by o.practice_id, o.score desc, (o.language = mine) desc, o.language
  ), narrowed as (
    select b.* from best b
    where (not wanted ? 'domains' or b.domains && array(select jsonb_array_elements_text(wanted -> 'domains')))
      and (not wanted ? 'roles' or b.roles && array(select jsonb_array_elements_text(wanted -> 'roles')))
      and (not wanted ? 'settings' or b.settings && array(select jsonb_array_elements_text(wanted -> 'settings')))
      and (not wanted ? 'countries' or wanted -> 'countries' ? b.country)
      and (not wanted ? 'evidence' or wanted -> 'evidence' ? b.evidence)
      and (not wanted ? 'use' or (wanted -> 'use' ? 'worked' and b.worked > 0) or (wanted -> 'use' ? 'trying' and b.trying > 0))
  ), shown as (
    select n.practice_id, n.language, n.score, n.worked, n.trying from narrowed n
    order by case when by_use then n.worked else 0 end desc, n.score desc, n.published_at desc, n.practice_id desc
    offset skip limit most
  ), counts as (
    select 'languages' as facet, o.language as value, count(distinct o.practice_id) as count from open o group by o.language
    union all select 'domains', d, count(*) from best b cross join unnest(b.domains) d group by d
    union all select 'roles', d, count(*) from best b cross join unnest(b.roles) d group by d
    union all select 'settings', d, count(*) from best b cross join unnest(b.settings) d group by d
    union all select 'countries', b.country, count(*) from best b group by b.country
    union all select 'evidence', b.evidence, count(*) from best b group by b.evidence
    union all select 'use', 'worked', count(*) from best b where b.worked > 0
    union all select 'use', 'trying', count(*) from best b where b.trying > 0
  )
  select jsonb_build_object(
    'total', (select count(*) from narrowed),
    'hits', coalesce((select jsonb_agg(jsonb_build_object('id', s.practice_id, 'language', s.language, 'score', s.score,
      'worked', s.worked, 'trying', s.trying) order by case when by_use then s.worked else 0 end desc, s.score desc,
        (select r.published_at from readable r where r.id = s.practice_id) desc, s.practice_id desc) from shown s), '[]'),
    'facets', coalesce((select jsonb_agg(jsonb_build_object('facet', c.facet, 'value', c.value, 'count', c.count)
      order by c.facet, c.count desc, c.value) from counts c where c.count > 0), '[]'))
  into answer;
  return answer;
end
$$;

revoke all on all functions in schema practices from public;
grant execute on function practices.editions_to_index(int, int), practices.write_index(int, jsonb, text[], uuid[], text[], real[]), practices.known_keys(text[]), practices.searches_to_tell(),
  practices.worked_count(uuid), practices.trying_count(uuid),
  practices.find(text[], real[], int[], text, jsonb, boolean, int, int) to {{server}};
grant select, insert, delete on practices.saved_searches to {{server}};
