/** Asks a library for its records, part by part. A token that the library does not know any more begins the list anew, once. */
import type { Outside } from '../../../../platform/outside.ts'
import { HarvestError, type ListAnswer, readList } from './answer.ts'

export interface Question {
  readonly url: string
  readonly set?: string | undefined
  /** Day or moment, as the library counts. */
  readonly from?: string | undefined
}

/** @param token where the list goes on; the question itself is not repeated then */
export async function askPart(
  outside: Outside,
  question: Question,
  token: string | undefined,
): Promise<ListAnswer> {
  const address = new URL(question.url)
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined) address.searchParams.set(name, value)
  }
  add('verb', 'ListRecords')
  if (token === undefined) {
    add('metadataPrefix', 'oai_dc')
    add('set', question.set)
    add('from', question.from)
  } else add('resumptionToken', token)
  return readList(await outside.get(address.href))
}

const mostParts = 10_000

/** All parts, each as it comes; ends at a list that goes round in circles. */
export async function* harvestAll(outside: Outside, question: Question): AsyncGenerator<ListAnswer> {
  let token: string | undefined
  let begun = false
  for (let part = 0; part < mostParts; part += 1) {
    let answer: ListAnswer
    try {
      answer = await askPart(outside, question, token)
    } catch (error) {
      if (!(error instanceof HarvestError) || error.fault !== 'bad-token' || begun || token === undefined)
        throw error
      begun = true
      token = undefined
      continue
    }
    yield answer
    if (answer.token === null || answer.token === token) return
    token = answer.token
  }
}
