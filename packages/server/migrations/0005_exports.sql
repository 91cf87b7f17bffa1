-- Files that were asked for and may be fetched once. What was asked, and why, is sealed: a filter may name somebody.

create schema exports;
grant usage on schema exports to {{server}};

create table exports.tickets (
  id uuid primary key,
  account_id uuid not null,
  hat_id uuid not null,
  source text not null,
  format text not null constraint tickets_format check (format in ('csv', 'xlsx')),
  language text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index tickets_by_end on exports.tickets (expires_at);

-- Another account, and the same account under another hat, find nothing.
alter table exports.tickets enable row level security;
create policy tickets_own on exports.tickets for all to {{server}}
  using (account_id = access.account_id() and hat_id = (access.actor() ->> 'hat')::uuid)
  with check (account_id = access.account_id() and hat_id = (access.actor() ->> 'hat')::uuid);

create function exports.forget_ended(before timestamptz) returns void security definer language sql set search_path = '' as $$
  delete from exports.tickets where expires_at < before
$$;

revoke all on all functions in schema exports from public;
grant execute on function exports.forget_ended(timestamptz) to {{server}};
grant select, insert, update (used_at) on exports.tickets to {{server}};
