-- The audit log for third parties: roots of its full subtrees, 256 to one, so that a tile or a proof over millions of entries
-- reads some hundred hashes and not millions. Everything here follows from audit.leaves; `kerege log check` computes it again.

create table audit.subtrees (
  -- 1: each covers 256 leaves, 2: each covers 65,536, and so on.
  level smallint not null constraint subtrees_level check (level between 1 and 7),
  number bigint not null constraint subtrees_number check (number >= 0),
  hash bytea not null constraint subtrees_hash check (octet_length(hash) = 32),
  primary key (level, number)
);
create trigger subtrees_append_only before update or delete on audit.subtrees for each row execute function audit.refuse_change();
grant select, insert on audit.subtrees to {{server}};
