-- The thesaurus of the library as its moderators keep it: concepts of one's own and changed ones, laid over those that come with the program. Words of the
-- field, no records of anybody: whoever reads the library reads them.

create table practices.concepts (
  code text primary key constraint concepts_code check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  -- Language -> preferred label and how sure it is; language -> further labels.
  labels jsonb not null,
  alternatives jsonb not null,
  broader text constraint concepts_broader check (broader <> code),
  related text[] not null default '{}',
  version int not null,
  -- Taken out, though the program brings it.
  removed_at timestamptz,
  updated_at timestamptz not null
);

-- Every change is a step, with what stood before it, so that the last one can be undone. The newest number is the version of the whole.
create table practices.thesaurus_steps (
  id uuid primary key,
  number int not null constraint thesaurus_steps_number unique check (number > 0),
  kind text not null constraint thesaurus_steps_kind check (kind in ('edit', 'removal', 'import', 'undo')),
  reason text,
  account_id uuid not null constraint thesaurus_steps_account references access.accounts (id),
  at timestamptz not null,
  added int not null,
  changed int not null,
  removed int not null,
  -- Rows as they were; null where there was none.
  before jsonb not null,
  undone_at timestamptz
);

alter table practices.concepts enable row level security;
create policy concepts_read on practices.concepts for select to {{server}} using (true);
create policy concepts_add on practices.concepts for insert to {{server}} with check ((select access.may('practices.moderate')));
create policy concepts_change on practices.concepts for update to {{server}} using ((select access.may('practices.moderate')));
create policy concepts_drop on practices.concepts for delete to {{server}} using ((select access.may('practices.moderate')));
alter table practices.thesaurus_steps enable row level security;
create policy thesaurus_steps_read on practices.thesaurus_steps for select to {{server}} using ((select access.may('practices.moderate')));
create policy thesaurus_steps_add on practices.thesaurus_steps for insert to {{server}}
  with check ((select access.may('practices.moderate')) and account_id = (select access.account_id()));
create policy thesaurus_steps_undo on practices.thesaurus_steps for update to {{server}} using ((select access.may('practices.moderate')));
grant select, insert, update, delete on practices.concepts to {{server}};
grant select, insert on practices.thesaurus_steps to {{server}};
grant update (undone_at) on practices.thesaurus_steps to {{server}};

-- Asked before every search: who changed it and why is for moderators, that it changed is not.
create function practices.thesaurus_version() returns table (id uuid, number int)
stable security definer language sql set search_path = '' as $$
  select s.id, s.number from practices.thesaurus_steps s order by s.number desc limit 1
$$;

-- What nodes know of it follows through the feed.
create function exchange.note_definition() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into exchange.changed (kind, item_id) values ('definition', tg_argv[0]);
  return null;
end
$$;
create trigger thesaurus_given_out after insert on practices.thesaurus_steps for each row
  execute function exchange.note_definition('thesaurus');

-- In how many records each concept was chosen, drafts and closed ones among them: a number, and no title.
create function practices.concept_uses() returns table (code text, uses int)
stable security definer language sql set search_path = '' as $$
  select t.code, count(distinct t.id)::int from (
    select p.id, jsonb_array_elements_text(p.content #> '{facts,themes}') as code from practices.practices p
    union all
    select p.id, jsonb_array_elements_text(e.content #> '{facts,themes}') from practices.practices p join practices.editions e on e.id = p.edition_id) t
  where (select access.may('practices.moderate')) group by t.code
$$;

-- How far the library is written anew after a change.
create function practices.index_progress(its_analysis int) returns table (whole int, done int)
stable security definer language sql set search_path = '' as $$
  select count(*)::int, count(*) filter (where i.analysis = its_analysis and i.edition_id = p.edition_id)::int
  from practices.practices p left join practices.index_practices i on i.practice_id = p.id
  where p.edition_id is not null and (select access.may('practices.moderate'))
$$;

-- A node opens its own analyser once for each text of the definition.
alter table exchange.definitions add column digest text generated always as (md5(body::text)) stored;

revoke all on function practices.thesaurus_version(), practices.concept_uses(), practices.index_progress(int) from public;
grant execute on function practices.thesaurus_version(), practices.concept_uses(), practices.index_progress(int) to {{server}};
