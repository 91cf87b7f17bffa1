-- A case leaves as a FHIR file by the same tickets as papers, and comes in from one (docs/fhir.md).
alter table exports.tickets drop constraint tickets_format;
alter table exports.tickets add constraint tickets_format check (format in ('csv', 'xlsx', 'zip', 'pdf', 'docx', 'json'));

create schema fhir;
grant usage on schema fhir to {{server}};

-- A file that was taken in: for whom, and what was made of it. The file itself is not kept.
create table fhir.imports (
  id uuid primary key,
  person_id uuid not null constraint imports_person references people.persons (id) on delete cascade,
  case_id uuid,
  plan_id uuid,
  -- The person was put on the register by it; else what came lies beside the record and changed nothing.
  made_person boolean not null,
  -- As the file says it.
  sender text,
  -- The same file is not taken in twice by mistake.
  digest bytea not null constraint imports_digest check (octet_length(digest) = 32),
  account_id uuid not null constraint imports_account references access.accounts (id),
  at timestamptz not null,
  constraint imports_whose unique (id, person_id)
);
create index imports_by_person on fhir.imports (person_id, at desc);
create index imports_by_digest on fhir.imports (account_id, digest);

-- What the sender told and nobody here has heard: kept in its section, as told. It allows nothing and opens nothing.
create table fhir.told (
  id uuid primary key,
  import_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  kind text not null constraint told_kind check (kind in ('consent', 'referral', 'goal', 'needs', 'functioning', 'relative', 'household', 'episode', 'identity', 'journey', 'contact')),
  ordinal int not null,
  content jsonb not null,
  constraint told_import foreign key (import_id, person_id) references fhir.imports (id, person_id) on delete cascade on update cascade
);
create index told_by_import on fhir.told (import_id, ordinal);
create index told_by_person on fhir.told (person_id);

call access.protect('fhir.imports', 'person_id', '''contact''');
create policy imports_readers on fhir.imports as restrictive for select to {{server}} using ((select access.may('cases.read')));
create policy imports_makers on fhir.imports as restrictive for insert to {{server}}
  with check ((select access.may('people.register') and access.may('cases.open')) and account_id = (select access.account_id()));
create policy imports_undoers on fhir.imports as restrictive for delete to {{server}} using (account_id = (select access.account_id()));
call access.protect('fhir.told', 'person_id', 'compartment');
create policy told_readers on fhir.told as restrictive for select to {{server}} using ((select access.may('cases.read')));

-- Keeps what came in each section, also in those that whoever took it in does not write: they had the file in their hands.
create function fhir.keep(import uuid, told jsonb) returns void security definer language plpgsql set search_path = '' as $$
declare
  held fhir.imports;
begin
  select i.* into held from fhir.imports i where i.id = import and i.account_id = access.account_id();
  if held.id is null or not coalesce(access.may('people.register') and access.covers('read', 'contact', held.person_id), false)
    or exists (select 1 from fhir.told t where t.import_id = import) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  insert into fhir.told (id, import_id, person_id, compartment, kind, ordinal, content)
  select (one ->> 'id')::uuid, import, held.person_id, one ->> 'compartment', one ->> 'kind', n::int, one -> 'content'
  from jsonb_array_elements(told) with ordinality as t (one, n);
end
$$;

-- Has anybody worked with what was made of it? Counted below the policies: work in sections that are shut counts, too.
create function fhir.worked_on(import uuid) returns boolean stable security definer language plpgsql set search_path = '' as $$
declare
  held fhir.imports;
begin
  select i.* into held from fhir.imports i where i.id = import and access.covers('read', 'contact', i.person_id);
  if held.id is null then return true; end if;
  if not held.made_person then return false; end if;
  return exists (select 1 from people.persons p where p.id = held.person_id and (p.version > 1 or p.merged_into is not null))
    or exists (select 1 from people.persons p where p.merged_into = held.person_id)
    or exists (select 1 from people.relations r where (r.person_id = held.person_id or r.other_id = held.person_id) and r.updated_at > held.at)
    or exists (select 1 from people.household_members m where m.person_id = held.person_id)
    or exists (select 1 from people.papers p where p.person_id = held.person_id)
    or exists (select 1 from cases.cases c where c.person_id = held.person_id and (c.id <> held.case_id or c.state <> 'arrived' or c.state_since > held.at))
    or exists (select 1 from cases.assignments s join cases.cases c on c.id = s.case_id where c.person_id = held.person_id and s.at > held.at)
    or exists (select 1 from plans.plans p where p.person_id = held.person_id and (p.id <> held.plan_id or p.state <> 'draft' or p.updated_at > held.at))
    or exists (select 1 from plans.goals g where g.person_id = held.person_id and g.updated_at > held.at)
    or exists (select 1 from consents.consents c where c.person_id = held.person_id)
    or exists (select 1 from consents.disclosures d where d.person_id = held.person_id)
    or exists (select 1 from consents.requests r where r.person_id = held.person_id)
    or exists (select 1 from casework.notes n where n.person_id = held.person_id)
    or exists (select 1 from casework.concerns c where c.person_id = held.person_id)
    or exists (select 1 from casework.obstacles o where o.person_id = held.person_id)
    or exists (select 1 from casework.appointments a where a.person_id = held.person_id)
    or exists (select 1 from assessments.assessments a where a.person_id = held.person_id)
    or exists (select 1 from referrals.referrals r where r.person_id = held.person_id)
    or exists (select 1 from forms.forms f where f.person_id = held.person_id)
    or exists (select 1 from situation.entries s where s.person_id = held.person_id)
    or exists (select 1 from transfers.transfers t where t.person_id = held.person_id)
    or exists (select 1 from entitlements.claims c where c.person_id = held.person_id)
    or exists (select 1 from entitlements.deliveries d where d.person_id = held.person_id)
    or exists (select 1 from meetings.conferences c where c.person_id = held.person_id)
    or exists (select 1 from meetings.interests i where i.person_id = held.person_id)
    or exists (select 1 from rights.complaints c where c.person_id = held.person_id)
    or exists (select 1 from rights.file_requests f where f.person_id = held.person_id)
    or exists (select 1 from rights.holds h where h.person_id = held.person_id)
    or exists (select 1 from tasks.tasks t where t.subject_id = held.person_id or t.subject_id = held.case_id)
    or exists (select 1 from documents.documents d where d.subject_id = held.person_id)
    or exists (select 1 from approvals.approvals a where a.person_id = held.person_id)
    or exists (select 1 from fhir.imports i where i.person_id = held.person_id and i.id <> held.id);
end
$$;

create function fhir.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update fhir.imports i set person_id = target where i.person_id = source and (chosen is null or i.id = any (chosen)) returning i.id;
end
$$;

revoke all on all functions in schema fhir from public;
grant execute on function fhir.keep(uuid, jsonb), fhir.worked_on(uuid), fhir.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert, delete on fhir.imports to {{server}};
grant select on fhir.told to {{server}};

insert into rights.file_parts (ordinal, head, name, query) values
  (392, 'sharing', 'fhir.imports',
    'select i.id::text as _id, ''contact'' as _section, i.sender as by, i.at::date as day from fhir.imports i where i.person_id = $1 order by i.at'),
  (394, 'sharing', 'fhir.told',
    'select t.id::text as _id, t.compartment as _section, ''=fhir.kind.'' || t.kind as about, (select string_agg(d.key || '': '' || (d.value #>> ''{}''), '', '' order by d.key) from jsonb_each(t.content) d) as words from fhir.told t where t.person_id = $1 order by t.import_id, t.ordinal');

alter table fhir.imports set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table fhir.told set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
