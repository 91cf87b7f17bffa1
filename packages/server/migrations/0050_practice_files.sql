-- Words within the files beside a practice: read once by a thread of their own, kept by page, and found by whoever may read the file.

-- What became of a file: its words, or why it has none. A row "reading" that stays is of a process that did not come back from it.
create table practices.file_texts (
  attachment_id uuid primary key constraint file_texts_attachment references practices.attachments (id) on delete cascade,
  state text not null constraint file_texts_state check (state in ('reading', 'read', 'unreadable')),
  why text constraint file_texts_why check (why in ('encrypted', 'broken', 'no-words', 'too-heavy')),
  language text,
  -- Of a file that knows pages, and whether all of it was read or as much as one takes.
  pages int,
  whole boolean not null default true,
  analysis int not null default 0,
  at timestamptz not null,
  constraint file_texts_reason check ((state = 'unreadable') = (why is not null))
);
create table practices.file_pages (
  attachment_id uuid not null constraint file_pages_text references practices.file_texts (attachment_id) on delete cascade,
  ordinal int not null,
  page int,
  text text not null,
  keys text[] not null default '{}',
  primary key (attachment_id, ordinal)
);
create index file_pages_by_key on practices.file_pages using gin (keys);

alter table practices.file_texts enable row level security;
alter table practices.file_pages enable row level security;
-- As the file itself: the inner select runs under the policy of attachments.
create policy file_texts_read on practices.file_texts for select to {{server}} using (
  exists (select 1 from practices.attachments a where a.id = attachment_id));
create policy file_pages_read on practices.file_pages for select to {{server}} using (
  exists (select 1 from practices.attachments a where a.id = attachment_id));
grant select on practices.file_texts, practices.file_pages to {{server}};

-- The next file to read, marked so that another process takes another one, and one that brought a process down is not tried again.
create function practices.claim_file(types text[], now_at timestamptz)
returns table (id uuid, media_type text, language text, file_id uuid, size int, digest bytea, wrapped bytea)
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  update practices.file_texts t set state = 'unreadable', why = 'too-heavy' where t.state = 'reading' and t.at < now_at - interval '10 minutes';
  return query
    with next as (
      select a.id from practices.attachments a
      where a.file_id is not null and a.media_type = any (types) and not exists (select 1 from practices.file_texts t where t.attachment_id = a.id)
      order by a.created_at limit 1 for update skip locked
    ), mark as (
      insert into practices.file_texts (attachment_id, state, at) select n.id, 'reading', now_at from next n on conflict do nothing
      returning attachment_id
    )
    select a.id, a.media_type, a.language, a.file_id, a.size, a.digest, a.wrapped from practices.attachments a join mark m on m.attachment_id = a.id;
end
$$;

-- Its practice stands in the index without these words: it is written again.
create function practices.index_again(practice uuid) returns void security definer language sql set search_path = '' as $$
  update practices.index_practices i set analysis = 0 where i.practice_id = practice
$$;
create function practices.write_file_text(attachment uuid, its_state text, its_why text, its_language text, its_pages int, is_whole boolean,
  its_analysis int, page_numbers int[], texts text[], now_at timestamptz)
returns void security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  -- A file that was taken away meanwhile has no row.
  update practices.file_texts t set state = its_state, why = its_why, language = its_language, pages = its_pages, whole = is_whole,
    analysis = its_analysis, at = now_at where t.attachment_id = attachment;
  if found then
    delete from practices.file_pages p where p.attachment_id = attachment;
    insert into practices.file_pages (attachment_id, ordinal, page, text)
    select attachment, t.ordinal, t.page, t.text from unnest(page_numbers, texts) with ordinality as t (page, text, ordinal);
  end if;
end
$$;

-- Pages whose keys are of another analyser, for the node's own work; and their keys.
create function practices.pages_to_key(its_analysis int, most int) returns table (attachment_id uuid, ordinal int, language text, text text)
stable security definer language sql set search_path = '' as $$
  select p.attachment_id, p.ordinal, t.language, p.text from practices.file_texts t join practices.file_pages p on p.attachment_id = t.attachment_id
  where t.state = 'read' and t.analysis <> its_analysis and access.account_id() is null
    and t.attachment_id = (select o.attachment_id from practices.file_texts o where o.state = 'read' and o.analysis <> its_analysis
      order by o.attachment_id limit 1)
  order by p.ordinal limit most
$$;
create function practices.write_page_keys(attachment uuid, its_analysis int, ordinals int[], keys jsonb) returns void
security definer language plpgsql set search_path = '' as $$
begin
  if access.account_id() is not null then
    return;
  end if;
  update practices.file_pages p set keys = array(select jsonb_array_elements_text(k.keys))
  from unnest(ordinals) with ordinality as o (ordinal, at) cross join lateral (select write_page_keys.keys -> (o.at - 1)::int as keys) k
  where p.attachment_id = attachment and p.ordinal = o.ordinal;
  update practices.file_texts t set analysis = its_analysis where t.attachment_id = attachment;
  perform practices.index_again(a.practice_id) from practices.attachments a where a.id = attachment and a.since_edition is not null;
end
$$;

-- Under which keys the files of these practices stand that readers read, and on how many pages each.
create function practices.file_keys(those uuid[]) returns table (practice_id uuid, language text, keys text[], counts int[])
stable security definer language sql set search_path = '' as $$
  select k.practice_id, k.language, array_agg(k.key), array_agg(k.n) from (
    select a.practice_id, t.language, u.key, count(*)::int as n
    from practices.attachments a join practices.file_texts t on t.attachment_id = a.id and t.state = 'read'
    join practices.file_pages p on p.attachment_id = a.id cross join lateral unnest(p.keys) as u (key)
    where a.practice_id = any (those) and a.since_edition is not null and access.account_id() is null
    group by 1, 2, 3) k
  group by 1, 2
$$;

create function practices.file_was_removed() returns trigger security definer language plpgsql set search_path = '' as $$
begin
  perform practices.index_again(old.practice_id);
  return null;
end
$$;
create trigger attachments_out_of_index after delete on practices.attachments for each row when (old.since_edition is not null)
  execute function practices.file_was_removed();

-- Of each of these practices the page that has most of the words, among files that the actor may read. Words are told by their place.
create function practices.pages_found(those uuid[], asked text[], places int[])
returns table (practice_id uuid, attachment_id uuid, name text, language text, page int, text text, words int)
stable security definer language sql set search_path = '' as $$
  select distinct on (a.practice_id) a.practice_id, a.id, a.name, t.language, p.page, p.text, w.words
  from practices.attachments a join practices.file_texts t on t.attachment_id = a.id and t.state = 'read'
  join practices.file_pages p on p.attachment_id = a.id and p.keys && asked
  cross join lateral (select count(distinct u.place)::int as words from unnest(asked, places) as u (key, place) where u.key = any (p.keys)) w
  where a.practice_id = any (those) and a.since_edition is not null and practices.readable(a.practice_id)
  order by a.practice_id, w.words desc, a.created_at, a.id, p.ordinal
$$;

revoke all on function practices.claim_file(text[], timestamptz), practices.index_again(uuid),
  practices.write_file_text(uuid, text, text, text, int, boolean, int, int[], text[], timestamptz), practices.pages_to_key(int, int),
  practices.write_page_keys(uuid, int, int[], jsonb), practices.file_keys(uuid[]), practices.file_was_removed(),
  practices.pages_found(uuid[], text[], int[]) from public;
grant execute on function practices.claim_file(text[], timestamptz),
  practices.write_file_text(uuid, text, text, text, int, boolean, int, int[], text[], timestamptz), practices.pages_to_key(int, int),
  practices.write_page_keys(uuid, int, int[], jsonb), practices.file_keys(uuid[]), practices.pages_found(uuid[], text[], int[]) to {{server}};
