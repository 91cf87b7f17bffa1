/**
 * What there is to read, for search engines: `/robots.txt`, and `/sitemap.xml` with one part for each five hundred addresses
 * (sitemaps.org 0.9). Every address names its twins in the other languages. The working side is nobody's index.
 */
import { languages } from '@kerege/contract/common'
import type { Tx } from '../../platform/database.ts'
import {
  type AnyPublic,
  type PublicAddress,
  type PublicAddresses,
  type PublicFile,
  publicFile,
} from '../../platform/publicPage.ts'
import { element, textOf, type Xml, xmlDocument } from '../../platform/xml.ts'

const perPart = 500
const type = 'application/xml; charset=utf-8'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export const robots = publicFile({
  path: '/robots.txt',
  type: 'text/plain; charset=utf-8',
  render: async ({ node }) =>
    [
      'User-agent: *',
      'Allow: /public',
      'Allow: /assets/',
      'Allow: /favicon.svg',
      'Disallow: /public/search',
      'Disallow: /',
      `Sitemap: ${node.baseUrl}/sitemap.xml`,
      '',
    ].join('\n'),
})

export function siteMaps(pages: readonly AnyPublic[]): PublicFile[] {
  const sources = [
    menuOf(pages),
    ...pages.flatMap(page => (page.kind === 'page' && page.addresses ? [page.addresses] : [])),
  ]
  return [
    publicFile({
      path: '/sitemap.xml',
      type,
      async render({ tx, node }) {
        const parts: Xml[] = []
        for (const { name, count } of sources) {
          const n = Math.ceil((await count(tx)) / perPart)
          for (let part = 1; part <= n; part += 1)
            parts.push(
              element(
                'sitemap',
                {},
                element('loc', {}, textOf(`${node.baseUrl}/public/sitemap/${name}-${part}.xml`)),
              ),
            )
        }
        return xmlDocument(element('sitemapindex', { xmlns: namespace }, parts))
      },
    }),
    publicFile({
      path: '/public/sitemap/:part',
      type,
      async render({ tx, node, params }) {
        const [, name, part] = /^([a-z]+)-([1-9]\d{0,3})\.xml$/.exec(params['part'] ?? '') ?? []
        const source = sources.find(one => one.name === name)
        if (!source) return null
        const all = await source.part(tx, (Number(part) - 1) * perPart, perPart)
        return all.length === 0
          ? null
          : xmlDocument(
              element(
                'urlset',
                { xmlns: namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
                all.map(one => entry(one, node.baseUrl)),
              ),
            )
      },
    }),
  ]
}

/** Pages that stand for themselves. */
function menuOf(pages: readonly AnyPublic[]): PublicAddresses {
  const fixed = pages.flatMap((page): PublicAddress[] =>
    page.kind === 'page' && !page.passing && !page.path.includes(':') ? [{ path: page.path }] : [],
  )
  return {
    name: 'pages',
    count: async () => fixed.length,
    part: async (_: Tx, from, most) => fixed.slice(from, from + most),
  }
}

const entry = ({ path, changed }: PublicAddress, baseUrl: string): Xml =>
  element(
    'url',
    {},
    element('loc', {}, textOf(baseUrl + path)),
    changed === undefined ? undefined : element('lastmod', {}, textOf(new Date(changed).toISOString())),
    languages.map(language =>
      element('xhtml:link', {
        rel: 'alternate',
        hreflang: language,
        href: `${baseUrl}${path}?lang=${language}`,
      }),
    ),
    element('xhtml:link', { rel: 'alternate', hreflang: 'x-default', href: baseUrl + path }),
  )
