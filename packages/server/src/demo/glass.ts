/**
 * Two invented openings in an emergency: one that a colleague has looked at since, and one of yesterday that waits for somebody to say
 * whether it was right. Sealed under the keys of the people they are about, as the node does it.
 */
import { role } from '@kerege/contract/access/roles'
import type pg from 'pg'
import { over } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Keys } from '../platform/masterKey.ts'
import { personKey, sealValue } from '../slices/audit/index.ts'
import { addDays, momentOf } from './days.ts'
import type { DemoAccount, DemoNode, DemoState } from './types.ts'

const texts: Readonly<Record<DemoState, Record<'night' | 'right' | 'school', string>>> = {
  kz: {
    night: 'Түнде ауруханадан қоңырау шалды: қамқоршысының телефоны керек болды.',
    right: 'Дұрыс: әріптесі демалыста еді, жазба бір сағаттан кейін жабылды.',
    school: 'Мектептен хабарласты: бала үйіне келмеген, әріптес телефонға жауап бермеді.',
  },
  kg: {
    night: 'Түнкүсүн ооруканадан чалышты: камкорчусунун телефону керек болду.',
    right: 'Туура: кесиптеши эс алууда болчу, жазуу бир сааттан кийин жабылды.',
    school: 'Мектептен кабарлашты: бала үйүнө келген эмес, кесиптеш телефонго жооп берген жок.',
  },
  tj: {
    night: 'Шабона аз беморхона занг заданд: телефони парастораш лозим шуд.',
    right: 'Дуруст: ҳамкор дар рухсатӣ буд, парванда пас аз як соат пӯшида шуд.',
    school: 'Аз мактаб хабар доданд: кӯдак ба хона нарасидааст, ҳамкор ба телефон ҷавоб надод.',
  },
  uz: {
    night: 'Kechasi kasalxonadan qoʻngʻiroq qilishdi: vasiysining telefoni kerak boʻldi.',
    right: 'Toʻgʻri: hamkasbi taʼtilda edi, yozuv bir soatdan keyin yopildi.',
    school: 'Maktabdan xabar berishdi: bola uyiga kelmagan, hamkasb telefonga javob bermadi.',
  },
}

/** Once. */
export async function fillGlass(
  client: pg.ClientBase,
  keys: Keys,
  { accounts }: DemoNode,
  state: DemoState,
  today: string,
): Promise<void> {
  const who = accounts.find(one => one.role === 'caseManager' && !one.door)
  const lead = accounts.find(one => one.role === 'supervisor' && one.agencyId === who?.agencyId)
  if (!who || !lead) return
  const { rows: people } = await client.query<{ id: string }>(
    `select s.id from access.subjects s join people.persons p on p.id = s.id
      where s.agency_id = $1 and not exists (select 1 from access.grants g where g.account_id = $2 and g.subject_id = s.id)
      order by s.id limit 2`,
    [who.agencyId, who.id],
  )
  const [one, other] = people
  if (!one || !other) return
  const say = texts[state]
  const past = addDays(today, -12)
  await open(client, keys, { who, person: one.id, day: past, reason: say.night })
  await open(client, keys, { who, person: other.id, day: addDays(today, -1), reason: say.school })
  await review(client, keys, { lead, person: one.id, day: addDays(past, 1), words: say.right })
}

async function keyOf(client: pg.ClientBase, keys: Keys, person: string): Promise<Buffer> {
  const key = await personKey(over(client), keys.persons, person, true)
  if (!key) throw new Error('An invented person has no key.')
  return key
}

async function open(
  client: pg.ClientBase,
  keys: Keys,
  { who, person, day, reason }: { who: DemoAccount; person: string; day: string; reason: string },
) {
  const [at, until] = [momentOf(day, 14 * 3600), momentOf(day, 15 * 3600)]
  const id = newId(Date.parse(at))
  const { sealed } = sealValue(await keyOf(client, keys, person), id, reason)
  await client.query(
    `insert into glass.openings (id, account_id, hat_id, role, person_id, agency_id, sections, reason, opened_at, ends_at, review_due)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, who.id, who.hatId, who.role, person, who.agencyId, [...(role(who.role).glass?.read ?? [])]],
      ...[sealed, at, until, addDays(day, 3)],
    ],
  )
  await client.query('insert into glass.files (opening_id, subject_id) values ($1, $2)', [id, person])
}

async function review(
  client: pg.ClientBase,
  keys: Keys,
  { lead, person, day, words }: { lead: DemoAccount; person: string; day: string; words: string },
) {
  const { rows } = await client.query<{ id: string }>('select id from glass.openings where person_id = $1', [
    person,
  ])
  const id = rows[0]?.id ?? ''
  const { sealed } = sealValue(await keyOf(client, keys, person), `${id}.words`, words)
  await client.query(
    `update glass.openings set verdict = 'justified', words = $2, reviewed_by = $3, reviewed_at = $4, version = 2 where id = $1`,
    [id, sealed, lead.id, momentOf(day, 5 * 3600)],
  )
}
