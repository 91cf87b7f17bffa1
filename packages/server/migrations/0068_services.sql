-- The directory of services: who offers what, for whom, where and when, and when somebody last made sure
-- (docs/decisions/0068-a-directory-in-hsds.md). About bodies, never about a person.

create schema services;
grant usage on schema services to {{server}};

create table services.organisations (
  id uuid primary key,
  version int not null default 1,
  name jsonb not null,
  -- The name in the first language of the node that it has, as other registers write it.
  label text not null,
  kind text not null constraint organisations_kind check (kind in ('school', 'clinic', 'employer', 'social-service',
    'guardianship-body', 'legal-aid', 'court', 'registry', 'ngo')),
  phone text,
  email text,
  website text,
  -- An agency of this node: its people answer inside.
  agency_id uuid constraint organisations_agency references access.agencies (id),
  created_by uuid not null constraint organisations_created_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz
);
create index organisations_by_name on services.organisations (lower(label), id);

create table services.services (
  id uuid primary key,
  version int not null default 1,
  organisation_id uuid not null constraint services_organisation references services.organisations (id),
  name jsonb not null,
  description jsonb,
  eligibility jsonb,
  apply jsonb,
  min_age int,
  max_age int,
  languages text[] not null,
  domains text[] not null,
  -- Whom it serves by where they live; none stands for the whole state.
  areas text[] not null,
  cost text not null constraint services_cost check (cost in ('free', 'paid', 'unknown')),
  cost_note text,
  capacity text,
  phone text,
  email text,
  website text,
  state text not null constraint services_state check (state in ('open', 'paused', 'closed')),
  verified_on date,
  verified_by uuid constraint services_verified_by references access.accounts (id),
  -- Every word of it in lower case, its organisation's among them: what a search looks in.
  words text not null,
  created_by uuid not null constraint services_created_by references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint services_ages check (min_age <= max_age)
);
create index services_by_organisation on services.services (organisation_id);

-- A service at a location. The same location may stand under several services, each with hours of its own.
create table services.places (
  service_id uuid not null constraint places_service references services.services (id) on delete cascade,
  id uuid not null,
  ordinal int not null,
  name text,
  area text not null constraint places_area references access.areas (code),
  address text,
  phone text,
  latitude double precision,
  longitude double precision,
  -- [{"days": ["MO", "TU"], "opens": "09:00", "closes": "18:00"}]
  hours jsonb not null,
  hours_note text,
  constraint places_key primary key (service_id, id)
);
create index places_by_area on services.places (area);

-- Codes by which a service that is for one area is found from another: the area itself, the one above it, and those below.
create function services.around(code text) returns text[] stable language sql set search_path = '' as $$
  select array(select a.code from access.areas a where a.code = around.code or a.parent = around.code
    union select a.parent from access.areas a where a.code = around.code and a.parent is not null)
$$;

-- ---------------------------------------------------------------- who reads and keeps
alter table services.organisations enable row level security;
alter table services.services enable row level security;
alter table services.places enable row level security;
create policy organisations_read on services.organisations for select to {{server}} using ((select access.may('services.read')));
create policy organisations_add on services.organisations for insert to {{server}}
  with check ((select access.may('services.keep')) and created_by = (select access.account_id()));
create policy organisations_change on services.organisations for update to {{server}} using ((select access.may('services.keep')));
create policy services_read on services.services for select to {{server}} using ((select access.may('services.read')));
create policy services_add on services.services for insert to {{server}}
  with check ((select access.may('services.keep')) and created_by = (select access.account_id()));
create policy services_change on services.services for update to {{server}} using ((select access.may('services.keep')))
  with check ((select access.may('services.keep')));
create policy places_read on services.places for select to {{server}} using ((select access.may('services.read')));
create policy places_keep on services.places for insert to {{server}} with check ((select access.may('services.keep')));
create policy places_drop on services.places for delete to {{server}} using ((select access.may('services.keep')));

revoke all on all functions in schema services from public;
grant execute on function services.around(text) to {{server}};
grant select, insert on services.organisations, services.services, services.places to {{server}};
grant update (name, label, kind, phone, email, website, agency_id, version, updated_at, closed_at) on services.organisations to {{server}};
grant update (organisation_id, name, description, eligibility, apply, min_age, max_age, languages, domains, areas, cost, cost_note, capacity,
  phone, email, website, state, verified_on, verified_by, words, version, updated_at) on services.services to {{server}};
grant delete on services.places to {{server}};
