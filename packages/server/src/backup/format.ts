/**
 * What a backup is: one file, `age` around gzip around tar. In it, in this order: `about.json`, `master.key`, `documents/…` as they
 * lie on the disk (sealed), `tables/<schema.table>/<part>` as COPY writes text, and `manifest.json`, by which one knows that it is whole.
 */
import { z } from 'zod'

export const aboutName = 'about.json'
export const keyName = 'master.key'
export const manifestName = 'manifest.json'
export const documentsFolder = 'documents/'
export const tablesFolder = 'tables/'

export const Table = z.object({
  /** `schema.table`, as it is. */
  name: z.string(),
  columns: z.array(z.string()),
  /** Which of the node's roles owns it. */
  role: z.enum(['owner', 'auth']),
})
export type Table = z.infer<typeof Table>

export const About = z.object({
  type: z.literal('kerege-backup/1'),
  node: z.object({ id: z.string(), kind: z.enum(['national', 'hub']), demo: z.boolean() }),
  at: z.string(),
  /** The last day on which it may be used. */
  until: z.string(),
  program: z.string(),
  engine: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(Table),
  sequences: z.array(z.object({ name: z.string(), last: z.number().nullable() })),
  /** Of the audit log: its key as one word, and its newest checkpoint. */
  log: z.object({ key: z.string(), checkpoint: z.string().optional() }),
})
export type About = z.infer<typeof About>

const Sum = z.object({ bytes: z.number(), sha256: z.string() })

export const Manifest = z.object({
  type: z.literal('kerege-backup-manifest/1'),
  tables: z.record(z.string(), Sum.extend({ rows: z.number() })),
  documents: Sum.extend({
    files: z.number(),
    /** Named by a row, and not on the disk: removed meanwhile, or lost. */
    missing: z.array(z.string()),
  }),
})
export type Manifest = z.infer<typeof Manifest>

const dayMs = 86_400_000
const compact = (at: string) => at.replace(/[-:]|\.\d+/g, '')

/** The last day of use: who is erased today has left every backup after as many days. */
export const lastDay = (at: Date, days: number): string =>
  new Date(at.getTime() + days * dayMs).toISOString().slice(0, 10)

/** The moment and the last day stand in the name, so that an old one is told without opening it. */
export const fileName = ({ node, at, until }: Pick<About, 'node' | 'at' | 'until'>): string =>
  `kerege-${node.id}-${compact(at)}-until-${until.replaceAll('-', '')}.tar.gz.age`

/** @returns whose it is and its last day, for a name as above; null for any other file */
export function readFileName(name: string): { id: string; until: string } | null {
  const [, id = '', year, month, day] =
    /^kerege-([a-z][a-z0-9-]*)-\d{8}T\d{6}Z-until-(\d{4})(\d\d)(\d\d)\.tar\.gz\.age$/.exec(name) ?? []
  return year ? { id, until: `${year}-${month}-${day}` } : null
}
