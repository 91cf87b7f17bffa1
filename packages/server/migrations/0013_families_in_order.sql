-- The register by families, and nothing left behind by a record that ends.

-- ---------------------------------------------------------------- what hangs on a record ends with it
-- A row that is written in the very moment of an erasure waits for it, and finds its record gone; an erasure waits
-- for a row that was first, and takes it along.
delete from documents.documents d where not exists (select 1 from access.subjects s where s.id = d.subject_id);
alter table documents.documents add constraint documents_subject
  foreign key (subject_id) references access.subjects (id) on delete cascade;
delete from access.grants g where not exists (select 1 from access.subjects s where s.id = g.subject_id);
alter table access.grants add constraint grants_subject
  foreign key (subject_id) references access.subjects (id) on delete cascade;
delete from tasks.tasks t
 where t.subject_id is not null and not exists (select 1 from access.subjects s where s.id = t.subject_id);
alter table tasks.tasks add constraint tasks_subject
  foreign key (subject_id) references access.subjects (id) on delete cascade;
