/** Writes a feed (RFC 4287). Pure: whoever has rows says what they are called, and since when. */
import { escapeXml } from './xml.ts'

export interface AtomEntry {
  /** Stable for good: a `urn:uuid:` or a `tag:`. */
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly published?: string | undefined
  readonly url: string
  readonly summary: string
}

export interface AtomFeed {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly language: string
  /** Where it stands itself, and the page that it tells of. */
  readonly self: string
  readonly url: string
  /** For a feed without entries. */
  readonly since: string
  readonly entries: readonly AtomEntry[]
}

export function atom(feed: AtomFeed): string {
  const newest = feed.entries.map(one => instant(one.updated)).sort()
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
<id>${escapeXml(feed.id)}</id>
<title>${escapeXml(feed.title)}</title>
<updated>${newest.at(-1) ?? instant(feed.since)}</updated>
<author><name>${escapeXml(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>
${feed.entries.map(written).join('\n')}
</feed>
`
}

const written = (one: AtomEntry) => `<entry>
<id>${escapeXml(one.id)}</id>
<title>${escapeXml(one.title)}</title>
<updated>${instant(one.updated)}</updated>${one.published === undefined ? '' : `\n<published>${instant(one.published)}</published>`}
<link rel="alternate" type="text/html" href="${escapeXml(one.url)}"/>
<summary>${escapeXml(one.summary)}</summary>
</entry>`

const instant = (at: string) => new Date(at).toISOString()
