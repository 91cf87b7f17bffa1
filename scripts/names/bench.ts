/**
 * Prints how many prepared pairs of persons are compared in a second, for far and for near pairs.
 * Run: node scripts/names/bench.ts
 */
import { comparePersons, foldName, preparePerson, searchKeys } from '@kerege/contract/names/index'

const given = [
  'Гүлнәр',
  'Gulnara',
  'Айжан',
  'Ойгул',
  'Мұхаммед',
  'Жайнагүл',
  'Doniyor',
  'Шөхрат',
  'محمد',
  'Ақтілек',
]
const family = [
  'Әбенова',
  'Karimov',
  'Рахмонзода',
  'Gurbanowa',
  'Асанова',
  'ابينوفا',
  'Токтогулова',
  'Seýidow',
]
const fathers = ['Сейітқызы', 'Сеитовна', 'Karim qizi', 'Асан кызы', '', 'Olimovich', 'Ерланұлы']

const people = Array.from({ length: 2000 }, (_, at) =>
  preparePerson({
    given: given[at % given.length],
    family: family[(at * 7) % family.length],
    patronymic: fathers[(at * 5) % fathers.length],
    birthDate: `20${String(at % 20).padStart(2, '0')}-0${1 + (at % 9)}-1${at % 10}`,
    sex: at % 2 === 0 ? 'f' : 'm',
    place: 'Demo',
    kin: [{ relation: 'mother', name: given[(at * 3) % given.length] ?? '' }],
  }),
)

function rate(label: string, work: (round: number) => void, times: number): void {
  for (let round = 0; round < times / 10; round++) work(round)
  const start = process.cpuUsage()
  for (let round = 0; round < times; round++) work(round)
  // Processor time: what others do on the machine is not ours.
  const seconds = process.cpuUsage(start).user / 1e6
  process.stdout.write(`${label}: ${Math.round(times / seconds).toLocaleString('en')} a second\n`)
}

const person = (at: number) => people[at % people.length] ?? people[0]
const compare = (a: number, b: number) => {
  const one = person(a)
  const other = person(b)
  if (one && other) comparePersons(one, other)
}

rate('person pairs, drawn at random', round => compare(round, round * 31 + 17), 400_000)
rate('person pairs, same family and given name', round => compare(round, round + 280), 400_000)
rate('names folded', round => foldName(`${given[round % 10]} ${family[round % 8]}`), 200_000)
rate('names keyed', round => searchKeys(`${given[round % 10]} ${family[round % 8]}`), 100_000)
