-- A place that is named in two scripts is one place: keys of adoptions as the program writes them now (contract/practices/adoption/rules.ts).

create function practices.place_key_now(place text) returns text immutable language sql set search_path = '' as $$
  select btrim(regexp_replace(regexp_replace(
    replace(replace(replace(replace(replace(replace(
      normalize(
        translate(
          replace(replace(replace(replace(replace(replace(replace(replace(
            regexp_replace(lower(normalize(place, NFKC)), '[ʻʼ''’‘`]', '', 'g'),
            'ё', 'yo'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'yu'), 'я', 'ya'), 'ç', 'ch'), 'ş', 'sh'),
          'аәбвгғдежҗҷзиӣйіїкқлмнңоөпрстуұүӯўфхҳһцыэäəáğǵıïňñŋöóõüūúýžqxwъь',
          'aabvggdejjjziiyiikklmnnooprstuuuuofhhhsieaaaggiinnnooouuuyjkhv'),
        NFD),
      'kh', 'h'), 'gh', 'g'), 'dzh', 'j'), 'zh', 'j'), 'dj', 'j'), '_', ' '),
    '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;
do $body$
declare
  a record;
begin
  for a in select x.id, x.practice_id, regexp_replace(practices.place_key_now(x.place), '(?<![aeiou])y(?![aeiou])', 'i', 'g') as key
    from practices.adoptions x
  loop
    -- Of two that an agency keeps at one place under two spellings the second stays what it is, until somebody ends it.
    begin
      update practices.adoptions x set place_key = a.key where x.id = a.id and x.place_key <> a.key and a.key <> '';
    exception when unique_violation then null;
    end;
  end loop;
  perform practices.count_uses(p.practice_id) from (select distinct x.practice_id from practices.adoptions x) p;
end
$body$;
drop function practices.place_key_now(text);
