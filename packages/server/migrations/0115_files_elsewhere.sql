-- Files may lie in a store at the other end of a line (docs/decisions/0115-papers-in-a-bucket.md): a file that was claimed to be read, and
-- could not be fetched, is claimed again another time.
create function practices.leave_file(attachment uuid) returns void security definer language sql set search_path = '' as $$
  delete from practices.file_texts t where t.attachment_id = attachment and t.state = 'reading' and access.account_id() is null
$$;
revoke all on function practices.leave_file(uuid) from public;
grant execute on function practices.leave_file(uuid) to {{server}};
