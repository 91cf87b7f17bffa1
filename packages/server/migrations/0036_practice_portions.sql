-- The index of practices in portions: a row says what one portion of editions has under a key, the most telling first. Twenty times fewer rows
-- than one for each word of each text, so all of it is written anew within a minute. Places where a practice worked count in the answer.

drop function practices.write_index(int, jsonb, text[], uuid[], text[], real[]);
drop table practices.index_postings;
-- Written anew by the job.
truncate practices.index_practices, practices.index_keys;
drop index practices.index_keys_by_trigram;
-- Keys are plain letters; nobody reads a list of them in the order of a language.
alter table practices.index_keys alter column key type text collate "C";
alter table practices.index_keys set (fillfactor = 70);
create index index_keys_by_trigram on practices.index_keys using gin (key gin_trgm_ops);

create sequence practices.index_portions as int;
-- Which portion has the edition, and its place in there. What a portion has at a place that nobody stands at is dead.
alter table practices.index_practices add portion int not null, add place int not null;
create unique index index_practices_by_place on practices.index_practices (portion, place);

-- A posting is one number: impact in thousandths * 8192 + place * 8 + language (finding/keys.ts).
create table practices.index_postings (
  key text collate "C" not null,
  portion int not null,
  postings int[] not null,
  primary key (key, portion)
);
create index index_postings_by_portion on practices.index_postings (portion);
alter table practices.index_postings alter column postings set storage external;
alter table practices.index_postings enable row level security;

-- By the portion they stand in, so that one is taken apart at a time.
create or replace function practices.editions_to_index(analysis int, most int)
returns table (practice_id uuid, edition_id uuid, content jsonb, news boolean)
stable security definer language sql set search_path = '' as $$
  -- News is what was published, for all who read at the hub; not an edition written anew for another analyser.
  select p.id, e.id, e.content, i.edition_id is distinct from e.id and p.state = 'published' and p.audience in ('public', 'practitioners')
  from practices.practices p
  join practices.editions e on e.id = p.edition_id
  left join practices.index_practices i on i.practice_id = p.id
  where i.practice_id is null or i.edition_id <> p.edition_id or i.analysis <> editions_to_index.analysis
  order by i.portion nulls first, p.published_at limit most
$$;

-- Writes a portion of editions anew: the place of each is its order. One at a time: whoever comes second finds nothing left to do.
create function practices.write_index(analysis int, editions jsonb, keys text[], postings text[]) returns void
security definer language plpgsql set search_path = '' as $$
declare
  this constant int := nextval('practices.index_portions');
  left_portions int[];
  small int[];
begin
  with gone as (
    delete from practices.index_practices i using jsonb_array_elements(editions) e
    where i.practice_id = (e ->> 'practiceId')::uuid returning i.portion, i.place
  ), counts as (
    select w.key, count(*)::int as texts
    from (select i.key, i.portion, (unnest(i.postings) >> 3) & 1023 as place from practices.index_postings i
      where i.portion in (select g.portion from gone g)) w
    join gone g on g.portion = w.portion and g.place = w.place group by w.key
  ), fewer as (
    update practices.index_keys k set texts = k.texts - c.texts from counts c where k.key = c.key
  )
  select array_agg(distinct g.portion) into left_portions from gone g;
  delete from practices.index_postings i where i.portion = any (left_portions)
    and not exists (select 1 from practices.index_practices p where p.portion = i.portion);
  insert into practices.index_practices (practice_id, edition_id, analysis, country, domains, roles, settings, evidence, portion, place)
  select e."practiceId", e."editionId", write_index.analysis, e.country, e.domains, e.roles, e.settings, e.evidence, this, e.place
  from jsonb_to_recordset(editions) as e ("practiceId" uuid, "editionId" uuid, country text, domains text[], roles text[],
    settings text[], evidence text, place int);
  insert into practices.index_postings (key, portion, postings)
  select i.key, this, i.postings::int[] from unnest(keys, postings) as i (key, postings) order by i.key collate "C";
  insert into practices.index_keys (key, texts)
  select i.key, cardinality(i.postings) from practices.index_postings i where i.portion = this
  on conflict (key) do update set texts = index_keys.texts + excluded.texts;
  -- Many portions of a few make every question slower: they are written again, as one.
  select array_agg(p.portion) into small from (
    select i.portion from practices.index_practices i group by i.portion having count(*) < 100) p;
  if cardinality(small) > 40 then
    update practices.index_practices i set analysis = 0 where i.portion = any (small);
  end if;
end
$$;

drop function practices.find(text[], real[], int[], text, jsonb, boolean, int, int);
drop function practices.worked_count(uuid);
drop function practices.trying_count(uuid);

-- Practices by keys, the best text of each, those whom the actor may read, narrowed, counted and in order. `places` says which word
-- of the query a key stands for: of several readings of one word the best counts. Without keys it is all of them, the latest first.
create function practices.find(keys text[], weights real[], places int[], mine text, wanted jsonb, by_use boolean, skip int, most int)
returns jsonb stable security definer language plpgsql set search_path = '' set enable_seqscan = off set jit = off as $$
declare
  languages constant text[] := '{en,ru,kk,ky,tg,tk,uz}';
  -- Of a frequent key the best are enough.
  enough constant int := 4000;
  -- Every text has the key 't:', so its count is how many there are.
  texts_total real;
  may_read boolean := access.may('practices.read');
  may_council boolean := access.may('practices.council');
  country_of_mine text := practices.my_country();
  answer jsonb;
begin
  select greatest(coalesce(max(k.texts), 1), 1) into texts_total from practices.index_keys k where k.key = 't:';
  with asked as (
    select a.key, a.weight, a.place, ln(1 + (texts_total - k.texts + 0.5) / (k.texts + 0.5)) as idf,
      (select 20 + enough / greatest(count(*), 1) from practices.index_postings i where i.key = a.key)::int as best
    from unnest(keys, weights, places) as a (key, weight, place) join practices.index_keys k on k.key = a.key and k.texts > 0
  ), postings as (
    select a.place as word, a.weight * a.idf as weight, i.portion, unnest(i.postings[1:a.best]) as posting
    from asked a join practices.index_postings i on i.key = a.key
  ), words as (
    select p.portion, p.posting & 8191 as text, p.word, max(p.weight * (p.posting >> 13)) as score
    from postings p group by p.portion, p.posting & 8191, p.word
  ), scores as (
    -- A text with more of the words is meant rather than one that has a word often.
    select w.portion, w.text, sum(w.score) * count(*) / 1000 as score from words w group by w.portion, w.text
    union all
    select i.portion, unnest(i.postings) & 8191, 0 from practices.index_postings i where cardinality(keys) = 0 and i.key = 't:'
  ), texts as (
    select i.practice_id, l.language, s.score * case when l.language = mine then 1.1 else 1 end as score,
      i.country, i.domains, i.roles, i.settings, i.evidence
    from scores s join practices.index_practices i on i.portion = s.portion and i.place = s.text >> 3
    cross join lateral (select languages[(s.text & 7) + 1] as language) l
  ), open as (
    select t.*, p.published_at, coalesce(u.worked, 0) as worked, coalesce(u.trying, 0) as trying, coalesce(u.bound, 0) as bound
    from texts t join practices.practices p on p.id = t.practice_id left join practices.uses u on u.practice_id = t.practice_id
    where p.edition_id is not null and (p.audience = 'public'
      or (p.audience = 'practitioners' and may_read) or (p.audience = 'council' and may_council)
      or (p.audience = 'state' and p.country = country_of_mine and may_read))
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
    -- By use as the list of practices sorts: how sure it is that it works, not how often it was tried.
    select n.practice_id, n.language, n.score, n.worked, n.trying, row_number() over (
      order by case when by_use then n.bound else 0 end desc, case when by_use then n.worked else 0 end desc,
        n.score desc, n.published_at desc, n.practice_id desc) as nth
    from narrowed n order by nth offset skip limit most
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
      'worked', s.worked, 'trying', s.trying) order by s.nth) from shown s), '[]'),
    'facets', coalesce((select jsonb_agg(jsonb_build_object('facet', c.facet, 'value', c.value, 'count', c.count)
      order by c.facet, c.count desc, c.value) from counts c where c.count > 0), '[]'))
  into answer;
  return answer;
end
$$;

revoke all on all functions in schema practices from public;
grant execute on function practices.editions_to_index(int, int), practices.write_index(int, jsonb, text[], text[]),
  practices.find(text[], real[], int[], text, jsonb, boolean, int, int) to {{server}};
