/** The invented hub: accounts of the Council's people and their papers. Nobody's family, nobody's name from a file. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { Language } from '@kerege/contract/common'
import { addDays, idTime, timeOf } from './days.ts'
import { pools } from './names/forms.ts'
import type { Tradition } from './names/pool.ts'
import { airlineLatin } from './names/spell.ts'
import { random } from './random.ts'
import { drafted, texts } from './texts.ts'
import type { DemoAccount, DemoAgency, DemoNode } from './types.ts'
import { inventNotifications, inventTasks } from './work.ts'

const agencyNames = {
  secretariat: texts(
    'Secretariat of the Council',
    'Секретариат Совета',
    'Кеңестің хатшылығы',
    'Кеңештин катчылыгы',
    'Котиботи Шӯро',
    'Geňeşiň sekretariaty',
    'Kengash kotibiyati',
  ),
  kz: texts(
    'Delegation of Kazakhstan',
    'Делегация Казахстана',
    'Қазақстан делегациясы',
    'Казакстан делегациясы',
    'Ҳайати Қазоқистон',
    'Gazagystanyň wekiliýeti',
    'Qozogʻiston delegatsiyasi',
  ),
  kg: texts(
    'Delegation of Kyrgyzstan',
    'Делегация Кыргызстана',
    'Қырғызстан делегациясы',
    'Кыргызстан делегациясы',
    'Ҳайати Қирғизистон',
    'Gyrgyzystanyň wekiliýeti',
    'Qirgʻiziston delegatsiyasi',
  ),
  tj: texts(
    'Delegation of Tajikistan',
    'Делегация Таджикистана',
    'Тәжікстан делегациясы',
    'Тажикстан делегациясы',
    'Ҳайати Тоҷикистон',
    'Täjigistanyň wekiliýeti',
    'Tojikiston delegatsiyasi',
  ),
  tm: texts(
    'Delegation of Turkmenistan',
    'Делегация Туркменистана',
    'Түрікменстан делегациясы',
    'Түркмөнстан делегациясы',
    'Ҳайати Туркманистон',
    'Türkmenistanyň wekiliýeti',
    'Turkmaniston delegatsiyasi',
  ),
  uz: texts(
    'Delegation of Uzbekistan',
    'Делегация Узбекистана',
    'Өзбекстан делегациясы',
    'Өзбекстан делегациясы',
    'Ҳайати Ӯзбекистон',
    'Özbegistanyň wekiliýeti',
    'Oʻzbekiston delegatsiyasi',
  ),
  experts: texts(
    'Experts and practitioners',
    'Эксперты и практики',
    'Сарапшылар мен практиктер',
    'Эксперттер жана практиктер',
    'Коршиносон ва амалкунандагон',
    'Bilermenler we amaly işgärler',
    'Ekspertlar va amaliyotchilar',
  ),
  observers: texts(
    'Observers',
    'Наблюдатели',
    'Байқаушылар',
    'Байкоочулар',
    'Нозирон',
    'Synçylar',
    'Kuzatuvchilar',
  ),
  // Where practices are made: each of a state.
  practiceKz: texts(
    'School centre of Kazakhstan',
    'Школьный центр Казахстана',
    'Қазақстанның мектеп орталығы',
    'Казакстандын мектеп борбору',
    'Маркази мактабии Қазоқистон',
    'Gazagystanyň mekdep merkezi',
    'Qozogʻiston maktab markazi',
  ),
  practiceKg: texts(
    'School centre of Kyrgyzstan',
    'Школьный центр Кыргызстана',
    'Қырғызстанның мектеп орталығы',
    'Кыргызстандын мектеп борбору',
    'Маркази мактабии Қирғизистон',
    'Gyrgyzystanyň mekdep merkezi',
    'Qirgʻiziston maktab markazi',
  ),
  practiceTj: texts(
    'Family centre of Tajikistan',
    'Семейный центр Таджикистана',
    'Тәжікстанның отбасы орталығы',
    'Тажикстандын үй-бүлө борбору',
    'Маркази оилаи Тоҷикистон',
    'Täjigistanyň maşgala merkezi',
    'Tojikiston oila markazi',
  ),
  practiceTm: texts(
    'Family centre of Turkmenistan',
    'Семейный центр Туркменистана',
    'Түрікменстанның отбасы орталығы',
    'Түркмөнстандын үй-бүлө борбору',
    'Маркази оилаи Туркманистон',
    'Türkmenistanyň maşgala merkezi',
    'Turkmaniston oila markazi',
  ),
  practiceUz: texts(
    'Family centre of Uzbekistan',
    'Семейный центр Узбекистана',
    'Өзбекстанның отбасы орталығы',
    'Өзбекстандын үй-бүлө борбору',
    'Маркази оилаи Ӯзбекистон',
    'Özbegistanyň maşgala merkezi',
    'Oʻzbekiston oila markazi',
  ),
} as const
type AgencyKey = keyof typeof agencyNames
const agencyKeys = Object.keys(agencyNames) as AgencyKey[]

const posts: readonly (readonly [string, RoleName, AgencyKey, Language, Tradition])[] = [
  ['secretariat', 'secretariat', 'secretariat', 'ru', 'uzbek'],
  ['chair', 'chair', 'kz', 'kk', 'kazakh'],
  ['delegate-kg', 'delegate', 'kg', 'ky', 'kyrgyz'],
  ['delegate-tj', 'delegate', 'tj', 'tg', 'tajik'],
  ['delegate-tm', 'delegate', 'tm', 'tk', 'kazakh'],
  ['delegate-uz', 'delegate', 'uz', 'uz', 'uzbek'],
  ['expert', 'expert', 'experts', 'ru', 'kyrgyz'],
  ['practitioner', 'practitioner', 'experts', 'kk', 'kazakh'],
  ['observer', 'observer', 'observers', 'en', 'slavic'],
  ['hub-auditor', 'hubAuditor', 'secretariat', 'en', 'tajik'],
  ['administrator', 'administrator', 'secretariat', 'en', 'kazakh'],
  ['practitioner-kz', 'practitioner', 'practiceKz', 'kk', 'kazakh'],
  ['practitioner-tj', 'practitioner', 'practiceTj', 'tg', 'tajik'],
  ['practitioner-tm', 'practitioner', 'practiceTm', 'tk', 'kazakh'],
  ['practitioner-uz', 'practitioner', 'practiceUz', 'uz', 'uzbek'],
  ['expert-kz', 'expert', 'practiceKz', 'kk', 'kazakh'],
  ['expert-kg', 'expert', 'practiceKg', 'ky', 'kyrgyz'],
  ['expert-tj', 'expert', 'practiceTj', 'tg', 'tajik'],
  ['expert-uz', 'expert', 'practiceUz', 'uz', 'uzbek'],
  ['delegate-kz', 'delegate', 'kz', 'kk', 'kazakh'],
]

/** Colleagues without a door, one of each profession in each state: the directory is about them. */
const crafts = ['psychologist', 'teacher', 'lawyer', 'social-worker', 'doctor'] as const
const practiceAgencies: readonly (readonly [string, AgencyKey, Language, Tradition])[] = [
  ['kz', 'practiceKz', 'kk', 'kazakh'],
  ['kg', 'practiceKg', 'ky', 'kyrgyz'],
  ['tj', 'practiceTj', 'tg', 'tajik'],
  ['tm', 'practiceTm', 'tk', 'kazakh'],
  ['uz', 'practiceUz', 'uz', 'uzbek'],
]
const colleagues: typeof posts = crafts.flatMap(craft =>
  practiceAgencies.map(
    ([state, agency, language, tradition]) =>
      [`${craft}-${state}`, 'practitioner', agency, language, tradition] as const,
  ),
)

// Names that Turkmen and Kazakh families share, in the Turkmen spelling.
const turkmenNames = ['Aýna', 'Maral', 'Jemal', 'Merdan', 'Aman'] as const

export function inventHub(seed: string, today: string): DemoNode {
  const chance = random(`${seed}/hub`)
  const founded = idTime(timeOf(addDays(today, -700)), today)
  const ids = new Map(agencyKeys.map(key => [key, chance.id(founded)]))
  const agencies = agencyKeys.map((key): DemoAgency => {
    const kind =
      key === 'observers' || key === 'secretariat' ? 'international' : key === 'experts' ? 'other' : 'state'
    const country = kind === 'state' ? { country: key.slice(-2).toUpperCase() } : {}
    return { id: ids.get(key) ?? '', name: drafted(agencyNames[key]), kind, ...country }
  })
  const invent = ([key, role, agency, language, tradition]: (typeof posts)[number]): DemoAccount => {
    const pool = pools[tradition]
    const given = chance.pick(chance.chance(0.5) ? pool.female : pool.male)
    const latin = airlineLatin(given, pool.language)
    // People at the hub write themselves as their own language does.
    const spelled =
      language === 'en'
        ? latin.charAt(0) + latin.slice(1).toLowerCase()
        : language === 'tk'
          ? chance.pick(turkmenNames)
          : given
    const initial =
      language === 'en' || language === 'tk'
        ? chance.pick(['B', 'S', 'T'])
        : chance.pick(pool.stems).charAt(0)
    return {
      id: chance.id(founded),
      hatId: chance.id(founded),
      key,
      name: `${spelled} ${initial}.`,
      email: `${key}@hub.demo.example`,
      language,
      role,
      agencyId: ids.get(agency) ?? '',
      areas: [],
      door: !colleagues.some(([other]) => other === key),
    }
  }
  const accounts = posts.map(invent)
  const tasks = inventTasks(chance.fork('tasks'), today, accounts, new Map())
  const notifications = inventNotifications(chance.fork('notices'), today, accounts, tasks, [])
  // After the work: who has no door has no tasks either.
  const everybody = [...accounts, ...colleagues.map(invent)]
  const nobody = { teams: [], areas: [], people: [], households: [], relations: [], grants: [] }
  return {
    id: 'hub',
    kind: 'hub',
    agencies,
    accounts: everybody,
    ...nobody,
    tasks,
    papers: [],
    notifications,
  }
}
