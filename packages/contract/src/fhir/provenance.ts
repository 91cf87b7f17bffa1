/** Provenance: who took this out of which node, when and why, and on what the telling rests where it went to somebody else. */
import { extension, hl7, maybe } from './systems.ts'
import type { Element, Entry, Resource } from './types.ts'

export interface Origin {
  /** Of the node: `kz`. */
  readonly node: string
  readonly by: string
  readonly at: string
  /** In the words of who took it out. */
  readonly reason: string
  /** The whole line that marks this copy. */
  readonly mark: string
  /** For whom it was taken out, and the record of that. */
  readonly told?: { readonly to: string; readonly purpose: string; readonly disclosureId: string }
}

export const provenanceOf = (origin: Origin, targets: readonly Entry[]): Resource => ({
  resourceType: 'Provenance',
  ...(origin.told
    ? {
        extension: [
          extension('told-to', 'valueString', origin.told.to),
          extension('purpose', 'valueCode', origin.told.purpose),
          extension('disclosure', 'valueString', origin.told.disclosureId),
        ],
      }
    : {}),
  target: targets.map(({ fullUrl }) => ({ reference: fullUrl })),
  recorded: origin.at,
  reason: [{ text: origin.reason }],
  agent: [
    {
      type: { coding: [{ system: hl7.agent, code: 'author' }] },
      who: { display: origin.by },
      onBehalfOf: { display: `Kerege ${origin.node}` },
    },
  ],
})

export const markOf = (origin: Origin): Element => ({
  tag: [{ system: 'urn:kerege:copy', code: origin.node, ...maybe('display', origin.mark) }],
})
