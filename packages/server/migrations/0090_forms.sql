-- Forms (docs/forms.md): questions as versioned data of the program, answers by page, each page in a section of the file. A draft is
-- for everybody who writes there; what was handed in is corrected beside what stood there. And who is at work on what just now.

create schema forms;
grant usage on schema forms to {{server}};

create table forms.forms (
  id uuid primary key,
  person_id uuid not null constraint forms_person references people.persons (id) on delete cascade,
  -- The case that was open when it began.
  case_id uuid constraint forms_case references cases.cases (id) on delete set null,
  step text not null constraint forms_step check (step in ('intake', 'visit', 'review', 'closure')),
  form text not null,
  form_version int not null,
  -- Of its pages: who reads none of them does not hear of it.
  sections text[] not null constraint forms_sections check (cardinality(sections) > 0),
  about_kind text constraint forms_about check (about_kind in ('appointment', 'review', 'closing')),
  about_id uuid,
  state text not null default 'draft' constraint forms_state check (state in ('draft', 'handed-in', 'corrected')),
  version int not null default 1,
  begun_by uuid not null constraint forms_begun_by references access.accounts (id),
  begun_at timestamptz not null,
  handed_by uuid constraint forms_handed_by references access.accounts (id),
  handed_at timestamptz,
  constraint forms_whose unique (id, person_id),
  constraint forms_belongs check (num_nulls(about_kind, about_id) in (0, 2)),
  constraint forms_handed check ((state = 'draft') = (handed_at is null) and num_nulls(handed_by, handed_at) in (0, 2))
);
create index forms_by_person on forms.forms (person_id, begun_at desc, id);
create index forms_by_case on forms.forms (case_id) where case_id is not null;

create table forms.pages (
  form_id uuid not null,
  person_id uuid not null,
  page text not null,
  compartment text not null,
  -- The first, and one more for each correction.
  edition int not null constraint pages_edition check (edition >= 1),
  answers jsonb not null,
  version int not null,
  reason text,
  account_id uuid not null constraint pages_account references access.accounts (id),
  at timestamptz not null,
  constraint pages_key primary key (form_id, page, edition),
  constraint pages_corrected check ((edition = 1) = (reason is null)),
  constraint pages_form foreign key (form_id, person_id) references forms.forms (id, person_id) on delete cascade on update cascade
);
create index pages_by_person on forms.pages (person_id);

-- Who is at work on what, until when: said to others, and nothing more. What is saved is decided by versions.
create table cases.leases (
  kind text not null constraint leases_kind check (kind in ('form', 'plan', 'assessment')),
  subject uuid not null,
  person_id uuid not null constraint leases_person references people.persons (id) on delete cascade on update cascade,
  account_id uuid not null constraint leases_account references access.accounts (id),
  -- The open page: one account may have two.
  desk uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  constraint leases_key primary key (kind, subject)
);
create index leases_by_person on cases.leases (person_id);

-- ---------------------------------------------------------------- who reads and writes
create function forms.reaches(mode text, sections text[], person uuid) returns boolean stable language sql set search_path = '' as $$
  select access.covers('read', 'contact', person) and exists (select 1 from unnest(sections) s where access.covers(mode, s, person))
$$;

alter table forms.forms enable row level security;
create policy forms_read on forms.forms for select to {{server}}
  using ((select access.may('casework.read')) and forms.reaches('read', sections, person_id));
create policy forms_begin on forms.forms for insert to {{server}}
  with check ((select access.may('casework.write')) and begun_by = (select access.account_id()) and state = 'draft'
    and forms.reaches('write', sections, person_id));
create policy forms_change on forms.forms for update to {{server}}
  using ((select access.may('casework.write')) and forms.reaches('write', sections, person_id));

-- Pages of others that are shut to the actor count as well.
create function forms.only_mine(which uuid) returns boolean stable security definer language sql set search_path = '' as $$
  select exists (select 1 from forms.forms f where f.id = which and f.state = 'draft' and f.begun_by = access.account_id())
    and not exists (select 1 from forms.pages p where p.form_id = which and p.account_id <> access.account_id())
$$;
create policy forms_discard on forms.forms for delete to {{server}} using (forms.only_mine(id));

call access.protect('forms.pages', 'person_id', 'compartment');
create policy pages_readers on forms.pages as restrictive for select to {{server}} using ((select access.may('casework.read')));
create policy pages_writers on forms.pages as restrictive for insert to {{server}}
  with check ((select access.may('casework.write')) and account_id = (select access.account_id()));
create policy pages_changers on forms.pages as restrictive for update to {{server}}
  using ((select access.may('casework.write')) and exists (select 1 from forms.forms f where f.id = form_id and f.state = 'draft'))
  with check (account_id = (select access.account_id()));

alter table cases.leases enable row level security;
create policy leases_seen on cases.leases for select to {{server}} using (access.covers('read', 'contact', person_id));
create policy leases_taken on cases.leases for insert to {{server}}
  with check (access.covers('read', 'contact', person_id) and account_id = (select access.account_id()));
create policy leases_renewed on cases.leases for update to {{server}}
  using (access.covers('read', 'contact', person_id)) with check (account_id = (select access.account_id()));
create policy leases_given_back on cases.leases for delete to {{server}} using (account_id = (select access.account_id()));

-- Of cases, those whose first talk was handed in: known to who reads the case, whatever sections are open to them.
create function forms.intake_taken(ids uuid[]) returns setof uuid stable security definer language sql set search_path = '' as $$
  select distinct f.case_id from forms.forms f
  where f.case_id = any (ids) and f.step = 'intake' and f.state <> 'draft'
    and access.may('cases.read') and access.covers('read', 'contact', f.person_id)
$$;

-- ---------------------------------------------------------------- two records that become one
create function forms.move_subject(source uuid, target uuid, chosen uuid[] default null)
returns setof uuid security definer language plpgsql set search_path = '' as $$
begin
  if not access.may_join(source, target) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  return query update forms.forms f set person_id = target
    where f.person_id = source and (chosen is null or f.id = any (chosen)) returning f.id;
end
$$;

revoke all on all functions in schema forms from public;
grant execute on function forms.reaches(text, text[], uuid), forms.only_mine(uuid), forms.intake_taken(uuid[]),
  forms.move_subject(uuid, uuid, uuid[]) to {{server}};
grant select, insert, delete on forms.forms to {{server}};
grant update (state, version, handed_by, handed_at) on forms.forms to {{server}};
grant select, insert on forms.pages to {{server}};
grant update (answers, version, account_id, at) on forms.pages to {{server}};
grant select, insert, update, delete on cases.leases to {{server}};

insert into rights.file_parts (ordinal, head, name, query) values
  (1010, 'notes', 'forms.forms',
    'select f.id::text as _id, f.sections[1] as _section, f.begun_at::date as day, ''=forms.step.'' || f.step as kind, ''=forms.state.'' || f.state as state, (select a.name from access.accounts a where a.id = f.begun_by) as by from forms.forms f where f.person_id = $1 order by f.begun_at'),
  (1020, 'notes', 'forms.pages',
    'select (p.form_id::text || p.page || p.edition) as _id, p.compartment as _section, p.at::date as day, ''=forms.step.'' || f.step as kind, (select string_agg(d.key || '': '' || case jsonb_typeof(d.value) when ''string'' then d.value #>> ''{}'' else d.value::text end, ''; '') from jsonb_each(p.answers) d) as words, p.reason as note, (select a.name from access.accounts a where a.id = p.account_id) as by from forms.pages p join forms.forms f on f.id = p.form_id where p.person_id = $1 order by p.at');

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table forms.forms set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table forms.pages set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
alter table cases.leases set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
