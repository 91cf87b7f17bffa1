/** In which language a page is read: as its address says, else as the browser asks, else English. */
import { type Language, languages } from '@kerege/contract/common'

const ours = (tag: string): Language | undefined => {
  const primary = tag.trim().toLowerCase().split('-')[0]
  return languages.find(language => language === primary)
}

/** @param wanted value of `?lang=`; what is no language of ours is as good as none */
export function languageOf(wanted: string | undefined, accepts: string | undefined): Language {
  return (wanted !== undefined ? ours(wanted) : undefined) ?? accepted(accepts ?? '') ?? 'en'
}

/** The best of `Accept-Language` (RFC 9110): by weight, the earlier one of equals. */
function accepted(header: string): Language | undefined {
  return header
    .slice(0, 1000)
    .split(',')
    .map(part => {
      const [tag = '', ...rest] = part.split(';')
      const weight = rest.map(one => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean)
      return { language: ours(tag), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(one => one.language && one.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.language
}
