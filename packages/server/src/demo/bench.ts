/**
 * As many people as a benchmark asks for, one family at a time, so that memory stays flat. Names are spread as in
 * a real people: a few are very common, most are rare. Never shown to anybody.
 */
import { addDays, momentOf, timeOf } from './days.ts'
import { type Choice, inventFamily } from './families.ts'
import { type DemoRelation, inventRelations } from './kinship.ts'
import { pools, surnameForms, surnameText } from './names/forms.ts'
import { type Tradition, words } from './names/pool.ts'
import { inventHome, inventSections } from './person.ts'
import { type Random, random } from './random.ts'
import { states } from './states.ts'
import type { DemoAgency, DemoHousehold, DemoPerson, DemoTeam } from './types.ts'

export interface BenchGround {
  readonly agencies: readonly DemoAgency[]
  readonly teams: readonly DemoTeam[]
  /** Region codes: all of one state, as a node has them. */
  readonly areas: readonly string[]
}

export interface BenchFamily {
  readonly household: DemoHousehold
  readonly people: readonly DemoPerson[]
  readonly relations: readonly DemoRelation[]
}

const traditions: readonly (readonly [Tradition, number])[] = [
  ['kazakh', 27],
  ['uzbek', 33],
  ['kyrgyz', 15],
  ['tajik', 17],
  ['slavic', 5],
  ['uyghur', 2],
  ['dungan', 1],
]

/** Halves of which given names are made: first halves for both, second halves for women and for men. */
type Halves = Readonly<Record<'first' | 'female' | 'male', readonly string[]>>
const halves: Partial<Record<Tradition, Halves>> = {
  kazakh: {
    first: words('Ай Нұр Гүл Жан Бал Ақ Күн Бек Ер Дос Бай Қан Тоқ Сәр Әл Арай Алтын'),
    female: words('нұр гүл жан ару сұлу бике тай шат дана күміс'),
    male: words('лан бек тай мұрат жан дос болат сұлтан бай әлі'),
  },
  uzbek: {
    first: words('Gul Dil Nur Oy Zar Sher Jahon Bek Xur Shah Far Ray Sar Od Muh'),
    female: words('noza bahor chehra oy nora shoda bonu nigor rux gul'),
    male: words('murod bek zod mirzo jon iyor shod ali boy xon'),
  },
  kyrgyz: {
    first: words('Ай Нур Гүл Жан Бек Кан Эр Тур Ак Кумуш Алтын Таал Сый'),
    female: words('пери гүл жан сулуу бүбү кыз зада ай нур ара'),
    male: words('бек лан жан мат болот сур алы кул тай дар'),
  },
  tajik: {
    first: words('Гул Дил Нур Шоҳ Зеб Фарз Хуш Баҳр Соҳиб Сафар Ис Ҷон'),
    female: words('рухсор бону нисо чеҳра моҳ нора афрӯз ноза биби ҷаҳон'),
    male: words('мад шод шоҳ дод бек алӣ ҷон мурод назар ёр'),
  },
}

const unevenly: Choice = {
  given(chance, tradition, sex) {
    const made = halves[tradition]
    return made && chance.chance(0.35)
      ? chance.common(made.first) + chance.pick(made[sex])
      : chance.common(pools[tradition][sex])
  },
  surname(chance, tradition) {
    const { stems } = pools[tradition]
    // Two words in one surname give the long tail of rare ones.
    const stem =
      tradition !== 'slavic' && chance.chance(0.55)
        ? chance.pick(stems) + chance.pick(stems).toLowerCase()
        : chance.common(stems)
    return { tradition, stem, form: chance.weighted(surnameForms[tradition]) }
  },
}

/** 20 agencies with 20 teams each: with 200,000 people a team has about 500. */
export function benchGround(seed: string, today: string): BenchGround {
  const chance = random(`${seed}/ground`)
  const founded = timeOf(today) - 1000 * 86_400_000
  const agencies = Array.from({ length: 20 }, (_, at): DemoAgency => {
    const name = { en: { text: `Support centre ${at + 1} (invented)`, state: 'draft' as const } }
    return { id: chance.id(founded), name, kind: 'state' }
  })
  const teams = agencies.flatMap(({ id: agencyId }) =>
    Array.from(
      { length: 20 },
      (_, at): DemoTeam => ({ id: chance.id(founded), agencyId, name: `Team ${at + 1}` }),
    ),
  )
  return { agencies, teams, areas: states.kz.regions }
}

/** Families until together they have `count` people; the last one may be cut short. */
export function* generateFamilies(
  seed: string,
  count: number,
  today: string,
  ground: BenchGround = benchGround(seed, today),
): Generator<BenchFamily> {
  const chance = random(`${seed}/people`)
  for (let left = count; left > 0; ) {
    const family = benchFamily(chance, today, ground, left)
    left -= family.people.length
    yield family
  }
}

export function* generatePeople(
  seed: string,
  count: number,
  today: string,
  ground?: BenchGround,
): Generator<DemoPerson> {
  for (const { people } of generateFamilies(seed, count, today, ground)) yield* people
}

function benchFamily(chance: Random, today: string, ground: BenchGround, most: number): BenchFamily {
  const family = inventFamily(chance, today, traditions, unevenly)
  const home = inventHome(chance, states.kz)
  const team = chance.pick(ground.teams)
  const area = chance.pick(ground.areas)
  const opened = addDays(today, -chance.int(1, 1500))
  const createdAt = momentOf(opened, chance.int(0, 80_000))
  const householdId = chance.id(timeOf(opened))
  const [head] = family.members
  const name = head ? surnameText(head.surname, head.sex) : ''
  const people = family.members.slice(0, most).map(
    (member): DemoPerson => ({
      id: chance.id(Date.parse(createdAt)),
      agencyId: team.agencyId,
      teamId: team.id,
      area,
      householdId,
      householdRole: member.role,
      ...inventSections(chance, states.kz, family, member, home, today),
      createdAt,
      updatedAt: createdAt,
    }),
  )
  const relations = inventRelations(chance.fork(householdId), {
    family,
    ids: people.map(({ id }) => id),
    language: states.kz.language,
    today,
    createdAt,
    time: Date.parse(createdAt),
  })
  return { household: { id: householdId, name, createdAt, updatedAt: createdAt }, people, relations }
}
