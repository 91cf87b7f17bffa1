-- Practices: the ground that their parts stand on. An agency at the hub may belong to a state: what is for people of one state
-- only, who confirms and who takes up is told by it.

create schema practices;
grant usage on schema practices to {{server}};

alter table access.agencies add column country text constraint agencies_country check (country ~ '^[A-Z]{2}$');
-- Set by who administers accounts, as the rest of an agency is.
grant update (country) on access.agencies to {{server}};
create policy agencies_country on access.agencies for update to {{server}} using ((select access.may('accounts.administer')));

-- The state whose people the actor belongs to; null where there is none.
create function practices.my_country() returns text stable security definer language sql set search_path = '' as $$
  select a.country from access.agencies a where a.id = access.actor_agency()
$$;
revoke all on all functions in schema practices from public;
grant execute on function practices.my_country() to {{server}};
