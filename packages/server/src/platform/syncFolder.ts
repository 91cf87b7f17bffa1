/** A new name is safe only when its folder is on the disk too. Windows has no such call and needs none. */
import { open } from 'node:fs/promises'

export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
