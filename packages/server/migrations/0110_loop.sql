-- Lessons leave for the library from operations and from closed cases alike (docs/exchange.md); they stand in a schema of their own.

create schema lessons;
grant usage on schema lessons to {{server}};
alter table repatriation.offers set schema lessons;
alter table lessons.offers alter column operation_id drop not null;
alter table lessons.offers add column case_id uuid constraint offers_case references cases.cases (id) on delete cascade;
-- Domains, ages and places of work of a lesson of a case, as they leave.
alter table lessons.offers add column facts jsonb;
alter table lessons.offers add constraint offers_from check (num_nonnulls(operation_id, case_id) = 1);
alter table lessons.offers add constraint offers_facts check ((case_id is null) = (facts is null));
create index offers_by_case on lessons.offers (case_id, offered_at) where case_id is not null;

-- Who may let something out reads what they are asked about, and need not know of whom somebody was thinking.
drop policy offers_read on lessons.offers;
create policy offers_read on lessons.offers for select to {{server}} using (
  (select access.account_id()) is null
  or operation_id in (select repatriation.seen())
  or exists (select 1 from cases.cases c where c.id = case_id)
  or (case_id is not null and (select access.may('release'))));
drop policy offers_add on lessons.offers;
create policy offers_add on lessons.offers for insert to {{server}} with check (
  offered_by = (select access.account_id()) and released_by is null
  and case when case_id is null then operation_id in (select repatriation.kept()) and (select access.may('repatriation.lead'))
    else exists (select 1 from cases.cases c where c.id = case_id) and (select access.may('cases.work')) end);
drop policy offers_change on lessons.offers;
create policy offers_change on lessons.offers for update to {{server}}
  using ((select access.account_id()) is null
    or ((case_id is not null or operation_id in (select repatriation.seen()))
      and (offered_by = (select access.account_id()) or (select access.may('release')))))
  with check ((select access.account_id()) is null or released_by is null
    or (released_by = (select access.account_id()) and (select access.may('release'))));

-- At the hub: which of the two a draft came from.
alter table practices.practices drop constraint practices_origin;
alter table practices.practices add constraint practices_origin check (origin in ('operation-lesson', 'case-lesson'));
drop function exchange.take_lesson(uuid, uuid, text, text, jsonb, timestamptz, text);
-- @returns taken, known, unknown (somebody else's id) or nobody
create function exchange.take_lesson(lesson uuid, version_id uuid, by_party text, said_language text, said jsonb, at_time timestamptz, signed text,
  came_from text)
returns text security definer language plpgsql set search_path = '' as $$
declare
  before exchange.lessons;
  keeper record;
begin
  perform pg_advisory_xact_lock(hashtextextended(lesson::text, 57));
  select l.* into before from exchange.lessons l where l.id = lesson;
  if found then
    return case when before.party = by_party then 'known' else 'unknown' end;
  end if;
  if exists (select 1 from practices.practices p where p.id = lesson) then
    return 'unknown';
  end if;
  select h.account_id, h.agency_id into keeper from access.hats h
    join access.accounts a on a.id = h.account_id and a.state = 'active'
    join access.roles r on r.name = h.role
    where h.ended_at is null and h.agency_id is not null and 'practices.moderate' = any (r.verbs) order by h.id limit 1;
  if not found then
    return 'nobody';
  end if;
  insert into exchange.lessons (id, party, received_at, note) values (lesson, by_party, at_time, signed);
  insert into practices.practices (id, audience, licence, country, author_id, agency_id, content, source_language, origin, awaits_state, created_at, updated_at)
    values (lesson, 'practitioners', 'CC-BY-4.0', by_party, keeper.account_id, keeper.agency_id, said, said_language, came_from, true, at_time, at_time);
  insert into practices.versions (id, practice_id, version, at, account_id, fields, content)
    values (version_id, lesson, 1, at_time, keeper.account_id, '{*}', said);
  return 'taken';
end
$$;
revoke all on function exchange.take_lesson(uuid, uuid, text, text, jsonb, timestamptz, text, text) from public;
grant execute on function exchange.take_lesson(uuid, uuid, text, text, jsonb, timestamptz, text, text) to {{server}};
