-- What a node keeps of the hub's practices is found by how words begin and by keys. Below a policy no index answers for either, so the texts of the whole
-- library were read for each question: both are vectors now, and what has them is found below the policy, which is repeated there.

-- Words longer than that are met by their first letters; a lexeme has an end.
create function exchange.beginnings(folded text) returns tsvector immutable parallel safe language sql set search_path = '' as $$
  select coalesce(pg_catalog.array_to_tsvector(pg_catalog.array_agg(distinct pg_catalog.left(w, 60))), '')
  from pg_catalog.unnest(pg_catalog.string_to_array(folded, ' ')) w where w <> ''
$$;
-- All words of what was typed, each as a beginning; nothing where there is no word.
create function exchange.beginning_with(said text) returns tsquery immutable parallel safe language sql set search_path = '' as $$
  select pg_catalog.string_agg(pg_catalog.left(w, 60) || ':*', ' & ')::tsquery
  from pg_catalog.unnest(pg_catalog.string_to_array(council.folded(said), ' ')) w where w <> ''
$$;
alter table exchange.practices
  add column begins tsvector not null generated always as (exchange.beginnings(folded)) stored,
  add column meant tsvector not null generated always as (array_to_tsvector(keys)) stored;
create index practices_by_begins on exchange.practices using gin (begins);
create index practices_by_meant on exchange.practices using gin (meant);
drop index exchange.practices_by_keys;

-- Practices with beginnings of all words, or with what they mean: `meaning` is a question to the keys, empty where there is none. The policy of the
-- table. A scan would unpack every vector to look into it, which the planner does not count.
create function exchange.held_with(said text, meaning text) returns setof uuid
stable security definer language plpgsql set search_path = '' set enable_seqscan = off as $$
declare
  its_beginnings constant tsquery := exchange.beginning_with(said);
  its_meaning constant tsquery := nullif(meaning, '')::tsquery;
begin
  if not (access.may('practices.read') or access.account_id() is null) then
    return;
  end if;
  return query select p.id from exchange.practices p where p.begins @@ its_beginnings or p.meant @@ its_meaning;
end
$$;
revoke all on function exchange.beginnings(text), exchange.beginning_with(text), exchange.held_with(text, text) from public;
grant execute on function exchange.beginnings(text), exchange.beginning_with(text), exchange.held_with(text, text) to {{server}};
