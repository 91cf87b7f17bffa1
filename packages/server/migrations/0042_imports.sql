-- Lists of names that somebody sent, on their way to the list of an operation: every row as it stands in the file, as the
-- person that it would become, and what was decided. Nobody is on the register by standing here.

-- How a source writes its lists: saved once, found again by the headings.
create table repatriation.templates (
  id uuid primary key,
  agency_id uuid not null constraint templates_agency references access.agencies (id),
  name text not null,
  -- Headings as they are compared, in the order of the columns.
  headings text[] not null,
  map jsonb not null,
  shape int not null default 1,
  written_by uuid not null constraint templates_written_by references access.accounts (id),
  at timestamptz not null,
  constraint templates_once unique (agency_id, headings)
);

create table repatriation.imports (
  id uuid primary key,
  operation_id uuid not null constraint imports_operation references repatriation.operations (id) on delete cascade,
  state text not null default 'open' constraint imports_state check (state in ('open', 'imported')),
  -- The cells of the file while columns can still be mapped anew; gone once it is imported.
  book jsonb,
  -- How it was read, and what is to be said of the file: shapes of contract/repatriation/manifest.
  map jsonb not null,
  about jsonb not null,
  template text,
  shape int not null default 1,
  version int not null default 1,
  brought_by uuid not null constraint imports_brought_by references access.accounts (id),
  brought_at timestamptz not null,
  imported_by uuid constraint imports_imported_by references access.accounts (id),
  imported_at timestamptz,
  constraint imports_whose unique (id, operation_id),
  constraint imports_done check ((state = 'imported') = (imported_at is not null))
);
create index imports_by_operation on repatriation.imports (operation_id, brought_at desc, id desc);

create table repatriation.import_rows (
  id uuid primary key,
  import_id uuid not null,
  operation_id uuid not null,
  -- As the sheet counts.
  row int not null,
  -- The file's own text, cell by cell.
  cells jsonb not null,
  person jsonb not null,
  family int not null,
  problems jsonb not null,
  -- Rows of the same file that are alike.
  alike jsonb not null,
  -- Persons of the register that are alike, by id and score; null until they were looked for.
  look_alikes jsonb,
  decision text not null default 'open' constraint import_rows_decision check (decision in ('open', 'accept', 'park')),
  same_as uuid constraint import_rows_same references people.persons (id) on delete cascade,
  -- Said to be other persons.
  others uuid[] not null default '{}',
  corrected boolean not null default false,
  version int not null default 1,
  -- Who it became. The row goes with the person.
  person_id uuid constraint import_rows_person references people.persons (id) on delete cascade,
  line_id uuid constraint import_rows_line references repatriation.lines (id) on delete set null,
  -- The person was put on the register by this row.
  made boolean not null default false,
  constraint import_rows_import foreign key (import_id, operation_id) references repatriation.imports (id, operation_id) on delete cascade,
  constraint import_rows_once unique (import_id, row)
);
create index import_rows_by_person on repatriation.import_rows (person_id) where person_id is not null;
create index import_rows_by_same on repatriation.import_rows (same_as) where same_as is not null;
create index import_rows_by_line on repatriation.import_rows (line_id) where line_id is not null;

-- Whoever keeps the list of the operation reads what was sent for it. Who became a person is that person's journey.
create function repatriation.imports_into() returns setof uuid stable security definer language sql set search_path = '' as $$
  select o.id from repatriation.operations o
  where access.may('repatriation.register') and o.id in (select repatriation.kept())
$$;
alter table repatriation.imports enable row level security;
create policy imports_all on repatriation.imports to {{server}} using (operation_id in (select repatriation.imports_into()));
alter table repatriation.import_rows enable row level security;
create policy import_rows_all on repatriation.import_rows to {{server}} using (
  operation_id in (select repatriation.imports_into())
  and (person_id is null or access.covers('read', 'journey', person_id)));
alter table repatriation.templates enable row level security;
create policy templates_all on repatriation.templates to {{server}} using (
  (select access.may('repatriation.register')) and agency_id = (select access.my_agency('write', 'journey')));

-- When an operation is over, what was not taken from its lists goes: nobody is kept whom nobody decided about.
create function repatriation.forget_imports() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  if new.state in ('completed', 'called-off') then
    delete from repatriation.import_rows r where r.operation_id = new.id and r.person_id is null;
    update repatriation.imports i set book = null, about = jsonb_set(i.about, '{leftOut}', '[]') where i.operation_id = new.id;
  end if;
  return null;
end
$$;
create trigger operations_forget_imports after update of state on repatriation.operations
  for each row when (new.state is distinct from old.state) execute function repatriation.forget_imports();

-- Persons and lines that came with an import and with whom nobody has worked since: those that undoing it takes back.
-- Below the policies, since work may have been done by somebody whose records the actor does not see.
create function repatriation.untouched(batch uuid) returns table (row_id uuid, line_id uuid, person_id uuid, made boolean)
stable security definer language sql set search_path = '' as $$
  select r.id, r.line_id, r.person_id, r.made
    from repatriation.import_rows r
    join repatriation.imports i on i.id = r.import_id
    join repatriation.lines l on l.id = r.line_id
    join people.persons p on p.id = r.person_id
   where r.import_id = batch and r.operation_id in (select repatriation.imports_into())
     and l.version = 1 and (select count(*) from repatriation.line_steps s where s.line_id = l.id) = 1
     and not exists (select 1 from repatriation.manifest_lines m where m.line_id = l.id)
     and not exists (select 1 from repatriation.consents c where c.line_id = l.id)
     and not exists (select 1 from repatriation.evidence e where e.line_id = l.id)
     and not exists (select 1 from repatriation.board_needs b where b.line_id = l.id)
     and not exists (select 1 from repatriation.care c where c.line_id = l.id or c.person_id = r.person_id)
     and not exists (select 1 from repatriation.lines o where o.carer_id = r.person_id)
     and (not r.made or (
       p.version = 1 and p.merged_into is null
       and not exists (select 1 from people.persons j where j.merged_into = p.id)
       and not exists (select 1 from people.relations k where k.person_id = p.id or k.other_id = p.id)
       and not exists (select 1 from cases.cases k where k.person_id = p.id)
       and not exists (select 1 from documents.documents d where d.subject_id = p.id)
       and not exists (select 1 from tasks.tasks t where t.subject_id = p.id)
       and not exists (select 1 from approvals.approvals a where a.subject_id = p.id)
       and not exists (select 1 from repatriation.lines o where o.person_id = p.id and o.id <> l.id)
       and not exists (select 1 from repatriation.import_rows o where o.id <> r.id and (o.same_as = p.id or o.person_id = p.id))
       and not exists (
         select 1 from access.grants g left join repatriation.given v on v.grant_id = g.id
          where g.subject_id = p.id and v.grant_id is null and g.account_id <> i.imported_by)))
$$;

revoke all on function repatriation.imports_into(), repatriation.forget_imports(), repatriation.untouched(uuid) from public;
grant execute on function repatriation.imports_into(), repatriation.untouched(uuid) to {{server}};
grant select, insert, update, delete on repatriation.imports, repatriation.import_rows, repatriation.templates to {{server}};

-- As for the rest of the register (0008): rows that are gone leave the database's files soon.
alter table repatriation.import_rows set (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.005);
