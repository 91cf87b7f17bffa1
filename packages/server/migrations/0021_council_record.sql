-- Statements filed for a session and its summary record. Both are documents of the Council: here stands what binds them to
-- session, item and party, and the terms. A number of a statement is given at filing, without a gap for a session.

create table council.statements (
  document_id uuid primary key constraint statements_document references council.documents (id),
  session_id uuid not null constraint statements_session references council.sessions (id),
  item_id uuid constraint statements_item references council.agenda_items (id),
  party_id uuid not null constraint statements_party references council.parties (id),
  number int not null constraint statements_number check (number > 0),
  for_record boolean not null,
  withheld boolean not null,
  late boolean not null,
  filed_at timestamptz not null,
  filed_by uuid not null constraint statements_filed_by references access.accounts (id),
  withdrawn_at timestamptz,
  constraint statements_numbered unique (session_id, number)
);
create index statements_by_party on council.statements (party_id);

create table council.records (
  session_id uuid primary key constraint records_session references council.sessions (id),
  document_id uuid not null constraint records_document unique references council.documents (id),
  -- What the program drafted last, by language: what differs from it was written by a person.
  drafted jsonb not null,
  drafted_at timestamptz not null,
  circulated_at timestamptz,
  corrections_until timestamptz,
  -- When everybody is told that the term ends; empty once that is done.
  remind_at timestamptz,
  approved_at timestamptz,
  -- The session at which, and the item under which.
  approved_in uuid constraint records_approved_in references council.sessions (id),
  approved_item uuid constraint records_approved_item references council.agenda_items (id),
  constraint records_circulated check ((circulated_at is null) = (corrections_until is null)),
  constraint records_approved check ((approved_at is null) = (approved_in is null) and (approved_at is null) = (approved_item is null))
);
create index records_to_remind on council.records (remind_at) where remind_at is not null;

-- The item under which a later session approves the record of an earlier one.
alter table council.agenda_items add column approves uuid constraint agenda_items_approves references council.sessions (id);
grant update (approves) on council.agenda_items to {{server}};

-- Who spoke to which item: written when the speech begins, since the list moves on.
alter table council.floor_entries add column item_id uuid constraint floor_entries_item references council.agenda_items (id);
create function council.floor_begins() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  new.item_id := (select f.item_id from council.floors f where f.session_id = new.session_id);
  return new;
end
$$;
create trigger floor_entries_begin before update on council.floor_entries for each row
  when (new.state = 'speaking' and old.state <> 'speaking') execute function council.floor_begins();

-- Rules written before this say who files statements, as the defaults do.
update council.body_rules set rules = rules || '{"statements": ["member", "partner", "observer"]}' where not rules ? 'statements';
update council.rule_proposals set rules = rules || '{"statements": ["member", "partner", "observer"]}' where not rules ? 'statements';

-- What is approved is what the Council says happened.
create function council.keep_approved() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.approved_at is not null then
    raise exception 'an approved record does not change' using errcode = '23514', constraint = 'record_approved';
  end if;
  return new;
end
$$;
create trigger records_keep before update on council.records for each row execute function council.keep_approved();

-- Statements of the parties that the actor speaks for: a party reads what it filed itself, withheld or not.
create function council.my_statements() returns setof uuid stable security definer language sql set search_path = '' as $$
  select st.document_id from council.statements st where st.party_id in (select council.my_parties())
$$;

alter policy documents_read on council.documents using (
  is_public or (select access.may('council.prepare'))
  or ((select access.may('council.read')) and circulated_at is not null
    and (distribution = 'general' or (select council.speaks_for_member()) or id in (select council.my_statements()))));

-- The same function as before with what a party filed itself: the policy is repeated here, and a test compares both. A slip of
-- the pen is now compared with what was asked.
create or replace function council.find_documents(query text, title text, most int) returns table (document_id uuid, language text)
stable security definer language plpgsql set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 as $$
#variable_conflict use_column
declare
  prepares boolean := access.may('council.prepare');
  reads boolean := access.may('council.read');
  member boolean := council.speaks_for_member();
  own uuid[] := array(select council.my_statements());
begin
  return query
  with exact as materialized (
    -- Of very frequent words some are enough: nobody reads ten thousand titles.
    select l.document_id, l.language, l.words from council.document_languages l
    where l.words @@ query::tsquery limit 1000
  ), hits as (
    select e.document_id, e.language, e.words, 1 as way, 0::real as near from exact e
    union all
    -- A slip of the pen is looked for only where the words as they are find little.
    -- The words that were asked for by the name of the function: a title of the table would resemble itself.
    (select l.document_id, l.language, l.words, 2, word_similarity(find_documents.title, l.folded_title)
      from council.document_languages l
      where (select count(*) from exact) < 5 and find_documents.title <> '' and find_documents.title <% l.folded_title limit 300)
  ), open as (
    select h.*, d.updated_at from hits h join council.documents d on d.id = h.document_id
    where prepares or (reads and d.circulated_at is not null and (d.distribution = 'general' or member or d.id = any (own)))
  ), best as (
    select distinct on (o.document_id) o.document_id, o.language, o.way,
      case o.way when 1 then ts_rank(o.words, query::tsquery) else o.near end as weight, o.updated_at
    from open o order by o.document_id, o.way, 4 desc
  )
  select b.document_id, b.language from best b order by b.way, b.weight desc, b.updated_at desc, b.document_id limit most;
end
$$;

-- Files a statement whole: document, text, number, in one step under the lock of all who give symbols. A delegate may not
-- draft documents otherwise, so the right is asked for here: to prepare, or to speak for this party while rules let it file.
create function council.file_statement(document uuid, session uuid, item uuid, party uuid, tongue text, body jsonb,
  title_words text[], body_words text[], for_record boolean, withheld boolean, at timestamptz, step uuid)
returns text security definer language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  s council.sessions;
  me constant uuid := access.account_id();
  n int;
  given text;
begin
  if not access.may('council.prepare') and not (access.may('council.speak') and party in (select council.my_parties())
    and exists (
      select 1 from council.sessions x
      join lateral (select r.rules from council.body_rules r where r.body_id = x.body_id order by r.version desc limit 1) r on true
      join council.parties p on p.id = party
      where x.id = session and r.rules -> 'statements' ? p.classification)) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  -- Whoever counts at the same time waits here.
  perform pg_advisory_xact_lock(hashtext('council.documents.symbol'));
  select case when d.created_by = me then d.symbol end into given from council.documents d where d.id = document;
  if found then
    return given;
  end if;
  select * into s from council.sessions x where x.id = session for share;
  if not found or s.symbol is null or s.body_id is null or s.state not in ('invited', 'under-way', 'closed')
    or exists (select 1 from council.records r where r.session_id = session and r.approved_at is not null)
    or (item is not null and not exists (
      select 1 from council.agenda_items i where i.id = item and i.session_id = session and not i.removed)) then
    return null;
  end if;
  select coalesce(max(substring(substr(d.symbol, length(s.symbol) + 1) from '^/STA\.(\d+)')::int), 0) + 1 into n
    from council.documents d where starts_with(d.symbol, s.symbol || '/STA.');
  given := s.symbol || '/STA.' || n;
  insert into council.documents (id, body_id, session_id, kind, source_language, distribution, state, symbol, circulated_at,
      created_by, created_at, updated_at)
    values (document, s.body_id, session, 'statement', tongue, case when withheld then 'restricted' else 'general' end, 'draft',
      given, at, me, at, at);
  -- Whoever files a statement answers for its words: they need no second reader.
  insert into council.document_texts (document_id, language, number, body, state, account_id, at, checked_by, checked_at)
    values (document, tongue, 1, body, 'checked', me, at, me, at);
  insert into council.document_languages (document_id, language, number, state, title, folded_title, words)
    values (document, tongue, 1, 'checked', body ->> 'title', array_to_string(title_words, ' '),
      setweight(array_to_tsvector(array(select distinct w from unnest(title_words) w)), 'A')
      || array_to_tsvector(array(select distinct w from unnest(body_words) w))
      || array_to_tsvector(array_remove(regexp_split_to_array(lower(given), '[^a-z0-9]+'), '')));
  update council.documents d set state = 'issued', issued_at = at where d.id = document;
  insert into council.document_steps (id, document_id, at, account_id, from_state, to_state)
    values (step, document, at, me, null, 'issued');
  insert into council.statements (document_id, session_id, item_id, party_id, number, for_record, withheld, late, filed_at, filed_by)
    values (document, session, item, party, n, for_record, withheld, s.state = 'closed', at, me);
  return given;
end
$$;

-- Takes one back, for who prepares or who speaks for its party; its number stays given. False where nothing could be done.
create function council.withdraw_statement(document uuid, at timestamptz, step uuid, reason text)
returns boolean security definer language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  st council.statements;
begin
  select * into st from council.statements x where x.document_id = document for update;
  if not found or st.withdrawn_at is not null then
    return false;
  end if;
  if not access.may('council.prepare') and not (access.may('council.speak') and st.party_id in (select council.my_parties())) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  -- The approval of the record waits, or has been: both lock the session.
  perform 1 from council.sessions x where x.id = st.session_id for update;
  if exists (select 1 from council.records r where r.session_id = st.session_id and r.approved_at is not null) then
    return false;
  end if;
  update council.statements x set withdrawn_at = at where x.document_id = document;
  update council.documents d set state = 'withdrawn', version = d.version + 1, updated_at = at where d.id = document;
  insert into council.document_steps (id, document_id, at, account_id, from_state, to_state, reason)
    values (step, document, at, access.account_id(), 'issued', 'withdrawn', reason);
  return true;
end
$$;

-- Records whose term of corrections ends soon; each is told once, for the clock, which acts for nobody.
create function council.records_to_remind(at timestamptz) returns setof uuid security definer language sql set search_path = '' as $$
  update council.records r set remind_at = null
  where r.session_id in (
    select q.session_id from council.records q
    where q.remind_at <= at and q.approved_at is null and access.account_id() is null
    order by q.remind_at limit 100 for update skip locked)
  returning r.document_id
$$;

alter table council.statements enable row level security;
create policy statements_read on council.statements for select to {{server}}
  using (exists (select 1 from council.documents d where d.id = document_id));
alter table council.records enable row level security;
create policy records_read on council.records for select to {{server}}
  using (exists (select 1 from council.documents d where d.id = document_id));
create policy records_add on council.records for insert to {{server}} with check ((select access.may('council.prepare')));
create policy records_change on council.records for update to {{server}} using ((select access.may('council.prepare')));

-- Who filed a public statement is named beside it.
create policy parties_read_statements on council.parties for select to {{server}} using (
  exists (select 1 from council.statements st join council.documents d on d.id = st.document_id
    where st.party_id = parties.id and d.is_public));

revoke all on function council.floor_begins(), council.keep_approved(), council.my_statements(),
  council.file_statement(uuid, uuid, uuid, uuid, text, jsonb, text[], text[], boolean, boolean, timestamptz, uuid),
  council.withdraw_statement(uuid, timestamptz, uuid, text), council.records_to_remind(timestamptz) from public;
grant execute on function council.my_statements(),
  council.file_statement(uuid, uuid, uuid, uuid, text, jsonb, text[], text[], boolean, boolean, timestamptz, uuid),
  council.withdraw_statement(uuid, timestamptz, uuid, text), council.records_to_remind(timestamptz) to {{server}};
grant select on council.statements to {{server}};
grant select, insert on council.records to {{server}};
grant update (drafted, drafted_at, circulated_at, corrections_until, remind_at, approved_at, approved_in, approved_item)
  on council.records to {{server}};
