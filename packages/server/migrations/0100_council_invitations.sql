-- A delegation answers its own invitation, and takes off the list whom it sends no more: names stay no longer than they
-- are needed. Inviting, and taking an answer back to none, stay with those who prepare the session.

create policy council_invitations_answer on council.invitations for update to {{server}}
  using (party_id in (select council.my_parties()))
  with check (party_id in (select council.my_parties()) and state in ('confirmed', 'declined'));

-- Who was written down as present, or as absent, belongs to the record.
create policy council_participants_remove on council.participants for delete to {{server}}
  using (attended is null
    and ((select access.may('council.prepare')) or party_id in (select council.my_parties())));
grant delete on council.participants to {{server}};
