-- Documents of the Council: drafted together, in language versions, amended by paragraph, issued under one symbol.
-- Every saved version of a text stays; what was issued does not change, a correction is a document of its own.

create table council.documents (
  id uuid primary key,
  body_id uuid not null constraint documents_body references council.bodies (id),
  session_id uuid constraint documents_session references council.sessions (id),
  kind text not null constraint documents_kind
    check (kind in ('agenda', 'decision', 'recommendation', 'statement', 'record', 'report', 'working-paper', 'note')),
  source_language text not null constraint documents_source_language check (source_language in ('en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz')),
  distribution text not null constraint documents_distribution check (distribution in ('general', 'restricted')),
  state text not null default 'draft' constraint documents_state check (state in ('draft', 'circulated', 'issued', 'superseded', 'withdrawn')),
  -- Given once, the same in every language.
  symbol text constraint documents_symbol unique,
  -- A revision, an addition or a correction of another document.
  based_on uuid constraint documents_based_on references council.documents (id),
  relation text constraint documents_relation check (relation in ('Rev', 'Add', 'Corr')),
  -- Once shown to the delegations it stays known to them, even withdrawn.
  circulated_at timestamptz,
  issued_at timestamptz,
  is_public boolean not null generated always as (distribution = 'general' and issued_at is not null and state in ('issued', 'superseded')) stored,
  version int not null default 1,
  created_by uuid not null constraint documents_created_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint documents_related check ((based_on is null) = (relation is null)),
  constraint documents_issued check (state not in ('issued', 'superseded') or (symbol is not null and issued_at is not null))
);
create index documents_by_time on council.documents (updated_at desc, id desc);
create index documents_by_session on council.documents (session_id);
create index documents_by_base on council.documents (based_on);

create table council.document_steps (
  id uuid primary key,
  document_id uuid not null constraint document_steps_document references council.documents (id),
  at timestamptz not null,
  account_id uuid not null,
  from_state text,
  to_state text not null,
  reason text
);
create index document_steps_by_document on council.document_steps (document_id, at);

create table council.document_texts (
  document_id uuid not null constraint document_texts_document references council.documents (id),
  language text not null,
  number int not null constraint document_texts_number check (number > 0),
  -- Version of the shape of `body`.
  shape int not null default 1,
  body jsonb not null,
  -- The version of the source that it translates; empty for the source itself.
  made_from int,
  state text not null constraint document_texts_state check (state in ('draft', 'checked')),
  account_id uuid not null,
  at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  primary key (document_id, language, number),
  constraint document_texts_checked check ((state = 'checked') = (checked_at is not null))
);

-- The newest version of each language as lists and search read it. Words are folded by the program.
create table council.document_languages (
  document_id uuid not null constraint document_languages_document references council.documents (id),
  language text not null,
  number int not null,
  state text not null constraint document_languages_state check (state in ('draft', 'checked')),
  -- The source has changed since in what this text says.
  stale boolean not null default false,
  title text not null,
  folded_title text not null,
  words tsvector not null,
  primary key (document_id, language)
);
create index document_languages_by_words on council.document_languages using gin (words);
create index document_languages_by_title on council.document_languages using gin (folded_title gin_trgm_ops);

create table council.document_comments (
  id uuid primary key,
  document_id uuid not null constraint document_comments_document references council.documents (id),
  -- The paragraph it is about; the document as a whole without one.
  block_id text,
  language text not null,
  reply_to uuid constraint document_comments_reply references council.document_comments (id),
  words text not null,
  account_id uuid not null,
  party_id uuid constraint document_comments_party references council.parties (id),
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid
);
create index document_comments_by_document on council.document_comments (document_id, at);

create table council.document_amendments (
  id uuid primary key,
  document_id uuid not null constraint document_amendments_document references council.documents (id),
  action text not null constraint document_amendments_action check (action in ('replace', 'insert-after', 'remove')),
  block_id text not null,
  -- The paragraph as the delegation read it, and the version in which it stood.
  source_number int not null,
  before jsonb not null,
  -- What it should say; empty for a removal.
  after jsonb,
  reason text not null,
  party_id uuid constraint document_amendments_party references council.parties (id),
  account_id uuid not null,
  at timestamptz not null,
  state text not null default 'proposed' constraint document_amendments_state check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  settled_at timestamptz,
  settled_by uuid,
  answer text,
  -- The version of the source that the acceptance made.
  result_number int,
  constraint document_amendments_words check ((action = 'remove') = (after is null)),
  constraint document_amendments_settled check ((state = 'proposed') = (settled_at is null)),
  constraint document_amendments_result check ((state = 'accepted') = (result_number is not null))
);
create index document_amendments_by_document on council.document_amendments (document_id, at);

create trigger documents_keep_symbol before update on council.documents for each row execute function council.keep_symbol();
create trigger document_steps_keep before update or delete on council.document_steps for each row execute function council.refuse_change();

-- A version is never rewritten; it can be found good once.
create function council.keep_text() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.document_id, old.language, old.number, old.body, old.account_id, old.at) is distinct from
     (new.document_id, new.language, new.number, new.body, new.account_id, new.at) or old.made_from is distinct from new.made_from
     or (old.state = 'checked' and new.state <> 'checked') then
    raise exception 'what was said stays said' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger document_texts_keep before update on council.document_texts for each row execute function council.keep_text();
create trigger document_texts_keep_all before delete on council.document_texts for each row execute function council.refuse_change();

-- What is issued is read by others as it was: its own words stay, translations may still come.
create function council.keep_issued() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if exists (select 1 from council.documents d where d.id = new.document_id and d.source_language = new.language
      and d.state not in ('draft', 'circulated')) then
    raise exception 'an issued document does not change' using errcode = '23514', constraint = 'document_issued';
  end if;
  return new;
end
$$;
create trigger document_texts_keep_issued before insert on council.document_texts for each row execute function council.keep_issued();

-- The actor speaks today for a party that counts as a member.
create function council.speaks_for_member() returns boolean stable security definer language sql set search_path = '' as $$
  select access.may('council.speak') and exists (
    select 1 from council.parties p where p.id in (select council.my_parties()) and p.classification = 'member')
$$;

alter table council.documents enable row level security;
create policy documents_read on council.documents for select to {{server}} using (
  is_public or (select access.may('council.prepare'))
  or ((select access.may('council.read')) and circulated_at is not null
    and (distribution = 'general' or (select council.speaks_for_member()))));
create policy documents_add on council.documents for insert to {{server}} with check (
  (select access.may('council.prepare')) and state = 'draft' and created_by = (select access.account_id()));
create policy documents_change on council.documents for update to {{server}}
  using ((select access.may('council.prepare'))) with check ((select access.may('council.prepare')));

-- Readers without an account have what was found good; an account is asked for the rest.
alter table council.document_texts enable row level security;
create policy document_texts_read on council.document_texts for select to {{server}} using (
  (state = 'checked' or (select access.may('council.read'))) and exists (select 1 from council.documents d where d.id = document_id));
create policy document_texts_add on council.document_texts for insert to {{server}} with check ((select access.may('council.prepare')));
create policy document_texts_change on council.document_texts for update to {{server}} using ((select access.may('council.prepare')));

call council.protect('council.document_languages',
  '(select access.may(''council.read'')) and exists (select 1 from council.documents d where d.id = document_id)',
  '(select access.may(''council.prepare''))');
call council.protect('council.document_steps',
  '(select access.may(''council.read'')) and exists (select 1 from council.documents d where d.id = document_id)',
  '(select access.may(''council.prepare'')) and account_id = (select access.account_id())');

alter table council.document_comments enable row level security;
create policy document_comments_read on council.document_comments for select to {{server}}
  using ((select access.may('council.read')) and exists (select 1 from council.documents d where d.id = document_id));
create policy document_comments_add on council.document_comments for insert to {{server}} with check (
  account_id = (select access.account_id()) and exists (select 1 from council.documents d where d.id = document_id)
  and ((select access.may('council.prepare')) or ((select access.may('council.speak')) and party_id in (select council.my_parties()))));
create policy document_comments_change on council.document_comments for update to {{server}}
  using ((select access.may('council.prepare')) or account_id = (select access.account_id()));

alter table council.document_amendments enable row level security;
create policy document_amendments_read on council.document_amendments for select to {{server}}
  using ((select access.may('council.read')) and exists (select 1 from council.documents d where d.id = document_id));
create policy document_amendments_add on council.document_amendments for insert to {{server}} with check (
  account_id = (select access.account_id()) and state = 'proposed' and exists (select 1 from council.documents d where d.id = document_id)
  and ((select council.speaks_for_member()) and party_id in (select council.my_parties())));
-- The chair and the secretariat settle; a delegation takes back what is its own.
create policy document_amendments_change on council.document_amendments for update to {{server}}
  using (state = 'proposed' and ((select access.may('council.prepare')) or party_id in (select council.my_parties())))
  with check ((select access.may('council.prepare')) or (state = 'withdrawn' and party_id in (select council.my_parties())));

-- GIN indexes are not used below a policy, so the policy is repeated here: a test compares both.
create function council.find_documents(query text, title text, most int) returns table (document_id uuid, language text)
stable security definer language plpgsql set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 as $$
#variable_conflict use_column
declare
  prepares boolean := access.may('council.prepare');
  reads boolean := access.may('council.read');
  member boolean := council.speaks_for_member();
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
    (select l.document_id, l.language, l.words, 2, word_similarity(title, l.folded_title) from council.document_languages l
      where (select count(*) from exact) < 5 and title <> '' and title <% l.folded_title limit 300)
  ), open as (
    select h.*, d.updated_at from hits h join council.documents d on d.id = h.document_id
    where prepares or (reads and d.circulated_at is not null and (d.distribution = 'general' or member))
  ), best as (
    select distinct on (o.document_id) o.document_id, o.language, o.way,
      case o.way when 1 then ts_rank(o.words, query::tsquery) else o.near end as weight, o.updated_at
    from open o order by o.document_id, o.way, 4 desc
  )
  select b.document_id, b.language from best b order by b.way, b.weight desc, b.updated_at desc, b.document_id limit most;
end
$$;

revoke all on function council.keep_text(), council.keep_issued(), council.speaks_for_member(),
  council.find_documents(text, text, int) from public;
grant execute on function council.speaks_for_member(), council.find_documents(text, text, int) to {{server}};
grant select, insert on council.documents, council.document_steps, council.document_texts, council.document_languages,
  council.document_comments, council.document_amendments to {{server}};
grant update (body_id, session_id, kind, distribution, state, symbol, circulated_at, issued_at, version, updated_at) on council.documents to {{server}};
grant update (state, checked_by, checked_at) on council.document_texts to {{server}};
grant update (number, state, stale, title, folded_title, words) on council.document_languages to {{server}};
grant update (resolved_at, resolved_by) on council.document_comments to {{server}};
grant update (state, settled_at, settled_by, answer, result_number) on council.document_amendments to {{server}};
