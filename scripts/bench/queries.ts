/** What people type into the search box, drawn from the people of the benchmark: five kinds in equal parts. */
import pg from 'pg'
import type { Ground } from './ground.ts'

export const queryKinds = ['another script', 'beginning', 'slip', 'number of a paper', 'phone'] as const
export type QueryKind = (typeof queryKinds)[number]

interface Drawn {
  label: string
  /** The name as another paper has it. */
  other: string | null
  number: string | null
  phone: string | null
}

const each = 40

export async function drawQueries(ground: Ground): Promise<Record<QueryKind, string[]>> {
  const client = new pg.Client({ connectionString: ground.urls.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Drawn>(
      `select p.label,
              (select concat_ws(' ', n.given, n.family) from people.names n
                where n.person_id = p.id and concat_ws(' ', n.family, n.given, n.patronymic) <> p.label order by n.id desc limit 1) as other,
              (select i.value from people.identifiers i where i.person_id = p.id order by i.ordinal limit 1) as number,
              (select c ->> 'value' from jsonb_array_elements(p.contacts) c where c ->> 'system' = 'phone' limit 1) as phone
         from people.persons p tablesample system (2) repeatable (11) limit 4000`,
    )
    const take = (of: (row: Drawn) => string | null) =>
      rows
        .flatMap(row => of(row) ?? [])
        .filter((_, at, all) => at % Math.max(1, Math.floor(all.length / each)) === 0)
        .slice(0, each)
    return {
      'another script': take(row => row.other),
      beginning: take(row => row.label.slice(0, 4)),
      slip: take(row => slipped(row.label)),
      'number of a paper': take(row => row.number),
      phone: take(row => row.phone),
    }
  } finally {
    await client.end()
  }
}

/** Two letters of the first word change places. */
const slipped = (label: string) => label.replace(/^(..)(.)(.)/u, '$1$3$2')
