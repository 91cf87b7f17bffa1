-- What happened: one entry per request, numbered by one sequencer into a Merkle log; what changed: the record
-- history, sealed under a key per person. Nothing here can be rewritten by the serving role.

create schema audit;
grant usage on schema audit to {{server}};

create table audit.entries (
  id uuid primary key,
  at timestamptz not null,
  request_id text not null,
  account_id uuid,
  role text,
  action text not null,
  outcome text not null constraint entries_outcome check (outcome in ('done', 'refused', 'failed')),
  -- Error code of a refusal; never a value.
  code text,
  -- Ids of the records shown or changed, and names of the fields changed.
  subjects uuid[] not null default '{}',
  fields text[] not null default '{}',
  -- Numbers that explain the entry (rows exported, results found); never text that a person typed.
  counts jsonb not null default '{}',
  -- Salted hashes of the history rows and of the reason that belong to this entry.
  seals bytea[] not null default '{}',
  -- 16 random bytes, so that a leaf tells nothing to somebody who guesses what it covers.
  salt bytea not null
);
create index entries_by_time on audit.entries (at, id);
create index entries_by_account on audit.entries (account_id, at);
create index entries_by_subject on audit.entries using gin (subjects);

-- Entries that are committed and not yet numbered. Numbering never relies on "id greater than the last".
create table audit.pending (entry_id uuid primary key);

-- The log: leaf hash by number, gapless from 0.
create table audit.leaves (
  number bigint primary key,
  entry_id uuid not null constraint leaves_entry unique,
  hash bytea not null constraint leaves_hash check (octet_length(hash) = 32)
);

-- Tree heads, signed by the node.
create table audit.checkpoints (
  size bigint primary key,
  root bytea not null constraint checkpoints_root check (octet_length(root) = 32),
  -- Hashes of the perfect subtrees, largest first: enough to go on without reading the leaves again.
  frontier bytea[] not null,
  at timestamptz not null,
  -- C2SP signed note.
  note text not null
);

-- One data key per person, wrapped by the node's key. Destroying it makes everything sealed under it unreadable.
create table audit.person_keys (
  person_id uuid primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);

-- What changed, per compartment, sealed under the person's key; `opens` is the salt of the seal, sealed too.
create table audit.history (
  id uuid primary key,
  entry_id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  compartment text not null,
  kind text not null,
  version int not null,
  at timestamptz not null,
  account_id uuid,
  fields text[] not null,
  sealed bytea not null,
  seal bytea not null
);
create index history_by_subject on audit.history (subject_id, at desc, id desc);
create index history_by_person on audit.history (person_id);

-- Why somebody did it, in their own words: sealed under the person's key, or the node's where no one person is meant.
create table audit.reasons (
  entry_id uuid primary key,
  person_id uuid,
  sealed bytea not null,
  seal bytea not null
);
create index reasons_by_person on audit.reasons (person_id);

create function audit.queue() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  insert into audit.pending (entry_id) values (new.id);
  return null;
end
$$;
create trigger entries_queue after insert on audit.entries for each row execute function audit.queue();

-- Append-only for everybody, the owner included: a superuser who goes round this is found by `kerege log check`.
create function audit.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the log is append-only' using errcode = '42501';
end
$$;
create trigger entries_append_only before update or delete on audit.entries for each row execute function audit.refuse_change();
create trigger leaves_append_only before update or delete on audit.leaves for each row execute function audit.refuse_change();
create trigger checkpoints_append_only before update or delete on audit.checkpoints for each row execute function audit.refuse_change();

-- Erasure destroys the key and nothing else; the log stays whole.
create function audit.forget(person uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  delete from audit.person_keys where person_id = person;
end
$$;

alter table audit.entries enable row level security;
-- Searching the log is a right of its own; everybody else asks for one record that is open to them (audit.seen).
create policy entries_read on audit.entries for select to {{server}}
  using ((select coalesce((access.actor() -> 'verbs' ? 'audit.search'), false)));
create policy entries_add on audit.entries for insert to {{server}} with check (true);

alter table audit.history enable row level security;
create policy history_read on audit.history for select to {{server}} using (access.covers('read', compartment, person_id));
create policy history_add on audit.history for insert to {{server}} with check (true);

-- Who saw this record: only for those to whom the record itself is open.
create function audit.seen(subject uuid, before_at timestamptz, before_id uuid, most int)
returns table (id uuid, at timestamptz, account_id uuid, role text, action text, outcome text, fields text[])
stable security definer language sql set search_path = '' as $$
  select e.id, e.at, e.account_id, e.role, e.action, e.outcome, e.fields
  from audit.entries e
  where e.subjects @> array[subject] and access.covers('read', 'contact', subject)
    and (before_at is null or (e.at, e.id) < (before_at, before_id))
  order by e.at desc, e.id desc
  limit least(most, 201)
$$;

-- Entries that wait for a number, for the sequencer, which acts for nobody.
create function audit.unnumbered(most int) returns setof audit.entries stable security definer language sql set search_path = '' as $$
  select e.* from audit.pending p join audit.entries e on e.id = p.entry_id order by e.at, e.id limit most
$$;

revoke all on all functions in schema audit from public;
grant execute on function audit.seen(uuid, timestamptz, uuid, int), audit.forget(uuid), audit.unnumbered(int) to {{server}};
grant select, insert on audit.entries, audit.history, audit.reasons, audit.person_keys, audit.leaves, audit.checkpoints to {{server}};
grant select, delete on audit.pending to {{server}};
