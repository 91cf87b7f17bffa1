-- Attachments. Names and titles stand here under the compartment's policy; the bytes lie on disk, sealed, each
-- version under a key of its own that only a row of this schema wraps. Without the row a file is noise.

create schema documents;
grant usage on schema documents to {{server}};

create table documents.documents (
  id uuid primary key,
  subject_id uuid not null,
  compartment text not null,
  -- Language -> text with the state of that translation.
  title jsonb,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- So that a version cannot stand in another compartment than its document.
  constraint documents_place unique (id, subject_id, compartment)
);
create index documents_by_subject on documents.documents (subject_id, updated_at desc, id desc);

create table documents.versions (
  id uuid primary key,
  document_id uuid not null,
  subject_id uuid not null,
  compartment text not null,
  number int not null,
  name text not null,
  media_type text not null,
  -- Name of the file on disk. Made by the server for each attempt, so that no attempt overwrites another's file.
  file_id uuid constraint versions_file unique,
  size int,
  -- SHA-256 of the content, sealed: a plain one would prove to a guesser which document it is.
  digest bytea,
  -- The file's key, sealed under the person's data key where the subject is a person, else under the node's key.
  wrapped bytea,
  person_id uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  stored_at timestamptz,
  constraint versions_document foreign key (document_id, subject_id, compartment)
    references documents.documents (id, subject_id, compartment) on delete cascade,
  constraint versions_number unique (document_id, number),
  constraint versions_whole check (
    num_nonnulls(file_id, size, digest, wrapped, stored_at) in (0, 5) and (person_id is null or file_id is not null))
);
create index versions_awaiting on documents.versions (created_at) where file_id is null;

-- Files whose row is gone, until the sweep has taken them from the disk. Ids of files and nothing else.
create table documents.discarded (
  file_id uuid primary key,
  at timestamptz not null default now()
);

create function documents.discard() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if old.file_id is not null then
    insert into documents.discarded (file_id) values (old.file_id) on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger versions_discard after delete on documents.versions for each row execute function documents.discard();

-- ---------------------------------------------------------------- policies
alter table documents.documents enable row level security;
create policy documents_read on documents.documents for select to {{server}}
  using (access.covers('read', compartment, subject_id));
create policy documents_add on documents.documents for insert to {{server}}
  with check (access.covers('write', compartment, subject_id) and created_by = access.account_id());
create policy documents_change on documents.documents for update to {{server}}
  using (access.covers('write', compartment, subject_id));
create policy documents_remove on documents.documents for delete to {{server}}
  using (access.covers('write', compartment, subject_id));

alter table documents.versions enable row level security;
create policy versions_read on documents.versions for select to {{server}}
  using (access.covers('read', compartment, subject_id));
create policy versions_add on documents.versions for insert to {{server}}
  with check (access.covers('write', compartment, subject_id) and created_by = access.account_id());
-- Bytes are stored once: what is stored is never stored anew under the same version.
create policy versions_store on documents.versions for update to {{server}}
  using (file_id is null and access.covers('write', compartment, subject_id))
  with check (access.covers('write', compartment, subject_id));

-- The sweep acts for nobody, and there is nothing to protect in the id of a file that no row names.
alter table documents.discarded enable row level security;
create policy discarded_sweep on documents.discarded for all to {{server}} using (true) with check (true);

-- ---------------------------------------------------------------- erasure and sweeping
-- Everything attached to a record, in all compartments, also those that the eraser may not open.
create function documents.erase(subject uuid) returns int security definer language plpgsql set search_path = '' as $$
declare
  gone int;
begin
  if not access.covers('read', 'contact', subject) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  delete from documents.documents where subject_id = subject;
  get diagnostics gone = row_count;
  return gone;
end
$$;

-- Which of these files no row names. Says nothing about those that one does.
create function documents.unnamed(files uuid[]) returns setof uuid stable security definer language sql set search_path = '' as $$
  select f from unnest(files) as f where not exists (select 1 from documents.versions v where v.file_id = f)
$$;

-- Announced and never sent: the version goes, and the document with it when it has no other.
create function documents.forget_awaiting(before timestamptz) returns int security definer language plpgsql set search_path = '' as $$
declare
  gone int;
begin
  with given_up as (
    delete from documents.versions where file_id is null and created_at < before returning id
  ) select count(*)::int into gone from given_up;
  delete from documents.documents d
   where d.created_at < before and not exists (select 1 from documents.versions v where v.document_id = d.id);
  return gone;
end
$$;

revoke all on all functions in schema documents from public;
grant execute on function documents.erase(uuid), documents.unnamed(uuid[]), documents.forget_awaiting(timestamptz) to {{server}};
grant select, insert, delete, update (title, version, updated_at) on documents.documents to {{server}};
grant select, insert, update (file_id, size, digest, wrapped, person_id, stored_at) on documents.versions to {{server}};
grant select, delete on documents.discarded to {{server}};
