-- Counts of the library without reading its texts: what lists are narrowed by, who may read it and where it worked stand on the row of
-- the index. Triggers keep the row true in the transaction of the change, and what is shown is still read through the policy.

-- What lists are narrowed by, once for all practices that have the same: to count is to count numbers.
create table practices.index_kinds (
  id int generated always as identity primary key,
  country text not null,
  domains text[] not null,
  roles text[] not null,
  settings text[] not null,
  evidence text not null,
  constraint index_kinds_once unique (country, domains, roles, settings, evidence)
);
alter table practices.index_kinds enable row level security;
insert into practices.index_kinds (country, domains, roles, settings, evidence)
select distinct country, domains, roles, settings, evidence from practices.index_practices;

alter table practices.index_practices
  add column kind int constraint index_practices_kind references practices.index_kinds (id),
  -- A bit for each language of a text, in the order of contract/common: en is 1, uz is 64.
  add column languages int not null default 0,
  add column audience text,
  add column owner_country text,
  add column published_at timestamptz,
  add column worked int not null default 0,
  add column trying int not null default 0,
  add column bound double precision not null default 0;
update practices.index_practices i set languages = l.languages, audience = case when p.edition_id is not null then p.audience end,
  owner_country = p.country, published_at = p.published_at, worked = coalesce(u.worked, 0), trying = coalesce(u.trying, 0), bound = coalesce(u.bound, 0),
  kind = k.id
from (select portion, (posting >> 3) & 1023 as place, bit_or(1 << (posting & 7)) as languages
    from (select t.portion, unnest(t.postings) as posting from practices.index_postings t where t.key = 't:') t group by 1, 2) l,
  practices.index_kinds k, practices.practices p left join practices.uses u on u.practice_id = p.id
where l.portion = i.portion and l.place = i.place and p.id = i.practice_id and row (k.country, k.domains, k.roles, k.settings, k.evidence)
  = row (i.country, i.domains, i.roles, i.settings, i.evidence);
alter table practices.index_practices drop column country, drop column domains, drop column roles, drop column settings, drop column evidence;
-- Kept narrow for one pass over all of it.
alter table practices.index_practices set (fillfactor = 80);
drop index practices.index_practices_by_place;
create unique index index_practices_by_place on practices.index_practices ((portion * 1024 + place));

create function practices.index_from_record() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  update practices.index_practices i set audience = case when new.edition_id is not null then new.audience end,
    owner_country = new.country, published_at = new.published_at where i.practice_id = new.id;
  return null;
end
$$;
create trigger practices_into_index after update of audience, country, edition_id, published_at on practices.practices for each row
  when (row (old.audience, old.country, old.edition_id, old.published_at)
    is distinct from row (new.audience, new.country, new.edition_id, new.published_at))
  execute function practices.index_from_record();

create function practices.index_from_uses() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  -- One after the other with whoever writes the index: see index_takes.
  perform 1 from practices.practices p where p.id = new.practice_id for no key update;
  update practices.index_practices i set worked = new.worked, trying = new.trying, bound = new.bound where i.practice_id = new.practice_id;
  return null;
end
$$;
create trigger uses_into_index after insert or update on practices.uses for each row execute function practices.index_from_uses();

-- What comes into the index brings what its record says. Who changes the record meanwhile has done so before the lock, or finds the row after it.
create function practices.index_takes() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform 1 from practices.practices p where p.id = new.practice_id for share;
  select case when p.edition_id is not null then p.audience end, p.country, p.published_at, coalesce(u.worked, 0), coalesce(u.trying, 0),
      coalesce(u.bound, 0)
    into new.audience, new.owner_country, new.published_at, new.worked, new.trying, new.bound
    from practices.practices p left join practices.uses u on u.practice_id = p.id where p.id = new.practice_id;
  return new;
end
$$;
create trigger index_practices_take before insert on practices.index_practices for each row execute function practices.index_takes();

-- Writes a portion of editions anew: the place of each is its order. One at a time: whoever comes second finds nothing left to do.
-- Their keys follow in pieces (write_postings), since a program that packs them all at once answers nobody meanwhile.
drop function practices.write_index(int, jsonb, text[], text[]);
create function practices.write_editions(analysis int, editions jsonb) returns int
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
  insert into practices.index_kinds (country, domains, roles, settings, evidence)
  select distinct e.country, e.domains, e.roles, e.settings, e.evidence
  from jsonb_to_recordset(editions) as e (country text, domains text[], roles text[], settings text[], evidence text)
  on conflict do nothing;
  insert into practices.index_practices (practice_id, edition_id, analysis, kind, languages, portion, place)
  select e."practiceId", e."editionId", write_editions.analysis, k.id, e.languages, this, e.place
  from jsonb_to_recordset(editions) as e ("practiceId" uuid, "editionId" uuid, country text, domains text[], roles text[],
    settings text[], evidence text, languages int, place int)
  join practices.index_kinds k on row (k.country, k.domains, k.roles, k.settings, k.evidence) = row (e.country, e.domains, e.roles, e.settings, e.evidence);
  -- Many portions of a few make every question slower: they are written again, as one.
  select array_agg(p.portion) into small from (
    select i.portion from practices.index_practices i group by i.portion having count(*) < 100) p;
  if cardinality(small) > 40 then
    update practices.index_practices i set analysis = 0 where i.portion = any (small);
  end if;
  return this;
end
$$;
create function practices.write_postings(this int, keys text[], postings text[]) returns void
security definer language sql set search_path = '' as $$
  insert into practices.index_postings (key, portion, postings)
  select i.key, this, i.postings::int[] from unnest(keys, postings) as i (key, postings) order by i.key collate "C";
  insert into practices.index_keys (key, texts)
  select i.key, cardinality(i.postings::int[]) from unnest(keys, postings) as i (key, postings) order by i.key collate "C"
  on conflict (key) do update set texts = index_keys.texts + excluded.texts;
$$;

-- Practices by keys, the best text of each, those whom the actor may read, narrowed, counted and in order. `places` says which word
-- of the query a key stands for: of several readings of one word the best counts. Without keys it is all of them, the latest first.
create or replace function practices.find(keys text[], weights real[], places int[], mine text, wanted jsonb, by_use boolean, skip int, most int)
returns jsonb stable security definer language plpgsql set search_path = '' set jit = off as $$
declare
  languages constant text[] := '{en,ru,kk,ky,tg,tk,uz}';
  -- So many postings are looked at, the most telling of each key, and so many texts stay (Lin and Trotman, Anytime ranking for
  -- impact-ordered indexes, 2015: a tenth of the collection is enough). Of a frequent word nobody reads the rest.
  budget constant int := 6000;
  texts_kept constant int := 1000;
  -- Every text has the key 't:', so its count is how many there are.
  texts_total real;
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
    select w.text, sum(w.score) * count(*) / 1000 * case when w.text & 7 = own then 1.1 else 1 end as score
      from words w group by w.text order by 2 desc, 1 limit texts_kept
  ), found as (
    -- Of a practice the languages in which it was found, and of those that are wanted the best: by score, own first, in their order.
    select s.text >> 3 as place, bit_or(1 << (s.text & 7)) as tongues,
      max(array[s.score, (s.text & 7 = own)::int, -(s.text & 7)]) filter (where wanted_tongues & (1 << (s.text & 7)) > 0) as best
    from scores s group by 1
  ), rows as (
    select i.practice_id, i.kind, i.audience, i.owner_country, i.published_at, i.worked, i.trying, i.bound, f.tongues, f.best[1] as score,
      -f.best[3]::int as tongue
    from found f join practices.index_practices i on i.portion * 1024 + i.place = f.place
    union all
    select i.practice_id, i.kind, i.audience, i.owner_country, i.published_at, i.worked, i.trying, i.bound, i.languages,
      case when i.languages & wanted_tongues > 0 then 0 end,
      -- The lowest bit that is set.
      case when i.languages & own_wanted > 0 then own
        else bit_count(((i.languages & wanted_tongues & -(i.languages & wanted_tongues)) - 1)::bit(8)) end
    from practices.index_practices i where cardinality(keys) = 0
  ), open as materialized (
    select r.* from rows r where r.audience = 'public'
      or (r.audience = 'practitioners' and may_read) or (r.audience = 'council' and may_council)
      or (r.audience = 'state' and r.owner_country = country_of_mine and may_read)
  ), kinds as materialized (
    select k.*, (domains_wanted is null or k.domains && domains_wanted) and (roles_wanted is null or k.roles && roles_wanted)
      and (settings_wanted is null or k.settings && settings_wanted) and (not wanted ? 'countries' or wanted -> 'countries' ? k.country)
      and (not wanted ? 'evidence' or wanted -> 'evidence' ? k.evidence) as is_wanted
    from practices.index_kinds k
  ), alike as materialized (
    select o.kind, o.tongues, o.score is not null as has_text, o.worked > 0 as worked, o.trying > 0 as trying, count(*) as n
    from open o group by 1, 2, 3, 4, 5
  ), best as materialized (
    select k.*, a.worked, a.trying, a.n from (select a.kind, a.worked, a.trying, sum(a.n) as n from alike a where a.has_text group by 1, 2, 3) a
    join kinds k on k.id = a.kind
  ), shown as (
    -- By use as the list of practices sorts: how sure it is that it works, not how often it was tried.
    select row_number() over () as nth, n.* from (
      select o.practice_id, o.tongue, o.score, o.worked, o.trying from open o
      where o.score is not null and o.kind in (select k.id from kinds k where k.is_wanted)
        and (not use_wanted or (worked_wanted and o.worked > 0) or (trying_wanted and o.trying > 0))
      order by case when by_use then o.bound else 0 end desc, case when by_use then o.worked else 0 end desc,
        o.score desc, o.published_at desc, o.practice_id desc offset skip limit most) n
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
revoke all on function practices.write_editions(int, jsonb), practices.write_postings(int, text[], text[]),
  practices.index_from_record(), practices.index_from_uses(), practices.index_takes() from public;
grant execute on function practices.write_editions(int, jsonb), practices.write_postings(int, text[], text[]) to {{server}};
