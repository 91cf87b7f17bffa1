-- Handing over: from reception, or without it, to whoever cares for the family from now on. What tells of medicine lies in
-- the health section, of papers in the identity section; the rest is contact. Nothing here names an operation.

create table repatriation.handovers (
  id uuid primary key,
  to_kind text not null constraint handovers_to check (to_kind in ('relative', 'guardian', 'centre', 'self')),
  -- Somebody of the register, or a name where they are not on it.
  receiver_id uuid constraint handovers_receiver references people.persons (id) on delete set null,
  receiver text,
  reach text,
  -- Who works with the family from now on.
  agency_id uuid not null constraint handovers_agency references access.agencies (id),
  team_id uuid,
  handed_on date not null,
  signed_by text,
  signed_on date not null,
  at timestamptz not null,
  by_id uuid not null constraint handovers_by references access.accounts (id),
  constraint handovers_team foreign key (agency_id, team_id) references access.teams (agency_id, id)
);
create index handovers_by_receiver on repatriation.handovers (receiver_id) where receiver_id is not null;

create table repatriation.handover_people (
  id uuid primary key,
  handover_id uuid not null constraint handover_people_handover references repatriation.handovers (id) on delete cascade,
  person_id uuid not null constraint handover_people_person references people.persons (id) on delete cascade,
  line_id uuid constraint handover_people_line references repatriation.lines (id) on delete set null,
  case_id uuid constraint handover_people_case references cases.cases (id) on delete set null,
  constraint handover_people_once unique (handover_id, person_id)
);
create index handover_people_by_person on repatriation.handover_people (person_id);
create index handover_people_by_line on repatriation.handover_people (line_id);
create index handover_people_by_case on repatriation.handover_people (case_id);

create table repatriation.handover_items (
  id uuid primary key,
  handover_id uuid not null,
  person_id uuid not null,
  kind text not null constraint handover_items_kind check (kind in ('paper', 'belonging', 'medicine')),
  compartment text not null constraint handover_items_compartment check (
    compartment = case kind when 'paper' then 'identity' when 'medicine' then 'health' else 'contact' end),
  what text not null,
  constraint handover_items_whose foreign key (handover_id, person_id)
    references repatriation.handover_people (handover_id, person_id) on delete cascade on update cascade
);
create index handover_items_by_person on repatriation.handover_items (handover_id, person_id);

-- An erased person leaves no handover that is about nobody, and an erased receiver no signature.
create function repatriation.handed_nobody() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  delete from repatriation.handovers h where h.id = old.handover_id
    and not exists (select 1 from repatriation.handover_people p where p.handover_id = h.id);
  return null;
end
$$;
create trigger handover_people_gone after delete on repatriation.handover_people
  for each row execute function repatriation.handed_nobody();
create function repatriation.receiver_gone() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.receiver_id is null and old.receiver_id is not null then
    new.receiver := null;
    new.reach := null;
    new.signed_by := null;
  end if;
  return new;
end
$$;
create trigger handovers_receiver_gone before update of receiver_id on repatriation.handovers
  for each row execute function repatriation.receiver_gone();

-- For who works with cases, and who works in reception.
call access.protect('repatriation.handover_people', 'person_id', '''contact''');
call access.protect('repatriation.handover_items', 'person_id', 'compartment');
create policy handover_people_readers on repatriation.handover_people as restrictive for select to {{server}}
  using ((select access.may('cases.read')) or (select access.may('reception.work')));
create policy handover_items_readers on repatriation.handover_items as restrictive for select to {{server}}
  using ((select access.may('cases.read')) or (select access.may('reception.work')));
create policy handover_people_by_hand on repatriation.handover_people as restrictive for insert to {{server}}
  with check ((select access.may('reception.work')));
create policy handover_items_by_hand on repatriation.handover_items as restrictive for insert to {{server}}
  with check ((select access.may('reception.work')));
alter table repatriation.handovers enable row level security;
create policy handovers_read on repatriation.handovers for select to {{server}} using (
  by_id = (select access.account_id())
  or exists (select 1 from repatriation.handover_people p where p.handover_id = handovers.id));
create policy handovers_add on repatriation.handovers for insert to {{server}}
  with check ((select access.may('reception.work')) and by_id = (select access.account_id()));

-- The case that came of it, noted by who handed over: the person may stand elsewhere already.
create function repatriation.note_case(handover uuid, person uuid, made uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  update repatriation.handover_people p set case_id = made
   from repatriation.handovers h
   where p.handover_id = handover and p.person_id = person and p.case_id is null
     and h.id = p.handover_id and h.by_id = access.account_id();
end
$$;
-- How many were handed over, for who did it and sees them no longer.
create function repatriation.handed(handover uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from repatriation.handover_people p
  join repatriation.handovers h on h.id = p.handover_id
  where h.id = handover and (h.by_id = access.account_id() or access.covers('read', 'contact', p.person_id))
$$;

create function repatriation.move_handed(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update repatriation.handover_people p set person_id = target
    where p.person_id = source and (chosen is null or p.id = any (chosen))
      and not exists (select 1 from repatriation.handover_people o where o.handover_id = p.handover_id and o.person_id = target)
    returning p.id;
  return query update repatriation.handovers h set receiver_id = target
    where h.receiver_id = source and (chosen is null or h.id = any (chosen)) returning h.id;
end
$$;

revoke all on function repatriation.handed_nobody(), repatriation.receiver_gone(), repatriation.note_case(uuid, uuid, uuid),
  repatriation.handed(uuid), repatriation.move_handed(uuid, uuid, uuid[]) from public;
grant execute on function repatriation.note_case(uuid, uuid, uuid), repatriation.handed(uuid),
  repatriation.move_handed(uuid, uuid, uuid[]) to {{server}};
grant select, insert on repatriation.handovers, repatriation.handover_people, repatriation.handover_items to {{server}};

alter table repatriation.handovers set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.handover_people set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.handover_items set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
