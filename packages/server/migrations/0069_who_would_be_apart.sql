-- Nobody agrees to divide a family without knowing which: who asked for it and who decides on it are told who belongs to it. Whether
-- their names are open is for the policy of persons.
create function repatriation.would_be_apart(division uuid) returns table (person_id uuid, head boolean)
stable security definer language sql set search_path = '' as $$
  select m.person_id, m.head
    from repatriation.divisions d
    cross join lateral (
      select l.person_id, l.head from repatriation.lines l
       where l.family_id = d.family_id and l.state not in ('refused', 'not-boarded', 'taken-off')
      union all
      select h.person_id, false from people.household_members h where h.household_id = d.household_id and h.valid_to is null) m
   where d.id = division
     and (d.asked_by = access.account_id() or approvals.may_decide(d.approval_id) or approvals.took_part(d.approval_id))
$$;
revoke all on function repatriation.would_be_apart(uuid) from public;
grant execute on function repatriation.would_be_apart(uuid) to {{server}};
