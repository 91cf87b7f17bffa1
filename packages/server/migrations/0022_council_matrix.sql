-- Who does what where: initiatives under pillars, kept by their lead organisations. And what is meant to come of it:
-- outcomes, outputs and indicators with what states report. Programmes only; no person is in any of it.

-- ---------------------------------------------------------------- pillars
create table council.pillars (
  id uuid primary key,
  code text not null constraint pillars_code unique,
  name jsonb not null,
  source text,
  source_url text,
  ordinal int not null,
  retired boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null
);

-- The default: the four pillars of the Strategy, along which the Joint Plan of Action is written. Our renderings, unchecked.
insert into council.pillars (id, code, name, source, source_url, ordinal, updated_at)
select p.id::uuid, p.code, p.name::jsonb,
  'Joint Plan of Action of Central Asia (30 November 2011, updated 3 March 2022), pillars of A/RES/60/288',
  'https://unowas.unmissions.org/en/unrcca/counter-terrorism', p.ordinal, now()
from (values
  ('019aba00-0000-7000-8000-000000000001', 'I', 1, $j${
    "en": {"text": "Conditions conducive to the spread of terrorism: addressing them", "state": "draft"},
    "ru": {"text": "Устранение условий, способствующих распространению терроризма", "state": "draft"},
    "kk": {"text": "Терроризмнің таралуына ықпал ететін жағдайларды жою", "state": "draft"},
    "ky": {"text": "Терроризмдин жайылышына түрткү болгон шарттарды жоюу", "state": "draft"},
    "tg": {"text": "Рафъи шароите, ки ба паҳншавии терроризм мусоидат мекунад", "state": "draft"},
    "tk": {"text": "Terrorizmiň ýaýramagyna ýardam edýän şertleri aradan aýyrmak", "state": "draft"},
    "uz": {"text": "Terrorizm tarqalishiga olib keladigan sharoitlarni bartaraf etish", "state": "draft"}}$j$),
  ('019aba00-0000-7000-8000-000000000002', 'II', 2, $j${
    "en": {"text": "Preventing and combating terrorism", "state": "draft"},
    "ru": {"text": "Предотвращение терроризма и борьба с ним", "state": "draft"},
    "kk": {"text": "Терроризмнің алдын алу және оған қарсы күрес", "state": "draft"},
    "ky": {"text": "Терроризмдин алдын алуу жана ага каршы күрөшүү", "state": "draft"},
    "tg": {"text": "Пешгирии терроризм ва мубориза бо он", "state": "draft"},
    "tk": {"text": "Terrorizmiň öňüni almak we oňa garşy göreşmek", "state": "draft"},
    "uz": {"text": "Terrorizmning oldini olish va unga qarshi kurashish", "state": "draft"}}$j$),
  ('019aba00-0000-7000-8000-000000000003', 'III', 3, $j${
    "en": {"text": "Capacity of states and the role of the United Nations", "state": "draft"},
    "ru": {"text": "Потенциал государств и роль Организации Объединённых Наций", "state": "draft"},
    "kk": {"text": "Мемлекеттердің әлеуеті және Біріккен Ұлттар Ұйымының рөлі", "state": "draft"},
    "ky": {"text": "Мамлекеттердин дарамети жана Бириккен Улуттар Уюмунун ролу", "state": "draft"},
    "tg": {"text": "Иқтидори давлатҳо ва нақши Созмони Милали Муттаҳид", "state": "draft"},
    "tk": {"text": "Döwletleriň mümkinçilikleri we Birleşen Milletler Guramasynyň orny", "state": "draft"},
    "uz": {"text": "Davlatlar salohiyati va Birlashgan Millatlar Tashkilotining oʻrni", "state": "draft"}}$j$),
  ('019aba00-0000-7000-8000-000000000004', 'IV', 4, $j${
    "en": {"text": "Human rights for all and the rule of law", "state": "draft"},
    "ru": {"text": "Права человека для всех и верховенство права", "state": "draft"},
    "kk": {"text": "Баршаға бірдей адам құқықтары және заң үстемдігі", "state": "draft"},
    "ky": {"text": "Баарына бирдей адам укуктары жана мыйзам үстөмдүгү", "state": "draft"},
    "tg": {"text": "Ҳуқуқи инсон барои ҳама ва волоияти қонун", "state": "draft"},
    "tk": {"text": "Hemmeler üçin adam hukuklary we kanunyň ileri tutulmagy", "state": "draft"},
    "uz": {"text": "Hamma uchun inson huquqlari va qonun ustuvorligi", "state": "draft"}}$j$)
) p (id, code, ordinal, name);

-- ---------------------------------------------------------------- initiatives
create table council.initiatives (
  id uuid primary key,
  pillar_id uuid not null constraint initiatives_pillar references council.pillars (id),
  title jsonb not null,
  description jsonb,
  -- Whose row it is.
  lead_id uuid not null constraint initiatives_lead references council.parties (id),
  partner_ids uuid[] not null default '{}',
  -- States and areas of them: KZ, KZ-71.
  places text[] not null constraint initiatives_places check (cardinality(places) > 0),
  status text not null constraint initiatives_status check (status in ('planned', 'running', 'ended', 'stopped')),
  kind text not null,
  groups text[] not null,
  from_day date not null,
  to_day date,
  budget text,
  funding text,
  contact text,
  plans text[] not null default '{}',
  action_ids uuid[] not null default '{}',
  decision_ids uuid[] not null default '{}',
  is_public boolean not null default false,
  stand text not null default 'current' constraint initiatives_stand check (stand in ('current', 'withdrawn')),
  withdrawn_because text,
  -- Words of title and description without their script, written by the program.
  folded text not null,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint initiatives_period check (to_day is null or to_day >= from_day),
  constraint initiatives_end check (status in ('planned', 'running') or to_day is not null)
);
create index initiatives_by_start on council.initiatives (from_day desc, id desc);
create index initiatives_by_lead on council.initiatives (lead_id);

-- What a row said before it was changed: the cells of its sheet.
create table council.initiative_revisions (
  id uuid primary key,
  initiative_id uuid not null constraint initiative_revisions_of references council.initiatives (id),
  version int not null,
  at timestamptz not null,
  account_id uuid not null,
  reason text,
  cells jsonb not null,
  constraint initiative_revisions_version unique (initiative_id, version)
);
create trigger initiative_revisions_keep before update or delete on council.initiative_revisions
  for each row execute function council.refuse_change();

-- Whoever prepares keeps all rows; a partner its own; a delegation its own, and only about its own state.
create function council.may_keep(lead uuid, places text[]) returns boolean
stable security definer language sql set search_path = '' as $$
  select access.may('council.prepare') or (access.may('council.speak') and exists (
    select 1 from council.parties p
    where p.id = lead and p.id in (select council.my_parties())
      and (p.classification = 'partner' or (p.classification = 'member'
        and not exists (select 1 from unnest(places) place where left(place, 2) is distinct from p.country)))))
$$;

-- ---------------------------------------------------------------- results
create table council.results (
  id uuid primary key,
  kind text not null constraint results_kind check (kind in ('outcome', 'output')),
  pillar_id uuid constraint results_pillar references council.pillars (id),
  parent_id uuid constraint results_parent references council.results (id),
  code text not null constraint results_code unique,
  title jsonb not null,
  retired boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint results_place check (case kind when 'outcome' then pillar_id is not null and parent_id is null
    else pillar_id is null and parent_id is not null end)
);

create table council.indicators (
  id uuid primary key,
  output_id uuid not null constraint indicators_output references council.results (id),
  code text not null constraint indicators_code unique,
  title jsonb not null,
  definition jsonb not null,
  -- Of programmes. There is no unit for people.
  unit text not null constraint indicators_unit check (unit in ('number', 'percent', 'days')),
  disaggregation jsonb,
  source jsonb,
  frequency text not null constraint indicators_frequency check (frequency in ('year', 'half-year', 'quarter')),
  action_ids uuid[] not null default '{}',
  retired boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null
);
create index indicators_by_output on council.indicators (output_id);

-- What a state says, a row each time it says it: a correction is the next number, and no row says "not reported".
create table council.indicator_values (
  id uuid primary key,
  indicator_id uuid not null constraint indicator_values_indicator references council.indicators (id),
  state text not null constraint indicator_values_state check (state in ('KZ', 'KG', 'TJ', 'TM', 'UZ')),
  aspect text not null constraint indicator_values_aspect check (aspect in ('baseline', 'target', 'actual')),
  period text not null constraint indicator_values_period check (period ~ '^\d{4}(-(H[12]|Q[1-4]))?$'),
  number int not null,
  -- Null takes back what was said: not reported again.
  value numeric(14, 2) constraint indicator_values_value check (value >= 0),
  note text,
  reason text,
  account_id uuid not null,
  at timestamptz not null,
  constraint indicator_values_once unique (indicator_id, state, aspect, period, number)
);
create trigger indicator_values_keep before update or delete on council.indicator_values
  for each row execute function council.refuse_change();

-- What the secretariat says of it, once for each time it was said.
create table council.value_checks (
  value_id uuid primary key constraint value_checks_value references council.indicator_values (id),
  verdict text not null constraint value_checks_verdict check (verdict in ('checked', 'returned')),
  words text,
  account_id uuid not null,
  at timestamptz not null
);
create trigger value_checks_keep before update or delete on council.value_checks
  for each row execute function council.refuse_change();

-- A delegation speaks of its own state.
create function council.may_report(state text) returns boolean
stable security definer language sql set search_path = '' as $$
  select access.may('council.prepare') or (access.may('council.speak') and exists (
    select 1 from council.parties p
    where p.country = state and p.classification = 'member' and p.id in (select council.my_parties())))
$$;

-- Two eyes see what two others wrote: nobody checks their own entry.
create function council.said_by(said uuid) returns uuid stable security definer language sql set search_path = '' as $$
  select v.account_id from council.indicator_values v where v.id = said
$$;

-- ---------------------------------------------------------------- who
do $$
declare
  reads constant text := '(select access.may(''council.read''))';
  prepares constant text := '(select access.may(''council.prepare''))';
begin
  call council.protect('council.pillars', reads, prepares);
  call council.protect('council.initiatives', reads, 'council.may_keep(lead_id, places)');
  call council.protect('council.initiative_revisions', reads,
    'account_id = (select access.account_id()) and exists (select 1 from council.initiatives i
      where i.id = initiative_id and council.may_keep(i.lead_id, i.places))');
  call council.protect('council.results', reads, prepares);
  call council.protect('council.indicators', reads, prepares);
  call council.protect('council.indicator_values', reads,
    'account_id = (select access.account_id()) and council.may_report(state)');
  call council.protect('council.value_checks', reads, 'account_id = (select access.account_id()) and ' || prepares
    || ' and council.said_by(value_id) <> (select access.account_id())');
end
$$;

-- In public: rows that are marked so, and whom they name.
create policy pillars_read_public on council.pillars for select to {{server}} using (true);
create policy initiatives_read_public on council.initiatives for select to {{server}} using (is_public and stand = 'current');
create policy parties_read_named on council.parties for select to {{server}} using (
  exists (select 1 from council.initiatives i where i.is_public and i.stand = 'current'
    and (i.lead_id = parties.id or parties.id = any (i.partner_ids))));

revoke all on function council.may_keep(uuid, text[]), council.may_report(text), council.said_by(uuid) from public;
grant execute on function council.may_keep(uuid, text[]), council.may_report(text), council.said_by(uuid) to {{server}};
grant select, insert on council.pillars, council.initiatives, council.initiative_revisions, council.results,
  council.indicators, council.indicator_values, council.value_checks to {{server}};
grant update (code, name, source, source_url, ordinal, retired, version, updated_at) on council.pillars to {{server}};
grant update (pillar_id, title, description, lead_id, partner_ids, places, status, kind, groups, from_day, to_day, budget,
  funding, contact, plans, action_ids, decision_ids, is_public, stand, withdrawn_because, folded, version, updated_at)
  on council.initiatives to {{server}};
grant update (pillar_id, parent_id, code, title, retired, version, updated_at) on council.results to {{server}};
grant update (output_id, code, title, definition, unit, disaggregation, source, frequency, action_ids, retired, version,
  updated_at) on council.indicators to {{server}};
