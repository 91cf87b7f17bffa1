/**
 * What somebody wrote anew in a mail: without what was quoted, without the signature. Our own mails carry a mark above which one
 * answers; where it was cut away, the ways in which mail programs of the region quote are known. Pure.
 */

/** Stands in every mail that can be answered. */
export const cutMark = '##-'

/** "On … wrote:", in the languages of the hub and of common programs. */
const quoting =
  /(?:wrote|writes|пишет|писал\(а\)|писал|писала|написал\(а\)|написал|написала|жазды|деп жазды|навишт|навиштааст|ýazdy|yozdi|yozgan|schrieb|a écrit|yazdı)\s?:\s*$/iu
const forwarded =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение|пересланное сообщение|бастапқы хабар|баштапкы кат|паёми аслӣ|asl xabar|asyl hat)\s*-{0,}|_{12,}|begin forwarded message:?)\s*$/iu
const headLine = /^\s*\*?(?:from|от|кімнен|кимден|аз|kimden|kimdan)\s?:\*?\s.*(?:@|\[mailto)/iu
const sentFrom =
  /^\s*(?:sent from my |sent from (?:outlook|mail|yahoo)|get outlook for|отправлено (?:с |из )|жіберілді:? |iPhone|iPad)/iu

/** A line that says whose words follow may be broken in two. */
const beginsQuote = (line: string, next: string | undefined) =>
  quoting.test(line) ||
  (/^\s*(?:on|on |\d|пн|вт|ср|чт|пт|сб|вс)/iu.test(line) && quoting.test(`${line} ${next ?? ''}`))

/** @returns '' when nothing new was said */
export function newWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n')
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    if (line.includes(cutMark) || forwarded.test(line) || headLine.test(line)) break
    if (/^--\s?$/.test(line)) break
    if (beginsQuote(line, lines[at + 1])) break
    if (/^\s*>/.test(line)) continue
    kept.push(line.trimEnd())
  }
  while (kept.length > 0 && (kept.at(-1)?.trim() === '' || sentFrom.test(kept.at(-1) ?? ''))) kept.pop()
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
