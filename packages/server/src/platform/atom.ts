/** Writes a feed (RFC 4287). Pure: whoever has rows says what they are called, and since when. */

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
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">
<id>${escaped(feed.id)}</id>
<title>${escaped(feed.title)}</title>
<updated>${newest.at(-1) ?? instant(feed.since)}</updated>
<author><name>${escaped(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escaped(feed.url)}"/>
${feed.entries.map(written).join('\n')}
</feed>
`
}

const written = (one: AtomEntry) => `<entry>
<id>${escaped(one.id)}</id>
<title>${escaped(one.title)}</title>
<updated>${instant(one.updated)}</updated>${one.published === undefined ? '' : `\n<published>${instant(one.published)}</published>`}
<link rel="alternate" type="text/html" href="${escaped(one.url)}"/>
<summary>${escaped(one.summary)}</summary>
</entry>`

const instant = (at: string) => new Date(at).toISOString()

/** Letters that XML does not know at all are left out: one of them would make the whole feed unreadable. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
