/** XML that we write: elements as text, with everything that somebody typed escaped. Reading it is in xmlTree.ts. */

/** Letters that XML does not know at all are left out: one of them would make the whole file unreadable. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)

/** Written already: what `element` or `textOf` made. Nothing else can stand between tags. */
export type Xml = string & { readonly xml: unique symbol }

/** What is undefined is left out, an attribute too. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly (Xml | readonly Xml[] | undefined)[]
): Xml {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`]))
    .join('')
  const inside = children.flat().filter(child => child !== undefined)
  // The type is a promise of this function alone.
  return (
    inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`
  ) as Xml
}

export const textOf = (text: string | number): Xml => escapeXml(String(text)) as Xml // escaped just now

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
