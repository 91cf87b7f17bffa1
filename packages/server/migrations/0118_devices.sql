-- Browsers from which somebody has signed in before: chance that the browser keeps, as a hash. No fingerprint, no address.
create table access.known_devices (
  account_id uuid not null constraint known_devices_account references access.accounts (id) on delete cascade,
  hash bytea not null,
  seen_at timestamptz not null default now(),
  constraint known_devices_key primary key (account_id, hash)
);
alter table access.known_devices enable row level security;

-- Notes the device. True where it is new and another one was known before: the first one of all surprises nobody.
create function access.know_device(account uuid, device bytea) returns boolean security definer language plpgsql set search_path = '' as $$
declare
  others boolean := exists (select 1 from access.known_devices d where d.account_id = account and d.hash <> device);
begin
  update access.known_devices d set seen_at = now() where d.account_id = account and d.hash = device;
  if found then
    return false;
  end if;
  insert into access.known_devices (account_id, hash) values (account, device) on conflict do nothing;
  return others;
end
$$;
-- As long as a browser keeps it.
create function access.forget_devices() returns void security definer language sql set search_path = '' as $$
  delete from access.known_devices where seen_at < now() - interval '400 days'
$$;
revoke all on function access.know_device(uuid, bytea), access.forget_devices() from public;
grant execute on function access.know_device(uuid, bytea), access.forget_devices() to {{server}};

alter table access.sessions add column new_device boolean not null default false;
grant select (new_device) on access.sessions to {{server}};
