/** Announces a file and sends its bytes: what a new document and a new version have in common. */
import { DomainError } from '@kerege/contract/errors'
import { useRef, useState } from 'react'
import { newId } from '../../ui/newId.ts'
import { checkFile } from './check.ts'
import { putFile } from './transfer.ts'

export interface Upload {
  file: File | undefined
  choose: (file: File | undefined) => void
  /** From 0 to 1 while bytes are on their way. */
  progress: number | undefined
  /** @throws DomainError with a fault of `/file`, or with the node's code */
  run: (announce: Announce, discard?: Discard) => Promise<void>
}

export interface Draft {
  /** Of a new document; a new version belongs to one that is there. */
  id: string
  versionId: string
  name: string
  mediaType: Extract<ReturnType<typeof checkFile>, { mediaType: unknown }>['mediaType']
}

type Announce = (draft: Draft) => Promise<{ id: string }>
/** Takes away what was announced for a file that the node then refused. */
type Discard = (id: string, refusal: DomainError) => Promise<unknown>

const fault = (code: string) => new DomainError('invalid', code, { faults: [{ pointer: '/file', code }] })

export function useUpload(): Upload {
  const [file, setFile] = useState<File>()
  const [progress, setProgress] = useState<number>()
  // The same file is sent again under the same ids, so that a broken line makes one document; another gets new ones.
  const ids = useRef({ id: newId(), versionId: newId() })
  return {
    file,
    progress,
    choose: next => {
      ids.current = { id: newId(), versionId: newId() }
      setFile(next)
    },
    run: async (announce, discard) => {
      if (!file) throw fault('file-missing')
      const checked = checkFile(file)
      if ('fault' in checked) throw fault(checked.fault)
      setProgress(0)
      try {
        const { id } = await announce({ ...ids.current, name: file.name, mediaType: checked.mediaType })
        await putFile({ id, versionId: ids.current.versionId }, file, setProgress).catch(async error => {
          if (isRefusal(error)) {
            // Whether this works or not: what matters is said, and the node sweeps by itself what stays empty.
            await discard?.(id, error).catch(() => undefined)
            ids.current = { id: newId(), versionId: newId() }
          }
          throw error
        })
      } finally {
        setProgress(undefined)
      }
    },
  }
}

// A broken line is tried again with the same file; a file that is refused would be refused again.
const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'too-large')
