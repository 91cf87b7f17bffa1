/** Citations as files: of one edition, `/public/practices/PR-0007/2/cite.bib`, and of a list with its filter, `/public/practices.bib`. */
import {
  type CitationFormat,
  citationFiles,
  citationFormats,
  cite,
} from '@kerege/contract/practices/citation/index'
import { type PublicFile, publicFile } from '../../../../platform/publicPage.ts'
import { citedOf } from '../citing.ts'
import * as read from '../read.ts'
import { chosenOf, listPath } from './listPage.ts'

/** As they are called everywhere. */
export const formatNames: Readonly<Record<CitationFormat, string>> = {
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
  gost: 'ГОСТ Р 7.0.100',
  apa: 'APA 7',
}

/** A longer bibliography is for a harvester. */
const atMost = 1000

export const citationsOfOne: readonly PublicFile[] = citationFormats.map(format => {
  const { ending, type } = citationFiles[format]
  return publicFile({
    path: `${listPath}/:symbol/:edition/cite.${ending}`,
    type,
    async render({ tx, params, language, node, now }) {
      const practice = await read.practice(tx, params['symbol'] ?? '', editionOf(params['edition']))
      return practice && cite([citedOf(practice, language, { baseUrl: node.baseUrl, now })], format, language)
    },
  })
})

export const citationsOfList: readonly PublicFile[] = citationFormats.map(format => {
  const { ending, type } = citationFiles[format]
  return publicFile({
    path: `${listPath}.${ending}`,
    type,
    async render(visit) {
      const { tx, language, node, now } = visit
      const all = await read.listed(tx, chosenOf(visit), { limit: atMost, offset: 0 })
      return cite(
        all.map(practice => citedOf(practice, language, { baseUrl: node.baseUrl, now })),
        format,
        language,
      )
    },
  })
})

/** @returns 0 for what is no number: nothing has it */
export const editionOf = (text: string | undefined): number =>
  /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 0
