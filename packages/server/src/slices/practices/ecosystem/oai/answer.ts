/** Answers of OAI-PMH 2.0 as XML, in the order that its schema demands. */
import { element, textOf, type Xml, xmlDocument } from '../../../../platform/xml.ts'
import type { DcStatement } from '../dublinCore.ts'
import { metadataPrefix, type OaiFault, type Verb } from './asked.ts'

const oai = 'http://www.openarchives.org/OAI/2.0/'
const dc = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'

export interface Header {
  readonly identifier: string
  readonly datestamp: string
  readonly sets: readonly string[]
  readonly deleted: boolean
}

const leaf = (name: string, text: string | number): Xml => element(name, {}, textOf(text))

/** @param request arguments as they were understood; none where they were not */
export function envelope(
  { baseUrl, at, request }: { baseUrl: string; at: string; request: Readonly<Record<string, string>> },
  ...content: readonly (Xml | readonly Xml[])[]
): string {
  return xmlDocument(
    element(
      'OAI-PMH',
      { xmlns: oai, 'xmlns:xsi': instance, 'xsi:schemaLocation': `${oai} ${oai}OAI-PMH.xsd` },
      leaf('responseDate', at),
      element('request', request, textOf(baseUrl)),
      ...content,
    ),
  )
}

export const faultsXml = (faults: readonly OaiFault[]): Xml[] =>
  faults.map(({ code, message }) => element('error', { code }, textOf(message)))

export interface Identity {
  readonly name: string
  readonly baseUrl: string
  readonly mail: string
  readonly earliest: string
  /** Host that identifiers carry. */
  readonly host: string
}

export function identifyXml({ name, baseUrl, mail, earliest, host }: Identity): Xml {
  const scheme = `${oai}oai-identifier`
  return element(
    'Identify',
    {},
    leaf('repositoryName', name),
    leaf('baseURL', baseUrl),
    leaf('protocolVersion', '2.0'),
    leaf('adminEmail', mail),
    leaf('earliestDatestamp', earliest),
    leaf('deletedRecord', 'persistent'),
    leaf('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    leaf('compression', 'gzip'),
    // The scheme of identifiers wants a name with a domain; a hub on one machine has none.
    host.includes('.')
      ? element(
          'description',
          {},
          element(
            'oai-identifier',
            { xmlns: scheme, 'xsi:schemaLocation': `${scheme} ${scheme}.xsd` },
            leaf('scheme', 'oai'),
            leaf('repositoryIdentifier', host),
            leaf('delimiter', ':'),
            leaf('sampleIdentifier', `oai:${host}:PR-0007`),
          ),
        )
      : undefined,
  )
}

export const formatsXml = (): Xml =>
  element(
    'ListMetadataFormats',
    {},
    element(
      'metadataFormat',
      {},
      leaf('metadataPrefix', metadataPrefix),
      leaf('schema', `${oai}oai_dc.xsd`),
      leaf('metadataNamespace', dc),
    ),
  )

export const setsXml = (sets: readonly { spec: string; name: string }[]): Xml =>
  element(
    'ListSets',
    {},
    sets.map(({ spec, name }) => element('set', {}, leaf('setSpec', spec), leaf('setName', name))),
  )

export const headerXml = ({ identifier, datestamp, sets, deleted }: Header): Xml =>
  element(
    'header',
    { status: deleted ? 'deleted' : undefined },
    leaf('identifier', identifier),
    leaf('datestamp', datestamp),
    sets.map(set => leaf('setSpec', set)),
  )

/** @param statements absent for what was taken back: its header stays */
export const recordXml = (header: Header, statements: readonly DcStatement[] | undefined): Xml =>
  element(
    'record',
    {},
    headerXml(header),
    statements &&
      element(
        'metadata',
        {},
        element(
          'oai_dc:dc',
          {
            'xmlns:oai_dc': dc,
            'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
            'xmlns:xsi': instance,
            'xsi:schemaLocation': `${dc} ${oai}oai_dc.xsd`,
          },
          statements.map(({ element: name, text, language }) =>
            element(`dc:${name}`, { 'xml:lang': language }, textOf(text)),
          ),
        ),
      ),
  )

export interface Going {
  /** Absent on the last part, which closes the list with an empty one. */
  readonly token: string | undefined
  readonly total: number
  readonly behind: number
  readonly expires: string
}

/** @param going absent where the whole list fits into one answer */
export const listXml = (verb: Verb, rows: readonly Xml[], going: Going | undefined): Xml =>
  element(
    verb,
    {},
    rows,
    going &&
      element(
        'resumptionToken',
        {
          expirationDate: going.token === undefined ? undefined : going.expires,
          completeListSize: going.total,
          cursor: going.behind,
        },
        ...(going.token === undefined ? [] : [textOf(going.token)]),
      ),
  )
