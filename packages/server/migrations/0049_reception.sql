-- Reception: houses, rooms, stays, what somebody needs now, what is kept for them. Nothing here names an operation, a
-- camp or a place of birth, and there is no place for notes of a security service.

create table repatriation.sites (
  id uuid primary key,
  agency_id uuid not null constraint sites_agency references access.agencies (id),
  area_code text not null constraint sites_area references access.areas (code),
  name text not null,
  kind text not null constraint sites_kind check (kind in ('reception-centre', 'hospital', 'guest-house', 'other')),
  version int not null default 1,
  closed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sites_by_agency on repatriation.sites (agency_id, name, id);

create table repatriation.rooms (
  id uuid primary key,
  site_id uuid not null constraint rooms_site references repatriation.sites (id),
  name text not null,
  kind text not null constraint rooms_kind check (kind in ('room', 'ward')),
  places int not null constraint rooms_places check (places between 1 and 200),
  closed_at timestamptz,
  constraint rooms_name unique (site_id, name),
  constraint rooms_whose unique (id, site_id)
);

-- A row for each bed that somebody had. Moving ends one and begins the next; `since` goes on.
create table repatriation.stays (
  id uuid primary key,
  person_id uuid not null constraint stays_person references people.persons (id) on delete cascade,
  line_id uuid constraint stays_line references repatriation.lines (id) on delete set null,
  site_id uuid not null constraint stays_site references repatriation.sites (id),
  room_id uuid,
  since date not null,
  from_at timestamptz not null,
  to_at timestamptz,
  ended text constraint stays_ended check (ended in ('moved', 'handed-over', 'hospital', 'left', 'mistake')),
  language text,
  interpreter_id uuid constraint stays_interpreter references access.accounts (id),
  interpreter text,
  taken_in_by uuid not null constraint stays_taken_in_by references access.accounts (id),
  version int not null default 1,
  constraint stays_room foreign key (room_id, site_id) references repatriation.rooms (id, site_id),
  constraint stays_period check (to_at >= from_at),
  constraint stays_end check ((to_at is null) = (ended is null))
);
-- Nobody sleeps in two beds.
create unique index stays_one_bed on repatriation.stays (person_id) where to_at is null;
create index stays_by_person on repatriation.stays (person_id, from_at);
create index stays_by_site on repatriation.stays (site_id) where to_at is null;

create table repatriation.triage (
  id uuid primary key,
  person_id uuid not null constraint triage_person references people.persons (id) on delete cascade,
  kind text not null constraint triage_kind check (kind in ('medical', 'psychosocial')),
  compartment text not null constraint triage_compartment check (
    compartment = case when kind = 'medical' then 'health' else 'mhpss' end),
  urgency text not null constraint triage_urgency check (urgency in ('now', 'today', 'this-week', 'none')),
  needs text[] not null default '{}',
  note text,
  at timestamptz not null,
  account_id uuid not null constraint triage_account references access.accounts (id)
);
create index triage_by_person on repatriation.triage (person_id, kind, at desc);

create table repatriation.belongings (
  id uuid primary key,
  person_id uuid not null constraint belongings_person references people.persons (id) on delete cascade,
  what text not null,
  kept_where text,
  at timestamptz not null,
  account_id uuid not null constraint belongings_account references access.accounts (id),
  given_back_on date,
  given_back_to text,
  given_back_by uuid constraint belongings_given_back_by references access.accounts (id),
  constraint belongings_given_back check (num_nonnulls(given_back_on, given_back_to, given_back_by) in (0, 3))
);
create index belongings_by_person on repatriation.belongings (person_id, at);

-- ---------------------------------------------------------------- who sees a house
-- Where children sleep is known to who works there: the house's agency, and the staff of its operations.
create function repatriation.houses() returns setof uuid stable security definer language sql set search_path = '' as $$
  select s.id from repatriation.sites s
  where access.may('repatriation.read') and (
    access.has_scope('read', 'contact', 'node')
    or s.agency_id = (access.actor() ->> 'agency')::uuid
    or s.agency_id in (select o.agency_id from repatriation.operations o where o.id in (select repatriation.staffed())))
$$;
create function repatriation.kept_houses() returns setof uuid stable security definer language sql set search_path = '' as $$
  select s.id from repatriation.sites s
  where access.may('reception.work') and (
    s.agency_id = (access.actor() ->> 'agency')::uuid
    or s.agency_id in (select o.agency_id from repatriation.operations o where o.id in (select repatriation.worked())))
$$;

alter table repatriation.sites enable row level security;
create policy sites_read on repatriation.sites for select to {{server}} using (
  id in (select repatriation.houses())
  or (agency_id = (select (access.actor() ->> 'agency')::uuid) and (select access.may('repatriation.read'))));
create policy sites_add on repatriation.sites for insert to {{server}}
  with check ((select access.may('reception.work')) and agency_id = (select (access.actor() ->> 'agency')::uuid));
create policy sites_change on repatriation.sites for update to {{server}} using (id in (select repatriation.kept_houses()));
alter table repatriation.rooms enable row level security;
create policy rooms_read on repatriation.rooms for select to {{server}} using (site_id in (select repatriation.houses()));
create policy rooms_add on repatriation.rooms for insert to {{server}} with check (site_id in (select repatriation.kept_houses()));
create policy rooms_change on repatriation.rooms for update to {{server}} using (site_id in (select repatriation.kept_houses()));

call access.protect('repatriation.stays', 'person_id', '''contact''');
create policy stays_house on repatriation.stays as restrictive for insert to {{server}}
  with check (taken_in_by = (select access.account_id()) and site_id in (select repatriation.kept_houses()));
create policy stays_house_change on repatriation.stays as restrictive for update to {{server}}
  using ((select access.may('reception.work')));
call access.protect('repatriation.belongings', 'person_id', '''contact''');
call access.protect('repatriation.triage', 'person_id', 'compartment');
create policy triage_own on repatriation.triage as restrictive for insert to {{server}}
  with check (account_id = (select access.account_id()));

-- How many sleep in each room, whoever they are: numbers only, for who knows the house.
create function repatriation.taken(sites uuid[]) returns table (site_id uuid, room_id uuid, people int)
stable security definer language sql set search_path = '' as $$
  select s.site_id, s.room_id, count(*)::int from repatriation.stays s
  where s.site_id = any (sites) and s.to_at is null and s.site_id in (select repatriation.houses())
  group by s.site_id, s.room_id
$$;
-- Takes the rooms of a house for this transaction, so that two who give the last bed wait for each other.
create function repatriation.lock_house(site uuid) returns void security definer language plpgsql set search_path = '' as $$
begin
  if site not in (select repatriation.kept_houses()) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  perform 1 from repatriation.sites s where s.id = site for update;
end
$$;

-- ---------------------------------------------------------------- two records that become one
-- A bed goes over unless the one who stays has a bed: then it ends, since nobody sleeps in two.
create function repatriation.move_guest(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update repatriation.stays s set person_id = target
    where s.person_id = source and (chosen is null or s.id = any (chosen))
      and (s.to_at is not null
        or not exists (select 1 from repatriation.stays o where o.person_id = target and o.to_at is null))
    returning s.id;
  return query update repatriation.triage t set person_id = target
    where t.person_id = source and (chosen is null or t.id = any (chosen)) returning t.id;
  return query update repatriation.belongings b set person_id = target
    where b.person_id = source and (chosen is null or b.id = any (chosen)) returning b.id;
end
$$;

revoke all on function repatriation.houses(), repatriation.kept_houses(), repatriation.taken(uuid[]),
  repatriation.lock_house(uuid), repatriation.move_guest(uuid, uuid, uuid[]) from public;
grant execute on function repatriation.houses(), repatriation.kept_houses(), repatriation.taken(uuid[]),
  repatriation.lock_house(uuid), repatriation.move_guest(uuid, uuid, uuid[]) to {{server}};
grant select on repatriation.sites, repatriation.rooms, repatriation.stays, repatriation.triage, repatriation.belongings to {{server}};
grant insert (id, agency_id, area_code, name, kind, closed_at, created_at, updated_at) on repatriation.sites to {{server}};
grant update (area_code, name, kind, closed_at, version, updated_at) on repatriation.sites to {{server}};
grant insert on repatriation.rooms, repatriation.stays, repatriation.triage to {{server}};
grant update (name, kind, places, closed_at) on repatriation.rooms to {{server}};
grant update (to_at, ended, language, interpreter_id, interpreter, version) on repatriation.stays to {{server}};
grant insert (id, person_id, what, kept_where, at, account_id) on repatriation.belongings to {{server}};
grant update (given_back_on, given_back_to, given_back_by) on repatriation.belongings to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table repatriation.stays set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.triage set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table repatriation.belongings set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
