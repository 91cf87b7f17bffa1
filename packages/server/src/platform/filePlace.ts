/** Which place the sealed files of a node have: its data folder, or a bucket where the configuration names one. */
import { type FileStore, openFolder } from './fileStore.ts'
import type { ObjectStore } from './objectStore.ts'

export interface Place {
  readonly dataDir: string
  readonly objectStore?: ObjectStore | undefined
}

/** What speaks to a bucket is loaded only where there is one. */
export async function openFiles({ dataDir, objectStore }: Place): Promise<FileStore> {
  if (!objectStore) return openFolder(dataDir)
  return (await import('./objectStore.ts')).openBucket(objectStore, dataDir)
}
