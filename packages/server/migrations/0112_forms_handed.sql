-- A draft of a form is for all colleagues who write there. With whom it lies says who goes on with it, and opens nothing to anybody.

alter table forms.forms
  add column with_id uuid constraint forms_with references access.accounts (id),
  add column given_by uuid constraint forms_given_by references access.accounts (id),
  add column given_at timestamptz,
  add constraint forms_given check (num_nulls(with_id, given_by, given_at) in (0, 3));
create index forms_with_whom on forms.forms (with_id) where with_id is not null and state = 'draft';

grant update (with_id, given_by, given_at) on forms.forms to {{server}};
