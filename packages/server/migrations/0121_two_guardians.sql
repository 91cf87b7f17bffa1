-- An act of sharing may rest on the answers of two carers who each allowed a part of it.
alter table consents.disclosures add column also uuid[] not null default '{}';

-- Tells: once more everything that the rules asked, with every answer held still, so that one that is taken back meanwhile stops it.
drop function consents.tell(uuid, uuid, uuid, text, uuid, text, date, text, text, jsonb, timestamptz);
create function consents.tell(fresh uuid, person uuid, its_contact uuid, its_purpose text, rests uuid[], why text, day date, its_how text,
  its_language text, fields jsonb, moment timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
declare
  held consents.consents;
  classes text[] := '{}';
  found int := 0;
  receiver consents.contacts;
begin
  select c.* into receiver from consents.contacts c where c.id = its_contact and c.closed_at is null for share;
  if receiver.id is null or not coalesce(access.may('disclosures.make') and access.covers('read', 'contact', person), false)
    or exists (select 1 from jsonb_array_elements(fields) f where not access.covers('read', f ->> 'compartment', person)) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  -- In one order, whoever tells: two who tell at once never wait for each other.
  for held in select c.* from consents.consents c where c.id = any (rests) and c.person_id = person order by c.id for share loop
    found := found + 1;
    if held.withdrawn_at is not null or held.custody_ended_at is not null or held.since > day or held.until < day
      or held.kind not in ('consent', 'other-basis') or not its_purpose = any (held.purposes)
      or not (receiver.kind = any (held.recipients) or receiver.id = any (held.contacts)) then
      raise exception 'the consent has moved' using errcode = '40001';
    end if;
    classes := classes || held.classes;
  end loop;
  if found = 0 or found <> cardinality(rests) then
    raise exception 'not open to the actor' using errcode = '42501';
  end if;
  if exists (select 1 from jsonb_array_elements(fields) f where not (f ->> 'compartment') = any (classes)) then
    raise exception 'the consent has moved' using errcode = '40001';
  end if;
  insert into consents.disclosures (id, person_id, contact_id, recipient, purpose, consent_id, also, despite, told_on, how, language, account_id, at)
  values (fresh, person, receiver.id, receiver.kind, its_purpose, rests[1], rests[2:], why, day, its_how, its_language, access.account_id(), moment);
  insert into consents.told (disclosure_id, person_id, recipient, field, compartment, value)
  select fresh, person, receiver.kind, f ->> 'field', f ->> 'compartment', f ->> 'value' from jsonb_array_elements(fields) f;
end
$$;
revoke all on function consents.tell(uuid, uuid, uuid, text, uuid[], text, date, text, text, jsonb, timestamptz) from public;
grant execute on function consents.tell(uuid, uuid, uuid, text, uuid[], text, date, text, text, jsonb, timestamptz) to {{server}};

-- Whoever takes a consent back calls for telling those who were told on it, alone or together with another.
create or replace function consents.call_withdrawn(consent uuid, due_on date, moment timestamptz)
returns uuid security definer language plpgsql set search_path = '' as $$
declare
  held consents.consents;
begin
  select c.* into held from consents.consents c where c.id = consent and c.withdrawn_by = access.account_id();
  if held.id is null or not exists (
    select 1 from consents.disclosures d where d.person_id = held.person_id and (d.consent_id = consent or consent = any (d.also))) then
    return null;
  end if;
  return consents.call(held.person_id, consent, 'withdrawn', due_on, moment, held.withdrawn_by);
end
$$;
