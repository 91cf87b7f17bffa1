/**
 * `/public/oai`: the library for whoever harvests, after OAI-PMH 2.0. Everything that was ever open to everybody stands in it;
 * what was taken back stands as deleted, for good. Nothing else is known here, not even by its number.
 */
import { domains } from '@kerege/contract/domains'
import { languages } from '@kerege/contract/common'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { seal, unseal } from '../../../../platform/keys.ts'
import { ownNames } from '../../../../platform/languageNames.ts'
import { publicAnswer, type PublicVisit } from '../../../../platform/publicPage.ts'
import type { Xml } from '../../../../platform/xml.ts'
import { dublinCore } from '../dublinCore.ts'
import * as read from '../read.ts'
import { countryName, words } from '../words.ts'
import {
  envelope,
  faultsXml,
  formatsXml,
  type Header,
  headerXml,
  identifyXml,
  listXml,
  recordXml,
  setsXml,
} from './answer.ts'
import { type Asked, fault, isFaults, type OaiFault, readAsked, type Selection } from './asked.ts'

const oaiPath = '/public/oai'
/** A record is some kilobytes in seven languages. */
const perAnswer = { ListIdentifiers: 500, ListRecords: 100 } as const
const tokenHours = 24

export const oaiProvider = publicAnswer({
  path: oaiPath,
  type: 'text/xml; charset=utf-8',
  async render(visit, all) {
    const asked = readAsked(all)
    const faults = isFaults(asked) ? asked : undefined
    const answer = isFaults(asked) ? asked : await answerTo(visit, asked)
    const told = isFaultList(answer)
    // What was not understood is not said back.
    const echo = faults?.some(one => one.code === 'badVerb' || one.code === 'badArgument')
      ? {}
      : Object.fromEntries(all)
    return envelope(
      { baseUrl: visit.node.baseUrl + oaiPath, at: seconds(visit.now.toISOString()), request: echo },
      told ? faultsXml(answer) : answer,
    )
  },
})

const isFaultList = (answer: Xml | readonly OaiFault[]): answer is readonly OaiFault[] =>
  typeof answer !== 'string'

async function answerTo(visit: PublicVisit, asked: Asked): Promise<Xml | OaiFault[]> {
  switch (asked.verb) {
    case 'Identify':
      return identify(visit)
    case 'ListMetadataFormats':
      return asked.identifier === undefined || (await rowOf(visit, asked.identifier))
        ? formatsXml()
        : [fault('idDoesNotExist', 'No record has this identifier.')]
    case 'ListSets':
      return setsXml(await setsOf(visit))
    case 'GetRecord': {
      const row = await rowOf(visit, asked.identifier)
      if (!row) return [fault('idDoesNotExist', 'No record has this identifier.')]
      const [record] = await records(visit, [row])
      return listXml('GetRecord', record ? [record] : [], undefined)
    }
    default:
      return list(visit, asked)
  }
}

async function identify({ node, tx, now }: PublicVisit): Promise<Xml> {
  const host = hostOf(node.baseUrl)
  return identifyXml({
    name: `Kerege: ${words('en', 'council')}, ${words('en', 'practices')}`,
    baseUrl: node.baseUrl + oaiPath,
    // Every domain that takes mail has a postmaster (RFC 5321); a machine without one says so by its name.
    mail: `postmaster@${host.includes('.') ? host : `${host}.invalid`}`,
    earliest: seconds((await read.earliestChange(tx)) ?? now.toISOString()),
    host,
  })
}

const hostOf = (baseUrl: string) => new URL(baseUrl).hostname

async function setsOf({ tx }: PublicVisit) {
  const countries = await read.tally(tx, 'country')
  return [
    ...domains.map(domain => ({ spec: `domain:${domain}`, name: words('en', `domain.${domain}`) })),
    ...[...countries.keys()].sort().map(code => ({ spec: `country:${code}`, name: countryName('en', code) })),
    ...languages.map(language => ({ spec: `language:${language}`, name: ownNames[language] })),
  ]
}

async function rowOf({ node, tx }: PublicVisit, identifier: string) {
  const prefix = `oai:${hostOf(node.baseUrl)}:`
  const number = identifier.startsWith(prefix) ? read.numberOf(identifier.slice(prefix.length)) : undefined
  return number === undefined ? undefined : read.harvestedOne(tx, number)
}

/** What a token carries: the question, where it goes on, and until when it may be asked. */
interface Going {
  selection: Omit<Selection, 'verb'>
  verb: Selection['verb']
  after: [string, number]
  behind: number
  expires: string
}

async function list(
  visit: PublicVisit,
  asked: Extract<Asked, { token: string | undefined }>,
): Promise<Xml | OaiFault[]> {
  const resumed = asked.token === undefined ? undefined : openToken(visit, asked.token, asked.verb)
  if (resumed === null)
    return [fault('badResumptionToken', 'This token is not known here, or its day is over.')]
  const { verb } = asked
  const { from, until, set } = resumed?.selection ?? asked
  const limit = perAnswer[verb]
  const found = await read.harvested(visit.tx, { from, until, set, after: resumed?.after, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  if (!last) return [fault('noRecordsMatch', 'Nothing fits the question.')]
  const behind = resumed?.behind ?? 0
  const more = found.length > limit
  const expires = seconds(new Date(visit.now.getTime() + tokenHours * 3_600_000).toISOString())
  const going = {
    token: more
      ? sealToken(visit, {
          verb,
          selection: { from, until, set },
          after: [last.changedAt, last.number],
          behind: behind + rows.length,
          expires,
        })
      : undefined,
    total: more || resumed ? await read.harvestedCount(visit.tx, { from, until, set }) : 0,
    behind,
    expires,
  }
  const written =
    verb === 'ListIdentifiers' ? rows.map(row => headerXml(headerOf(visit, row))) : await records(visit, rows)
  return listXml(verb, written, more || resumed ? going : undefined)
}

const tokenPurpose = 'oai token'
const sealToken = ({ node }: PublicVisit, going: Going): string =>
  seal(node.keys.cursors, tokenPurpose, Buffer.from(JSON.stringify(going))).toString('base64url')

/** @returns null for one that is not ours, not for this verb, or over */
function openToken({ node, now }: PublicVisit, token: string, verb: Selection['verb']): Going | null {
  try {
    const plain = unseal(node.keys.cursors, tokenPurpose, Buffer.from(token, 'base64url')).toString()
    const going = JSON.parse(plain) as Going // sealed by `sealToken`
    return going.verb === verb && going.expires > now.toISOString() ? going : null
  } catch {
    return null
  }
}

async function records(visit: PublicVisit, rows: readonly read.HarvestRow[]): Promise<Xml[]> {
  const shown = await read.practicesById(
    visit.tx,
    rows.filter(row => !row.deleted).map(row => row.id),
  )
  return rows.map(row => {
    const practice = shown.get(row.id)
    // Between the list and the policies the policies win: what they do not show is gone.
    return recordXml(
      headerOf(visit, { ...row, deleted: practice === undefined }),
      practice && dublinCore(practice, visit.node.baseUrl),
    )
  })
}

const headerOf = ({ node }: PublicVisit, row: read.HarvestRow): Header => ({
  identifier: `oai:${hostOf(node.baseUrl)}:${practiceSymbol(row.number)}`,
  datestamp: seconds(row.changedAt),
  sets: row.sets,
  deleted: row.deleted,
})

/** Whole seconds, as the protocol counts. */
const seconds = (at: string) => `${new Date(at).toISOString().slice(0, 19)}Z`
