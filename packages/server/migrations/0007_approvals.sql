-- One engine for every rule that wants a second person: who asked, which steps, who decided. What is asked is a
-- code and ids; words are sealed before they get here.

create schema approvals;
grant usage on schema approvals to {{server}};

create table approvals.approvals (
  id uuid primary key,
  kind text not null constraint approvals_kind check (kind ~ '^[a-z][a-z0-9-]{0,60}$'),
  subject_kind text not null,
  subject_id uuid not null,
  -- The person meant, where one is: the request is open only to those to whom this person is.
  person_id uuid,
  compartment text not null default 'contact',
  -- Ids, numbers and codes; never text that a person typed.
  params jsonb not null default '{}',
  state text not null constraint approvals_state check (state in ('pending', 'approved', 'refused', 'expired', 'withdrawn')),
  asked_by uuid not null constraint approvals_asked_by references access.accounts (id),
  asked_at timestamptz not null,
  -- Sealed under the person's key, or the node's where no person is meant.
  reason bytea,
  -- The open step, from 0, and when it ends.
  step int not null default 0,
  deadline timestamptz,
  version int not null default 1,
  closed_at timestamptz,
  constraint approvals_closed check ((state = 'pending') = (closed_at is null))
);
-- The same thing is not asked twice at a time.
create unique index approvals_one_pending on approvals.approvals (kind, subject_id) where state = 'pending';
create index approvals_by_asker on approvals.approvals (asked_by, asked_at desc, id desc);
create index approvals_by_time on approvals.approvals (asked_at desc, id desc);
create index approvals_by_deadline on approvals.approvals (deadline) where state = 'pending';
create index approvals_by_person on approvals.approvals (person_id);

create table approvals.steps (
  approval_id uuid not null constraint steps_approval references approvals.approvals (id),
  ordinal int not null,
  verb text,
  role text,
  accounts uuid[],
  quorum int not null constraint steps_quorum check (quorum >= 1),
  due_in_days int,
  primary key (approval_id, ordinal),
  constraint steps_named_once check (num_nonnulls(verb, role, accounts) = 1)
);

create table approvals.decisions (
  id uuid primary key,
  approval_id uuid not null constraint decisions_approval references approvals.approvals (id),
  ordinal int not null,
  account_id uuid not null constraint decisions_account references access.accounts (id),
  -- Whose voice it was, where it had been handed over.
  standing_for uuid,
  verdict text not null constraint decisions_verdict check (verdict in ('approved', 'refused')),
  at timestamptz not null,
  comment bytea,
  -- One person is one voice, whatever the step.
  constraint decisions_one_voice unique (approval_id, account_id)
);
create index decisions_by_account on approvals.decisions (account_id, approval_id);

create table approvals.delegations (
  id uuid primary key,
  approval_id uuid not null constraint delegations_approval references approvals.approvals (id),
  from_account uuid not null,
  to_account uuid not null constraint delegations_to references access.accounts (id),
  at timestamptz not null,
  constraint delegations_one_each unique (approval_id, from_account),
  constraint delegations_one_for unique (approval_id, to_account),
  constraint delegations_not_oneself check (from_account <> to_account)
);
create index delegations_by_account on approvals.delegations (to_account, approval_id);

-- Does a step name the actor, directly or by a voice that was handed over?
create function approvals.names_me(s approvals.steps) returns boolean stable security definer language sql set search_path = '' as $$
  select coalesce(access.actor() -> 'verbs' ? s.verb, false)
    or coalesce(access.actor() ->> 'role' = s.role, false)
    or coalesce(access.account_id() = any (s.accounts), false)
    or exists (select 1 from approvals.delegations d
               where d.approval_id = s.approval_id and d.to_account = access.account_id())
$$;

-- Is the request named to the actor in any of its steps?
create function approvals.concerns(approval uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from approvals.steps s where s.approval_id = approval and approvals.names_me(s))
$$;
-- Did the actor decide in it, or hand a voice on?
create function approvals.took_part(approval uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from approvals.decisions d where d.approval_id = approval and d.account_id = access.account_id())
    or exists (select 1 from approvals.delegations d where d.approval_id = approval and d.from_account = access.account_id())
$$;

-- May the actor decide the open step now? The last word, under every action: not the asker, not twice, not after
-- handing the voice on, and only where the person is open.
create function approvals.may_decide(approval uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (
    select 1
    from approvals.approvals a
    join approvals.steps s on s.approval_id = a.id and s.ordinal = a.step
    where a.id = approval and a.state = 'pending' and (a.deadline is null or a.deadline > now())
      and a.asked_by <> access.account_id()
      and access.may('approvals.decide')
      and (a.person_id is null or access.covers('read', a.compartment, a.person_id))
      and approvals.names_me(s) and not approvals.took_part(a.id))
$$;

-- Whom to tell that a request waits: everybody who may decide its open step. For the dispatcher, which acts for
-- nobody; ids only.
create function approvals.deciders(approval uuid) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct c.id
  from approvals.approvals a
  join approvals.steps s on s.approval_id = a.id and s.ordinal = a.step
  join access.accounts c on c.state = 'active' and c.id <> a.asked_by
  join access.hats h on h.account_id = c.id and h.ended_at is null
  join access.roles r on r.name = h.role and 'approvals.decide' = any (r.verbs)
  where a.id = approval and a.state = 'pending'
    and (s.verb = any (r.verbs) or s.role = r.name or c.id = any (s.accounts)
      or exists (select 1 from approvals.delegations d where d.approval_id = a.id and d.to_account = c.id))
    and (a.person_id is null or access.opens_to(c.id, 'read', a.compartment, a.person_id, 'approvals.decide'))
    and not exists (select 1 from approvals.decisions d where d.approval_id = a.id and d.account_id = c.id)
    and not exists (select 1 from approvals.delegations d where d.approval_id = a.id and d.from_account = c.id)
$$;

-- Ends what was not decided in time, for the clock job.
create function approvals.expire(at timestamptz) returns table (id uuid, asked_by uuid)
security definer language sql set search_path = '' as $$
  update approvals.approvals a set state = 'expired', closed_at = at, version = a.version + 1
  where a.id in (
    select p.id from approvals.approvals p where p.state = 'pending' and p.deadline <= at
    order by p.deadline limit 200 for update skip locked)
  returning a.id, a.asked_by
$$;

-- Takes away every word about a person, and ends what is still open. What was asked and decided stays as codes.
create function approvals.erase_about(person uuid, at timestamptz) returns void security definer language plpgsql set search_path = '' as $$
begin
  if not coalesce(access.covers('read', 'contact', person) and access.may('approvals.decide'), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  update approvals.decisions d set comment = null
    where d.approval_id in (select a.id from approvals.approvals a where a.person_id = person);
  update approvals.approvals a set reason = null where a.person_id = person;
  update approvals.approvals a set state = 'withdrawn', closed_at = at, version = a.version + 1
    where a.person_id = person and a.state = 'pending';
end
$$;

alter table approvals.approvals enable row level security;
create policy approvals_read on approvals.approvals for select to {{server}} using (
  asked_by = (select access.account_id())
  or approvals.took_part(id)
  or ((person_id is null or access.covers('read', compartment, person_id)) and approvals.concerns(id)));
create policy approvals_add on approvals.approvals for insert to {{server}} with check (
  asked_by = (select access.account_id()) and state = 'pending'
  and (person_id is null or access.covers('read', compartment, person_id)));
-- The asker takes it back; who has just decided moves it on.
create policy approvals_change on approvals.approvals for update to {{server}} using (
  asked_by = (select access.account_id()) or approvals.took_part(id) or approvals.may_decide(id));

alter table approvals.steps enable row level security;
create policy steps_read on approvals.steps for select to {{server}}
  using (approval_id in (select a.id from approvals.approvals a));
create policy steps_add on approvals.steps for insert to {{server}} with check (
  approval_id in (select a.id from approvals.approvals a where a.asked_by = access.account_id()));

alter table approvals.decisions enable row level security;
create policy decisions_read on approvals.decisions for select to {{server}}
  using (approval_id in (select a.id from approvals.approvals a));
create policy decisions_add on approvals.decisions for insert to {{server}} with check (
  account_id = (select access.account_id()) and approvals.may_decide(approval_id));

alter table approvals.delegations enable row level security;
create policy delegations_read on approvals.delegations for select to {{server}}
  using (approval_id in (select a.id from approvals.approvals a));
create policy delegations_add on approvals.delegations for insert to {{server}} with check (
  from_account = (select access.account_id()) and approvals.may_decide(approval_id));

revoke all on all functions in schema approvals from public;
grant execute on function approvals.names_me(approvals.steps), approvals.concerns(uuid), approvals.took_part(uuid),
  approvals.may_decide(uuid), approvals.deciders(uuid), approvals.expire(timestamptz),
  approvals.erase_about(uuid, timestamptz) to {{server}};
grant select, insert on approvals.approvals, approvals.steps, approvals.decisions, approvals.delegations to {{server}};
grant update (state, step, deadline, version, closed_at) on approvals.approvals to {{server}};
