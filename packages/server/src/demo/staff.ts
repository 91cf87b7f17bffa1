/** Agencies, teams and one invented account for every role of a national node, plus colleagues who carry the rest. */
import type { RoleName } from '@kerege/contract/access/roles'
import { addDays, idTime, timeOf } from './days.ts'
import { pools, type Sex } from './names/forms.ts'
import type { Random } from './random.ts'
import type { StateFacts } from './states.ts'
import { drafted, texts } from './texts.ts'
import type { DemoAccount, DemoAgency, DemoArea, DemoTeam } from './types.ts'

const agencyNames = {
  centre: texts(
    'Regional family support centre',
    'Региональный центр поддержки семьи',
    'Отбасын қолдау өңірлік орталығы',
    'Үй-бүлөнү колдоо аймактык борбору',
    'Маркази минтақавии дастгирии оила',
    'Maşgala goldaw sebit merkezi',
    'Oilani qoʻllab-quvvatlash mintaqaviy markazi',
  ),
  consular: texts(
    'Consular service',
    'Консульская служба',
    'Консулдық қызмет',
    'Консулдук кызмат',
    'Хадамоти консулӣ',
    'Konsullyk gullugy',
    'Konsullik xizmati',
  ),
  reception: texts(
    'Reception centre',
    'Центр приёма',
    'Қабылдау орталығы',
    'Кабыл алуу борбору',
    'Маркази қабул',
    'Kabul ediş merkezi',
    'Qabul markazi',
  ),
  coordination: texts(
    'National coordination office',
    'Национальный координационный офис',
    'Ұлттық үйлестіру кеңсесі',
    'Улуттук координация кеңсеси',
    'Дафтари миллии ҳамоҳангсозӣ',
    'Milli utgaşdyryş edarasy',
    'Milliy muvofiqlashtirish idorasi',
  ),
  health: texts(
    'District polyclinic',
    'Районная поликлиника',
    'Аудандық емхана',
    'Райондук поликлиника',
    'Дармонгоҳи ноҳиявӣ',
    'Etrap saglyk öýi',
    'Tuman poliklinikasi',
  ),
  psychology: texts(
    'Psychological support service',
    'Служба психологической поддержки',
    'Психологиялық қолдау қызметі',
    'Психологиялык колдоо кызматы',
    'Хадамоти дастгирии равонӣ',
    'Psihologik goldaw gullugy',
    'Psixologik yordam xizmati',
  ),
  school: texts('School', 'Школа', 'Мектеп', 'Мектеп', 'Мактаб', 'Mekdep', 'Maktab'),
  legal: texts(
    'Legal aid office',
    'Бюро юридической помощи',
    'Заң көмегі бюросы',
    'Юридикалык жардам бюросу',
    'Бюрои кумаки ҳуқуқӣ',
    'Hukuk kömegi edarasy',
    'Yuridik yordam byurosi',
  ),
  guardianship: texts(
    'Guardianship commission',
    'Комиссия по опеке',
    'Қорғаншылық жөніндегі комиссия',
    'Камкордук боюнча комиссия',
    'Комиссияи васоят',
    'Hossarlyk boýunça topar',
    'Vasiylik komissiyasi',
  ),
  ngo: texts(
    'Community organisation (invented)',
    'Общественная организация (вымышленная)',
    'Қоғамдық ұйым (ойдан шығарылған)',
    'Коомдук уюм (ойдон чыгарылган)',
    'Ташкилоти ҷамъиятӣ (бофта)',
    'Jemgyýetçilik guramasy (oýlanyp tapylan)',
    'Jamoat tashkiloti (oʻylab topilgan)',
  ),
  oversight: texts(
    "Ombudsperson's office",
    'Аппарат омбудсмена',
    'Омбудсмен кеңсесі',
    'Омбудсмен кеңсеси',
    'Дафтари омбудсмен',
    'Ombudsmeniň edarasy',
    'Ombudsman idorasi',
  ),
  city: texts(
    'City family support centre',
    'Городской центр поддержки семьи',
    'Отбасын қолдау қалалық орталығы',
    'Үй-бүлөнү колдоо шаардык борбору',
    'Маркази шаҳрии дастгирии оила',
    'Maşgala goldaw şäher merkezi',
    'Oilani qoʻllab-quvvatlash shahar markazi',
  ),
} as const
export type AgencyKey = keyof typeof agencyNames
const agencyKeys = Object.keys(agencyNames) as AgencyKey[]

interface Post {
  readonly key: string
  readonly role: RoleName
  readonly agency: AgencyKey
  /** Number of the centre's team, or the only one of its agency. */
  readonly team?: number | 'reception' | 'city'
  readonly sex?: Sex
}

/** One door of the start page for each role that has a room to enter. */
const doors: readonly Post[] = [
  { key: 'case-manager', role: 'caseManager', agency: 'centre', team: 0, sex: 'female' },
  { key: 'case-manager-2', role: 'caseManager', agency: 'centre', team: 0, sex: 'male' },
  { key: 'supervisor', role: 'supervisor', agency: 'centre', team: 0 },
  { key: 'national-coordinator', role: 'nationalCoordinator', agency: 'coordination' },
  { key: 'consular-officer', role: 'consularOfficer', agency: 'consular' },
  { key: 'operation-lead', role: 'operationLead', agency: 'consular' },
  { key: 'reception-officer', role: 'receptionOfficer', agency: 'reception', team: 'reception' },
  { key: 'psychologist', role: 'psychologist', agency: 'psychology', sex: 'female' },
  { key: 'doctor', role: 'doctor', agency: 'health' },
  { key: 'teacher', role: 'teacher', agency: 'school', sex: 'female' },
  { key: 'lawyer', role: 'lawyer', agency: 'legal' },
  { key: 'guardianship-officer', role: 'guardianshipOfficer', agency: 'guardianship' },
  { key: 'ngo-worker', role: 'ngoWorker', agency: 'ngo' },
  { key: 'ombudsperson', role: 'ombudsperson', agency: 'oversight' },
  { key: 'administrator', role: 'administrator', agency: 'coordination' },
]

export const centreTeams = 4
const managersPerTeam = 3

/** Colleagues without a door: the other case managers and supervisors. */
const ofTeams: readonly Post[] = Array.from({ length: centreTeams }, (_, team) => [
  ...Array.from(
    { length: team === 0 ? managersPerTeam - 2 : managersPerTeam },
    (_, at): Post => ({
      key: `case-manager-${team + 1}-${at + 1}`,
      role: 'caseManager',
      agency: 'centre',
      team,
    }),
  ),
  ...(team === 0
    ? []
    : [{ key: `supervisor-${team + 1}`, role: 'supervisor', agency: 'centre', team } as const]),
]).flat()
/** An answer to a complaint that was not enough is looked at by a second pair of eyes. */
const colleagues: readonly Post[] = [
  ...ofTeams,
  { key: 'ombudsperson-2', role: 'ombudsperson', agency: 'oversight' },
  // Agrees to the roles that the other one gives.
  { key: 'administrator-2', role: 'administrator', agency: 'coordination' },
]

/** A second centre, without families of its own: cases are handed on to it, and it is asked for help. */
const ofCity: readonly Post[] = [
  { key: 'supervisor-city', role: 'supervisor', agency: 'city', team: 'city' },
  { key: 'case-manager-city', role: 'caseManager', agency: 'city', team: 'city', sex: 'female' },
]
const cityDoor = 'supervisor-city'

export interface Staff {
  readonly agencies: DemoAgency[]
  readonly teams: DemoTeam[]
  readonly accounts: DemoAccount[]
  readonly agency: (key: AgencyKey) => string
  readonly receptionTeam: string
}

export function inventStaff(
  random: Random,
  facts: StateFacts,
  node: string,
  areas: readonly DemoArea[],
  today: string,
): Staff {
  // Staff were there before the first family was.
  const founded = idTime(timeOf(addDays(today, -1000)), today)
  const later = random.fork('city')
  const ids = new Map(agencyKeys.map(key => [key, (key === 'city' ? later : random).id(founded)]))
  const agency = (key: AgencyKey) => ids.get(key) ?? ''
  const agencies = agencyKeys.map(
    (key): DemoAgency => ({
      id: agency(key),
      name: drafted(agencyNames[key]),
      kind: key === 'ngo' ? 'ngo' : 'state',
    }),
  )
  const pool = pools[facts.mainTradition]
  const agencyOf = (at: number): AgencyKey =>
    at < centreTeams ? 'centre' : at === centreTeams ? 'reception' : 'city'
  const teams = Array.from(
    { length: centreTeams + 2 },
    (_, at): DemoTeam => ({
      id: (at > centreTeams ? later : random).id(founded),
      agencyId: agency(agencyOf(at)),
      name: facts.team(pool.stems[at * 7] ?? ''),
    }),
  )
  const receptionTeam = teams[centreTeams]?.id ?? ''
  const teamOf = ({ team }: Post) =>
    team === undefined
      ? undefined
      : teams[team === 'reception' ? centreTeams : team === 'city' ? centreTeams + 1 : team]?.id

  const taken = new Set<string>()
  const invent = (post: Post, random: Random, door: boolean): DemoAccount => {
    const team = teamOf(post)
    const region = typeof post.team === 'number' ? facts.regions[post.team] : undefined
    const given = random.pick(
      pool[post.sex ?? random.pick(['female', 'male'])].filter(one => !taken.has(one)),
    )
    taken.add(given)
    return {
      id: random.id(founded),
      hatId: random.id(founded),
      key: post.key,
      name: `${given} ${random.pick(pool.stems).charAt(0)}.`,
      email: `${post.key}@${node}.demo.example`,
      language: facts.language,
      role: post.role,
      agencyId: agency(post.agency),
      ...(team && { teamId: team }),
      areas: areas.filter(area => area.parent === region).map(area => area.code),
      door,
    }
  }
  const accounts = [
    ...[...doors, ...colleagues].map((post, at) => invent(post, random, at < doors.length)),
    ...ofCity.map(post => invent(post, later, post.key === cityDoor)),
  ]
  return { agencies, teams, accounts, agency, receptionTeam }
}
