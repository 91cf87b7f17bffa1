-- Answering authorities (docs/decisions/0061-consent-and-who-was-told.md): what the page of a request asks, and an answer that is
-- prepared anew after its decision ran out or was taken back.

-- How many fields are proposed in all, so that those in shut sections are counted.
create function consents.proposed_size(request uuid) returns int stable security definer language sql set search_path = '' as $$
  select count(*)::int from consents.request_fields f where f.request_id = request
    and access.may('consents.read') and consents.hears_of_requests(f.person_id)
$$;

-- The decision that waits, for those who may know of the request.
create function consents.pending_release(request uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select a.id from approvals.approvals a join consents.requests r on r.id = a.subject_id
  where a.kind = 'authority-request' and a.subject_id = request and a.state = 'pending'
    and access.may('consents.read') and consents.hears_of_requests(r.person_id)
$$;

-- Nobody decides any more: the answer is prepared anew, by whoever answers.
create function consents.take_up(request uuid) returns void security definer language plpgsql set search_path = '' as $$
declare
  held consents.requests;
begin
  select r.* into held from consents.requests r where r.id = request for update;
  if held.id is null or not coalesce(access.may('requests.answer') and consents.hears_of_requests(held.person_id), false) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if held.state <> 'asked' or exists (
    select 1 from approvals.approvals a where a.kind = 'authority-request' and a.subject_id = request and a.state = 'pending') then
    raise exception 'the request has moved' using errcode = '40001';
  end if;
  update consents.requests r set state = 'recorded' where r.id = request;
end
$$;

revoke all on function consents.proposed_size(uuid), consents.pending_release(uuid), consents.take_up(uuid) from public;
grant execute on function consents.proposed_size(uuid), consents.pending_release(uuid), consents.take_up(uuid) to {{server}};
