-- A question of seven words meets nearly every text of a large library. The most telling of each word are looked at, and what they
-- name is read through the policy once a practice and not once a text.

-- Practices by keys, the best text of each, those whom the actor may read, narrowed, counted and in order. `places` says which word
-- of the query a key stands for: of several readings of one word the best counts. Without keys it is all of them, the latest first.
create or replace function practices.find(keys text[], weights real[], places int[], mine text, wanted jsonb, by_use boolean, skip int, most int)
returns jsonb stable security definer language plpgsql set search_path = '' set enable_seqscan = off set jit = off as $$
declare
  languages constant text[] := '{en,ru,kk,ky,tg,tk,uz}';
  -- So many postings are looked at, the most telling of each key, and so many texts stay (Lin and Trotman, Anytime ranking for
  -- impact-ordered indexes, 2015: a tenth of the collection is enough). Of a frequent word nobody reads the rest.
  budget constant int := 6000;
  texts_kept constant int := 1000;
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
      1 + budget / count(*) over () / greatest((select count(*) from practices.index_postings i where i.key = a.key), 1) as best
    from unnest(keys, weights, places) as a (key, weight, place) join practices.index_keys k on k.key = a.key and k.texts > 0
  ), postings as (
    select a.place as word, a.weight * a.idf as weight, i.portion, unnest(i.postings[1:a.best]) as posting
    from asked a join practices.index_postings i on i.key = a.key
  ), words as (
    select p.portion * 8192 + (p.posting & 8191) as text, p.word, max(p.weight * (p.posting >> 13)) as score
    from postings p group by 1, 2
  ), scores as (
    -- A text with more of the words is meant rather than one that has a word often.
    (select w.text, sum(w.score) * count(*) / 1000 * case when languages[(w.text & 7) + 1] = mine then 1.1 else 1 end as score
      from words w group by w.text order by 2 desc, 1 limit texts_kept)
    union all
    select i.portion * 8192 + (unnest(i.postings) & 8191), 0 from practices.index_postings i where cardinality(keys) = 0 and i.key = 't:'
  ), open as (
    select i.portion * 1024 + i.place as place, i.practice_id, i.country, i.domains, i.roles, i.settings, i.evidence, p.published_at,
      coalesce(u.worked, 0) as worked, coalesce(u.trying, 0) as trying, coalesce(u.bound, 0) as bound
    from (select distinct s.text >> 3 as place from scores s) s
    cross join lateral (select * from practices.index_practices i where i.portion = s.place >> 10 and i.place = s.place & 1023 limit 1) i
    join practices.practices p on p.id = i.practice_id left join practices.uses u on u.practice_id = i.practice_id
    where p.edition_id is not null and (p.audience = 'public'
      or (p.audience = 'practitioners' and may_read) or (p.audience = 'council' and may_council)
      or (p.audience = 'state' and p.country = country_of_mine and may_read))
  ), best_texts as (
    select distinct on (s.text >> 3) s.text >> 3 as place, languages[(s.text & 7) + 1] as language, s.score from scores s
    where not wanted ? 'languages' or wanted -> 'languages' ? languages[(s.text & 7) + 1]
    order by s.text >> 3, s.score desc, (languages[(s.text & 7) + 1] = mine) desc, s.text
  ), best as (
    select o.*, t.language, t.score from open o join best_texts t on t.place = o.place
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
    select 'languages' as facet, languages[l.language + 1] as value, l.count
      from (select s.text & 7 as language, count(*) as count from scores s where s.text >> 3 in (select o.place from open o) group by 1) l
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
