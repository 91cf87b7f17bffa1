-- A code of an authenticator holds for a minute and a half, so that three are right at once. Each is good once, also when a later one was
-- used already: hashes of the last that were taken are kept, the newest first, and not of the very last alone.
alter table access.accounts add column used_codes bytea[] not null default '{}';
update access.accounts set used_codes = array[last_code] where last_code is not null;
grant update (used_codes) on access.accounts to {{server}};
alter table access.accounts drop column last_code;
