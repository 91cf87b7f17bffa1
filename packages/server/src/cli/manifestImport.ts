/**
 * `kerege manifest import FILE --operation ID --node URL`: brings a list to a node, accepts the rows of which nothing is to be said,
 * and leaves the others for a person. With nothing left to decide it brings the batch in, otherwise the page goes on.
 */
import { AreaCode, Id } from '@kerege/contract/common'
import * as routes from '@kerege/contract/repatriation/manifest/routes'
import type { ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { newId } from '../platform/ids.ts'
import { type Io, readArgs, Refusal, say } from './io.ts'
import { openFile } from './manifestCheck.ts'
import { type NodeLine, openLine } from './manifestNode.ts'

const options = {
  map: { type: 'string' },
  operation: { type: 'string' },
  node: { type: 'string' },
  area: { type: 'string' },
} as const

export async function importManifest(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, options, 1)
  const operation = Id.safeParse(values.operation)
  const area = AreaCode.optional().safeParse(values.area)
  if (!operation.success) throw new Refusal('--operation must be the id of an operation.')
  if (!area.success) throw new Refusal('--area must be the code of an area, such as KZ-75.')
  if (values.node === undefined) throw new Refusal('Say which node: --node URL.')
  const line = openLine(values.node, io)
  const { bytes, map } = await openFile(positionals[0], values.map, io)
  let list = await bring(line, operation.data, bytes)
  if (values.map !== undefined)
    list = await line.ask(routes.mapImport, { params: { id: list.id }, body: { map } }, `"${list.version}"`)
  for (let left = 1; left > 0; ) left = (await line.ask(routes.matchImport, { params: { id: list.id } })).left
  list = await line.ask(routes.decideImportRows, { params: { id: list.id }, body: { what: 'clean' } })
  const whole = list.counts.open === 0 && list.counts.accepted > 0
  if (whole && area.data)
    list = await line.ask(routes.finishImport, { params: { id: list.id }, body: { area: area.data } })
  say(io.stdout, JSON.stringify(outcomeOf(list)))
  say(io.stderr, sentenceOf(list, area.data))
  return list.state === 'imported' ? 0 : 2
}

const bring = (line: NodeLine, id: string, bytes: Uint8Array) =>
  line.ask(routes.bringManifest, {
    params: { id },
    query: { importId: newId() },
    body: new Uint8Array(bytes),
  })

const outcomeOf = ({ id, operationId, state, counts }: ManifestImport) => ({
  import: id,
  operation: operationId,
  state,
  ...counts,
})

function sentenceOf({ state, counts, operationId, id }: ManifestImport, area: string | undefined): string {
  if (state === 'imported') return `${counts.accepted} persons are on the list.`
  const where = `/operations/${operationId}/imports/${id}`
  if (counts.open > 0) return `${counts.open} rows wait for a decision: ${where}`
  return area === undefined
    ? `Nothing waits; --area brings them in, or the page does: ${where}`
    : `Nobody was accepted: ${where}`
}
