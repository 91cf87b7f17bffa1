/** The store for papers as a configuration says it. Read by config.ts, which loads nothing that speaks to one. */
import { z } from 'zod'
import type { ObjectStore } from './objectStore.ts'
import { secretOf } from './secretFile.ts'

const word = z.string().regex(/^[\x21-\x7e]{1,200}$/)

/** @param serverUrl https, or http on this machine */
export const objectStoreShape = (serverUrl: z.ZodType<string, string>) =>
  z.strictObject({
    endpoint: serverUrl.transform(value => new URL(value).href.replace(/\/+$/, '')),
    /** As AWS names them, which the others follow. */
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .default('us-east-1'),
    accessKeyId: word,
    secretAccessKey: word.optional(),
    secretAccessKeyFile: z.string().min(1).optional(),
    pathStyle: z.union([z.boolean(), z.stringbool()]).default(true),
  })

type Given = z.output<ReturnType<typeof objectStoreShape>>

/** @throws Error with a sentence that repeats no value */
export const readObjectStore = ({ secretAccessKey, secretAccessKeyFile, ...given }: Given): ObjectStore => ({
  ...given,
  secretAccessKey: secretOf('objectStore', {
    name: 'secretAccessKey (KEREGE_S3_SECRET)',
    fileName: 'secretAccessKeyFile (KEREGE_S3_SECRET_FILE)',
    secret: secretAccessKey,
    file: secretAccessKeyFile,
  }),
})
