-- Practices at a node are found by the keys of the hub's own analyser, and what the hub means by its words comes with them.

alter table exchange.practices add column keys text[] not null default '{}';
grant update (keys) on exchange.practices to {{server}};
create index practices_by_keys on exchange.practices using gin (keys);

-- The thesaurus and the domains as the hub has them: a newer one may know more than this program does.
create table exchange.definitions (
  id text primary key,
  revision int not null,
  body jsonb not null,
  changed_at timestamptz not null
);
do $$
declare
  clock constant text := '(select access.account_id()) is null';
begin
  call guidance.protect('exchange.definitions', '(select access.may(''practices.read'')) or ' || clock, clock, clock);
  execute 'create policy exchange_definitions_drop on exchange.definitions for delete to {{server}} using (' || clock || ')';
end
$$;
grant select, insert, update, delete on exchange.definitions to {{server}};
insert into exchange.changed (kind, item_id) values ('definition', '*'), ('practice', '*');

-- Where a practice is used is part of what is given out.
create trigger uses_given_out after insert or update of tried, worked on practices.uses for each row
  when (new.tried > 0) execute function exchange.note_change('practice', 'practice_id');
create trigger uses_taken_back after update of tried on practices.uses for each row
  when (old.tried > 0 and new.tried = 0) execute function exchange.note_change('practice', 'practice_id');
