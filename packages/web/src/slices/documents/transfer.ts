/**
 * Bytes to the node with progress, and bytes back as a file under its own name. `fetch` tells nothing of how far an
 * upload is, and the typed client reads words only; everything else goes through `send`.
 */
import { urlOf } from '@kerege/contract/client'
import { getContent, getDocument, putContent } from '@kerege/contract/documents/routes'
import type { DocumentVersion } from '@kerege/contract/documents/schema'
import { DomainError, type ErrorKind, Problem } from '@kerege/contract/errors'
import { send } from '../../api.ts'

interface Place {
  id: string
  versionId: string
}

const kinds: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  422: 'invalid',
  429: 'too-many',
}

function refusal(status: number, text: string): DomainError {
  const problem = Problem.safeParse(parsed(text))
  return new DomainError(
    kinds[status] ?? 'unavailable',
    problem.success ? problem.data.code : 'no-answer',
    problem.success ? problem.data : {},
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The one door that knows what the end of a session means is asked once more. */
async function tellEnd(error: DomainError, id: string): Promise<never> {
  if (error.kind === 'unauthenticated') await send(getDocument, { params: { id } })
  throw error
}

/** @param onProgress from 0 to 1 */
export async function putFile(place: Place, file: File, onProgress: (done: number) => void): Promise<void> {
  const error = await new Promise<DomainError | undefined>(done => {
    const request = new XMLHttpRequest()
    request.open('PUT', urlOf(putContent, { params: place }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-kerege', '1')
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () =>
      done(request.status < 300 ? undefined : refusal(request.status, request.responseText))
    request.onerror = () => done(new DomainError('unavailable', 'no-answer'))
    request.send(file)
  })
  if (error) await tellEnd(error, place.id)
}

/** Saves a stored file under the name that somebody gave it; the node's own header says none. */
export async function saveFile(id: string, version: DocumentVersion): Promise<void> {
  const response = await fetch(urlOf(getContent, { params: { id, versionId: version.id } })).catch(() => {
    throw new DomainError('unavailable', 'no-answer')
  })
  if (!response.ok) return tellEnd(refusal(response.status, await response.text()), id)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = version.name
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
