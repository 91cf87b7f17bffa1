-- Published numbers of the hub: series, what sources state, what was stated before. Counts only; no person in any of
-- it, so there is no subject and no compartment. Who is signed in at the hub reads everything; without an actor only
-- what is public can be read; whoever holds the verb writes.

create schema figures;
grant usage on schema figures to {{server}};

create table figures.series (
  id uuid primary key,
  code text not null constraint series_code unique
    constraint series_code_form check (code ~ '^[a-z][a-z0-9-]{0,60}$'),
  kind text not null constraint series_kind check (kind in ('operations', 'running-total', 'measure')),
  -- Null is the region as a whole.
  state text constraint series_state check (state in ('KZ', 'KG', 'TJ', 'TM', 'UZ')),
  unit text not null constraint series_unit check (unit in ('people', 'families', 'percent')),
  title jsonb not null,
  definition jsonb not null,
  -- Somebody has looked, and nothing is published.
  nothing_published boolean not null default false,
  is_public boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table figures.statements (
  id uuid primary key,
  series_id uuid not null constraint statements_series references figures.series (id),
  operation text,
  -- ISO 8601: a day, a month, a year, or from one to another.
  stated_of text constraint statements_stated_of
    check (stated_of ~ '^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$'),
  origin text,
  -- {"total": {"manner": "exact", "value": 47}, ...}: as reported, in the shape of contract/figures/reported.ts.
  reported jsonb not null,
  sum_of text[] not null default '{}',
  source_url text not null constraint statements_url check (source_url ~ '^https?://'),
  publisher text not null,
  source_title text,
  source_language text,
  stated_on text,
  note text,
  supersedes uuid constraint statements_supersedes references figures.statements (id),
  stand text not null default 'current'
    constraint statements_stand check (stand in ('current', 'superseded', 'withdrawn')),
  preferred_reason text,
  -- Null where the preference came with the program's own file.
  preferred_by uuid constraint statements_preferred_by references access.accounts (id),
  preferred_at timestamptz,
  is_public boolean not null default false,
  version int not null default 1,
  created_by uuid constraint statements_creator references access.accounts (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint statements_preferred check (
    (preferred_reason is null) = (preferred_at is null) and (preferred_reason is null or stand = 'current'))
);
create index statements_by_series on figures.statements (series_id, operation, stated_of);
create index statements_by_supersedes on figures.statements (supersedes);
-- One preferred value of one thing. Events are one thing by name alone, which the program sees to.
create unique index statements_one_preferred
  on figures.statements (series_id, coalesce(operation, ''), coalesce(stated_of, ''))
  where preferred_reason is not null;

-- What a statement said before it was changed, and why it was.
create table figures.revisions (
  id uuid primary key,
  statement_id uuid not null constraint revisions_statement references figures.statements (id),
  version int not null,
  at timestamptz not null,
  account_id uuid,
  reason text,
  content jsonb not null,
  constraint revisions_version unique (statement_id, version)
);

alter table figures.series enable row level security;
create policy series_read_public on figures.series for select to {{server}} using (is_public);
create policy series_read on figures.series for select to {{server}}
  using ((select access.account_id()) is not null);
create policy series_add on figures.series for insert to {{server}}
  with check ((select access.may('figures.edit')));
create policy series_change on figures.series for update to {{server}} using ((select access.may('figures.edit')));

alter table figures.statements enable row level security;
-- The policies of the series hold inside: a public statement of a series that is not public stays inside.
create policy statements_read_public on figures.statements for select to {{server}} using (
  is_public and stand = 'current' and exists (select 1 from figures.series s where s.id = series_id and s.is_public));
create policy statements_read on figures.statements for select to {{server}}
  using ((select access.account_id()) is not null);
create policy statements_add on figures.statements for insert to {{server}}
  with check ((select access.may('figures.edit')));
create policy statements_change on figures.statements for update to {{server}}
  using ((select access.may('figures.edit')));

alter table figures.revisions enable row level security;
create policy revisions_read on figures.revisions for select to {{server}}
  using ((select access.account_id()) is not null);
create policy revisions_add on figures.revisions for insert to {{server}} with check (
  (select access.may('figures.edit')) and account_id = (select access.account_id()));

grant select, insert, update on figures.series, figures.statements to {{server}};
grant select, insert on figures.revisions to {{server}};
