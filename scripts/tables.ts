/**
 * Writes the types of the tables from a migrated database, so that a query which names a missing column does not
 * compile. `node scripts/tables.ts URL` prints them; the check compares.
 */
import pg from 'pg'

const schemas = [
  'platform',
  'access',
  'audit',
  'people',
  'cases',
  'casework',
  'entitlements',
  'situation',
  'assessments',
  'forms',
  'plans',
  'meetings',
  'consents',
  'rights',
  'glass',
  'services',
  'referrals',
  'transfers',
  'documents',
  'tasks',
  'approvals',
  'notifications',
  'exports',
  'figures',
  'council',
  'guidance',
  'practices',
  'exchange',
  'repatriation',
  'lessons',
  'fhir',
]

const scalar: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  date: 'string',
  timestamptz: 'Moment',
  jsonb: 'Json',
  bytea: 'Buffer',
}

interface Column {
  schema: string
  table: string
  column: string
  type: string
  nullable: boolean
  fallback: boolean
}

function columnType({ type, nullable, fallback }: Column): string {
  const base = type.startsWith('_') ? `${scalar[type.slice(1)] ?? 'unknown'}[]` : (scalar[type] ?? 'unknown')
  if (base === 'Moment' || base === 'Json')
    return `${base}${nullable ? 'OrNull' : fallback ? 'ByDefault' : ''}`
  const shown = nullable ? `${base} | null` : base
  return fallback ? `Generated<${shown}>` : shown
}

export async function tableTypes(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{
      schema: string
      table: string
      column: string
      type: string
      nullable: boolean
      fallback: boolean
    }>(
      `select n.nspname as schema, c.relname as "table", a.attname as "column", t.typname as type,
              not a.attnotnull as nullable, a.atthasdef as fallback
         from pg_attribute a
         join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
         join pg_namespace n on n.oid = c.relnamespace
         join pg_type t on t.oid = a.atttypid
        where n.nspname = any ($1) and a.attnum > 0 and not a.attisdropped
        order by n.nspname, c.relname, a.attnum`,
      [schemas],
    )
    const tables = new Map<string, string[]>()
    for (const row of rows) {
      const name = `${row.schema}.${row.table}`
      tables.set(name, [...(tables.get(name) ?? []), `    ${row.column}: ${columnType(row)}`])
    }
    const body = [...tables].map(([name, columns]) => `  '${name}': {\n${columns.join('\n')}\n  }`).join('\n')
    return [
      '/** Made by `node scripts/tables.ts` from a migrated database. Not written by hand. */',
      "import type { ColumnType, Generated } from 'kysely'",
      '',
      '/** Read as ISO 8601 text in UTC. */',
      'type Moment = ColumnType<string, string | Date, string | Date>',
      'type MomentOrNull = ColumnType<string | null, string | Date | null | undefined, string | Date | null>',
      'type MomentByDefault = ColumnType<string, string | Date | undefined, string | Date>',
      '/** Written as text, so that arrays are not taken for PostgreSQL arrays. */',
      'type Json = ColumnType<unknown, string, string>',
      'type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>',
      'type JsonByDefault = ColumnType<unknown, string | undefined, string>',
      '',
      `export interface Database {\n${body}\n}`,
      '',
    ].join('\n')
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const url = process.argv[2]
  if (!url) throw new Error('Give the address of a migrated database.')
  process.stdout.write(await tableTypes(url))
}
