/**
 * Invented complaints, in the language of the state, about invented workers: one that nobody acknowledged yet, one that is looked into,
 * one past its term, one whose answer was not enough, and some that were answered. The office that families turn to is invented too.
 */
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import type { DemoNode, DemoState } from './types.ts'

const texts: Readonly<
  Record<
    DemoState,
    Record<'office' | 'reach' | 'hours' | 'waiting' | 'treated' | 'told' | 'answer' | 'more', string>
  >
> = {
  kz: {
    office: 'Омбудсмен кеңсесі (ойдан шығарылған)',
    reach: '+7 700 000 00 00, Көктем көшесі 1 (ойдан шығарылған)',
    hours: 'Дүйсенбі–жұма, 9–18',
    waiting: 'Үш айдан бері балаға мектеп бермей жатыр, қоңырауға жауап жоқ.',
    treated: 'Кездесуде дауыс көтерді, балалардың көзінше ұрысты.',
    told: 'Біз туралы көршілерге айтып қойыпты.',
    answer: 'Кешірім сұраймыз. Қызметкермен сөйлестік, енді сіздермен басқа адам жұмыс істейді.',
    more: 'Көршілерге не айтылғаны туралы жауап жоқ.',
  },
  kg: {
    office: 'Омбудсмен кеңсеси (ойдон чыгарылган)',
    reach: '+996 700 000 000, Жаз көчөсү 1 (ойдон чыгарылган)',
    hours: 'Дүйшөмбү–жума, 9–18',
    waiting: 'Үч айдан бери балага мектеп бербей жатышат, чалууга жооп жок.',
    treated: 'Жолугушууда үнүн көтөрдү, балдардын көзүнчө урушту.',
    told: 'Биз жөнүндө кошуналарга айтып коюптур.',
    answer: 'Кечирим сурайбыз. Кызматкер менен сүйлөштүк, эми силер менен башка адам иштейт.',
    more: 'Кошуналарга эмне айтылганы жөнүндө жооп жок.',
  },
  tj: {
    office: 'Дафтари омбудсмен (хаёлӣ)',
    reach: '+992 900 000 000, кӯчаи Баҳор 1 (хаёлӣ)',
    hours: 'Душанбе–ҷумъа, 9–18',
    waiting: 'Се моҳ аст, ки ба кӯдак мактаб намедиҳанд, ба занг ҷавоб нест.',
    treated: 'Дар вохӯрӣ овоз баланд кард, дар назди кӯдакон ҷанҷол кард.',
    told: 'Дар бораи мо ба ҳамсояҳо гуфтааст.',
    answer: 'Бахшиш мепурсем. Бо корманд суҳбат кардем, акнун бо шумо каси дигар кор мекунад.',
    more: 'Дар бораи он ки ба ҳамсояҳо чӣ гуфта шуд, ҷавоб нест.',
  },
  uz: {
    office: 'Ombudsman idorasi (oʻylab topilgan)',
    reach: '+998 90 000 00 00, Bahor koʻchasi 1 (oʻylab topilgan)',
    hours: 'Dushanba–juma, 9–18',
    waiting: 'Uch oydan beri bolaga maktab berishmayapti, qoʻngʻiroqqa javob yoʻq.',
    treated: 'Uchrashuvda ovozini koʻtardi, bolalar oldida urishdi.',
    told: 'Biz haqimizda qoʻshnilarga aytib qoʻyibdi.',
    answer: 'Uzr soʻraymiz. Xodim bilan gaplashdik, endi siz bilan boshqa odam ishlaydi.',
    more: 'Qoʻshnilarga nima aytilgani haqida javob yoʻq.',
  },
}
const languageOf: Readonly<Record<DemoState, string>> = { kz: 'kk', kg: 'ky', tj: 'tg', uz: 'uz' }

/** Days since it came, how it stands, of what kind, and how it came. */
const complaints = [
  { days: 1, state: 'received', kind: 'waiting', way: 'page', words: 'waiting' },
  { days: 9, state: 'looking', kind: 'treated', way: 'worker', words: 'treated' },
  { days: 34, state: 'acknowledged', kind: 'waiting', way: 'letter', words: 'waiting' },
  { days: 40, state: 'appealed', kind: 'told-on', way: 'page', words: 'told' },
  { days: 25, state: 'answered', kind: 'treated', way: 'phone', words: 'treated' },
  { days: 95, state: 'closed', kind: 'told-on', way: 'page', words: 'told' },
] as const
type Invented = (typeof complaints)[number]

/** Once. */
export async function fillRights(
  client: pg.ClientBase,
  { accounts }: DemoNode,
  state: DemoState,
  today: string,
): Promise<void> {
  const say = texts[state]
  const handler = accounts.find(one => one.role === 'ombudsperson')
  const second = accounts.findLast(one => one.role === 'ombudsperson')
  const about = accounts.find(one => one.role === 'caseManager' && !one.door)
  if (!handler || !second || !about) return
  await copyRows(client, 'rights.officer', 'name reach hours updated_at'.split(' '), [
    [say.office, say.reach, say.hours, momentOf(addDays(today, -200), 36_000)],
  ])
  const rows: Value[][] = []
  const steps: Value[][] = []
  for (const one of complaints) invent(one)
  await copyRows(
    client,
    'rights.complaints',
    'id receipt way kind words who language about_id about_agency_id state due received_on received_at outcome answer answered_on answered_by appealed_on late updated_at version'.split(
      ' ',
    ),
    rows,
  )
  await copyRows(
    client,
    'rights.complaint_steps',
    'id complaint_id number what words outcome account_id at'.split(' '),
    steps,
  )

  function invent(one: Invented) {
    const came = addDays(today, -one.days)
    const at = momentOf(came, 32_400)
    const id = newId(Date.parse(at))
    const answeredOn = ['answered', 'appealed', 'closed'].includes(one.state) ? addDays(came, 14) : null
    const appealedOn = one.state === 'appealed' ? addDays(today, -2) : null
    // What was not enough was answered by the colleague: behind the door somebody can look at it again.
    const who = (one.state === 'appealed' ? second : handler)?.id ?? null
    let number = 0
    const step = (what: string, day: string, words: string | null = null, by = who) =>
      steps.push([
        newId(Date.parse(momentOf(day, 36_000))),
        id,
        ++number,
        what,
        words,
        what === 'answered' ? 'partly' : null,
        by,
        momentOf(day, 36_000),
      ])
    step('received', came, null, null)
    if (one.state !== 'received') step('acknowledged', addDays(came, 1))
    if (one.state === 'looking' || answeredOn) step('looking', addDays(came, 4))
    if (answeredOn) step('answered', answeredOn, say.answer)
    if (appealedOn) step('appealed', appealedOn, say.more, null)
    if (one.state === 'closed') step('closed', addDays(today, -50), null, null)
    const due =
      one.state === 'closed'
        ? null
        : one.state === 'received'
          ? addDays(came, 3)
          : one.state === 'answered'
            ? addDays(answeredOn ?? came, 30)
            : addDays(appealedOn ?? came, 30)
    rows.push([
      ...[id, `\\x${id.replaceAll('-', '')}`, one.way, one.kind, say[one.words], 'self'],
      ...[
        languageOf[state],
        one.kind === 'waiting' ? null : about?.id,
        one.kind === 'waiting' ? null : about?.agencyId,
      ],
      ...[one.state, due, came, at],
      ...[answeredOn && 'partly', answeredOn && say.answer, answeredOn, answeredOn && who, appealedOn],
      ...[due !== null && due < today && one.state !== 'answered', at, number],
    ])
  }
}
