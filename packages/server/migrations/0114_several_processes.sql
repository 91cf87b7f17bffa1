-- Several processes on one database (docs/decisions/0114-two-processes-one-node.md): knocks are counted for all of them together, the
-- master key of a node is known again, and what one process marks and does not carry out comes round once more.

-- How often a client knocked at an open door. Both are told by a keyed hash. Written often and worth nothing after some minutes, so it is
-- kept out of the log of the database and is empty after a fall of it.
create unlogged table access.knocks (
  door text not null,
  client bytea not null,
  spent int not null,
  ends_at timestamptz not null,
  constraint knocks_key primary key (door, client)
) with (fillfactor = 50);
create index knocks_by_end on access.knocks (ends_at);
grant select, insert, update, delete on access.knocks to {{server}};
alter table access.knocks enable row level security;
create policy knocks_all on access.knocks for all to {{server}} using (true) with check (true);

-- By what a node knows its own master key; nothing opens with it.
alter table access.node add column key_mark bytea;
create function access.claim_key(mark bytea) returns boolean security definer language plpgsql set search_path = '' as $$
declare
  known bytea;
begin
  if access.account_id() is not null then
    raise exception 'only for the node itself' using errcode = '42501';
  end if;
  update access.node n set key_mark = mark where n.key_mark is null;
  select n.key_mark into known from access.node n;
  return known is null or known = mark;
end
$$;
revoke all on function access.claim_key(bytea) from public;
grant execute on function access.claim_key(bytea) to {{server}};

-- Of several processes one writes a letter: the other finds that it was begun.
drop function referrals.letter_begins(uuid, bytea, timestamptz);
create function referrals.letter_begins(link uuid, token bytea, moment timestamptz) returns boolean
security definer language sql set search_path = '' as $$
  with mine as (
    update referrals.links l set token_hash = token, mail_tries = mail_tries + 1,
      mail_after = case when mail_tries < 9 then moment + interval '1 minute' * power(2, mail_tries) end
     where l.id = link and l.closed_at is null and l.mail_after <= moment
    returning 1)
  select exists (select 1 from mine)
$$;
revoke all on function referrals.letter_begins(uuid, bytea, timestamptz) from public;
grant execute on function referrals.letter_begins(uuid, bytea, timestamptz) to {{server}};

-- Marked for the queue by a process that was killed before it had handed it over: once more after half an hour. Whoever was served
-- meanwhile is no longer marked, and a job that finds nothing sends nothing.
alter table notifications.notices add column queued_at timestamptz;
create or replace function notifications.queue_mail(mode text) returns setof uuid
security definer language sql set search_path = '' as $$
  with due as (
    update notifications.notices set mail = case when read_at is null then 'queued' else 'never' end,
      queued_at = case when mail = 'queued' then null else now() end
    where mode in ('at-once', 'digest') and mail in ('at-once', 'digest', 'queued')
      and (mail = mode or (mail = 'queued' and queued_at < now() - interval '30 minutes'))
    returning account_id, mail
  )
  select distinct account_id from due where mail = 'queued'
$$;

alter table practices.reply_tokens add column queued_again boolean not null default false;
create index reply_tokens_unsent on practices.reply_tokens (queued_at) where sent_at is null and not queued_again;
create or replace function practices.queue_replies(at timestamptz) returns setof uuid security definer language sql set search_path = '' as $$
  update practices.reply_tokens set queued_at = at, queued_again = queued_at is not null
   where (queued_at is null or (sent_at is null and not queued_again and queued_at < at - interval '30 minutes'))
     and access.account_id() is null
  returning id
$$;
