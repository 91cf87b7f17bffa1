-- How long a file is kept (docs/rights.md): a clock by the profile of the state, which only ever proposes, and holds that stop it.

-- A court, an open complaint, a claim: while it stands nothing of the person is destroyed, whoever asks and whoever agreed.
create table rights.holds (
  -- No cascade, on purpose: the deletion of a person who is held fails, whatever way it comes.
  person_id uuid primary key constraint holds_person references people.persons (id),
  version int not null default 1,
  why text not null constraint holds_why check (why in ('court', 'complaint', 'claim', 'other')),
  -- The paper that asks for it, in a few words.
  paper text not null,
  until date,
  account_id uuid not null constraint holds_account references access.accounts (id),
  set_at timestamptz not null
);
alter table rights.holds enable row level security;
create policy holds_read on rights.holds for select to {{server}}
  using ((select access.may('people.erase')) and access.covers('read', 'contact', person_id));
create policy holds_set on rights.holds for insert to {{server}}
  with check ((select access.may('people.erase')) and access.covers('read', 'contact', person_id) and account_id = (select access.account_id()));
create policy holds_lift on rights.holds for delete to {{server}}
  using ((select access.may('people.erase')) and access.covers('read', 'contact', person_id));

-- Files as far as they are open to the actor, whose clock has begun: since when, of which class.
create function rights.resting() returns table (person_id uuid, label text, subject text, since date)
stable language sql set search_path = '' as $$
  select p.id, p.label, case when c.number is null then 'person-without-case' else 'case-file' end, coalesce(c.since, p.updated_at::date)
  from people.persons p
  left join lateral (
    select max(k.number) as number, max(k.state_since)::date as since, bool_and(k.state in ('ended', 'transferred', 'merged')) as over
    from cases.cases k where k.person_id = p.id) c on true
  where p.merged_into is null and coalesce(c.over, true)
$$;

create or replace function rights.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  -- Whoever is held stays held under the record that stays.
  if chosen is null then
    insert into rights.holds (person_id, why, paper, until, account_id, set_at)
    select target, h.why, h.paper, h.until, h.account_id, h.set_at from rights.holds h where h.person_id = source
    on conflict do nothing;
  end if;
  return query update rights.complaints c set person_id = target where c.person_id = source and (chosen is null or c.id = any (chosen)) returning c.id;
  -- One that is asked for both stands with the one that stays.
  return query update rights.file_requests r set person_id = target where r.person_id = source and (chosen is null or r.id = any (chosen))
    and not (r.state = 'asked' and exists (select 1 from rights.file_requests o where o.person_id = target and o.state = 'asked')) returning r.id;
end
$$;

revoke all on function rights.resting() from public;
grant execute on function rights.resting() to {{server}};
grant select, insert, delete on rights.holds to {{server}};

insert into rights.file_parts (ordinal, head, name, query) values
  (1000, 'work', 'rights.holds',
    'select h.person_id::text as _id, ''contact'' as _section, ''=retention.why.'' || h.why as about, h.paper as words, h.set_at::date as since, h.until, (select a.name from access.accounts a where a.id = h.account_id) as by from rights.holds h where h.person_id = $1');
-- Codes that screens have words for.
update rights.file_parts set query = replace(query, '=domains.', '=needs.') where name = 'assessments.levels';
update rights.file_parts set query = replace(query, 'c.code as about', '''=concern.'' || c.code as about') where name = 'casework.concerns';

-- What a child confides is the child's: whoever asks in its place reads that something is there, and not what. It is told to the child itself,
-- and on coming of age. As everywhere, no parent reads the sections of protection and of mental health.
create or replace function rights.file_by_code(code bytea, moment timestamptz)
returns table (person_id uuid, request_id uuid, language text, open_until timestamptz, head text, name text, row_id text, section text, content json, withheld text)
security definer language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  asked rights.file_requests;
begin
  select r.* into asked from rights.file_requests r where r.receipt = code and r.state in ('released', 'handed') and r.open_until > moment for update;
  if asked.id is null then
    return;
  end if;
  update rights.file_requests r set opened = r.opened + 1, opened_at = moment where r.id = asked.id;
  return query
  select asked.person_id, asked.id, asked.language, asked.open_until, f.head, f.name, f.row_id, f.section,
    case when f.kept is null then f.shown end, f.kept
  from (
    select p.head, p.name, p.row_id, p.section, p.n,
      case when asked.asked_by = 'carer' then (p.content::jsonb - 'child')::json else p.content end as shown,
      case when asked.asked_by = 'carer' and p.section in ('protection', 'mhpss') then 'child' else w.reason end as kept
    from rights.file_preview(asked.person_id, asked.language) with ordinality p (head, name, row_id, section, content, n)
    left join rights.file_withheld w on w.request_id = asked.id and w.part = p.name and w.row_id = p.row_id) f
  order by f.n;
end
$$;
