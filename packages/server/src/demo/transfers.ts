/** Invented cases that are offered to another team: two wait for the supervisor, one past its day; one came back with a no. */
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import type { DemoNode, DemoState } from './types.ts'

const texts: Readonly<Record<DemoState, readonly [reason: string, brief: string, no: string]>> = {
  kz: [
    'Отбасы сіздің ауданға көшті',
    'Екі бала мектепте, жаңа мектепке орын керек. Анасы түстен кейін телефонға жауап береді.',
    'Командада қазір бос орын жоқ, айдың соңында қайта сұраңыз',
  ],
  kg: [
    'Үй-бүлө сиздин районго көчтү',
    'Эки бала мектепте, жаңы мектептен орун керек. Апасы түштөн кийин телефонго жооп берет.',
    'Командада азыр бош орун жок, айдын аягында кайра сураңыз',
  ],
  tj: [
    'Оила ба ноҳияи шумо кӯчид',
    'Ду кӯдак дар мактаб, дар мактаби нав ҷой лозим. Модар баъди нисфирӯзӣ ба телефон ҷавоб медиҳад.',
    'Ҳоло дар гурӯҳ ҷои холӣ нест, охири моҳ аз нав пурсед',
  ],
  uz: [
    'Oila sizning tumaningizga koʻchdi',
    'Ikki bola maktabda, yangi maktabdan joy kerak. Onasi tushdan keyin telefonga javob beradi.',
    'Jamoada hozir boʻsh joy yoʻq, oy oxirida yana soʻrang',
  ],
}

interface Open {
  id: string
  person: string
  team: string
  worker: string
}

export async function fillTransfers(client: pg.ClientBase, demo: DemoNode, state: DemoState, today: string) {
  const lead = demo.accounts.find(one => one.key === 'supervisor')
  const worker = demo.accounts.find(one => one.key === 'case-manager')
  const others = demo.accounts.find(one => one.role === 'supervisor' && one.teamId !== lead?.teamId)
  if (!lead?.teamId || !worker || !others?.teamId) return
  const open = async (team: string, own: string | undefined, most: number) =>
    (
      await client.query<Open>(
        `select c.id, c.person_id as person, c.team_id as team, c.worker_id as worker from cases.cases c
          where c.team_id = $1 and c.worker_id is not null and ($2::uuid is null or c.worker_id = $2) and c.state in ('assessment', 'planning', 'active')
          order by c.id limit $3`,
        [team, own ?? null, most],
      )
    ).rows
  const [reason, brief, no] = texts[state]
  const transfers: Value[][] = []
  const words: Value[][] = []
  const put = (one: Open, to: string, ago: number, declinedBy?: string) => {
    const at = momentOf(addDays(today, -ago), 36_000)
    const answered = declinedBy ? momentOf(addDays(today, 1 - ago), 40_000) : null
    const id = newId(Date.parse(at))
    transfers.push([
      ...[id, one.person, one.id, declinedBy ? 2 : 1, declinedBy ? 'declined' : 'asked'],
      ...[lead.agencyId, one.team, one.worker, lead.agencyId, to, addDays(today, 7 - ago), at, answered],
      answered ?? at,
    ])
    words.push([id, one.person, 1, at, one.worker, 'asked', reason])
    words.push([id, one.person, 2, at, one.worker, 'brief', brief])
    if (declinedBy) words.push([id, one.person, 3, answered, declinedBy, 'declined', no])
  }
  for (const [n, one] of (await open(others.teamId, undefined, 2)).entries())
    put(one, lead.teamId, n === 0 ? 9 : 2)
  for (const one of await open(lead.teamId, worker.id, 1)) put(one, others.teamId, 4, others.id)
  await copyRows(
    client,
    'transfers.transfers',
    `id person_id case_id version state from_agency_id from_team_id account_id agency_id team_id answer_by asked_at answered_at updated_at`.split(
      ' ',
    ),
    transfers,
  )
  await copyRows(
    client,
    'transfers.words',
    'transfer_id person_id number at account_id what words'.split(' '),
    words,
  )
}
