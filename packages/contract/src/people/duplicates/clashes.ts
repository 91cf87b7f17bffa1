/**
 * Values that must not clash: where they do, two records are not merged, whatever a person thinks of them, until one
 * of the values was corrected. Each stands for a mistake that would be grave: two children under one number.
 */
import type { Compartment } from '../../access/compartments.ts'
import type { Fault } from '../../errors.ts'
import type { Whole } from './rules.ts'

/** Identifiers of which a person has exactly one in a lifetime. Passports, cards and certificates may be several. */
export const uniqueSystems: readonly string[] = ['iin', 'pinfl', 'pin', 'inn']

/** Identifiers of which no two persons have the same: one number under two records is told at once. */
export const alertSystems: readonly string[] = [...uniqueSystems, 'passport', 'identity-card']

/** Sources of a spelling that a person shows on paper. */
const papers: readonly string[] = ['birth-certificate', 'identity-card', 'passport', 'court']

export interface Clash {
  fault: Fault
  /** Sections that must be open to whoever is told which value it is. */
  needs: readonly Compartment[]
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export function clashes(stays: Whole, joins: Whole): Clash[] {
  return [...identifierClashes(stays, joins), ...sexClash(stays, joins), ...birthClash(stays, joins)]
}

function identifierClashes(stays: Whole, joins: Whole): Clash[] {
  const numbers = (whole: Whole, system: string) =>
    whole.identity.identifiers.filter(one => one.system === system).map(one => plain(one.value))
  return uniqueSystems.flatMap(system => {
    const [mine, theirs] = [numbers(stays, system), numbers(joins, system)]
    if (mine.length === 0 || theirs.every(number => mine.includes(number))) return []
    const fault = { pointer: '/identity/identifiers', code: 'identifier-clash', params: { system } }
    return [{ fault, needs: ['identity' as const] }]
  })
}

/** Two records that each rest on a paper and say different sexes. A slip on a list is a choice, not a clash. */
function sexClash(stays: Whole, joins: Whole): Clash[] {
  const told = (whole: Whole) => ['female', 'male'].includes(whole.contact.sex)
  if (!told(stays) || !told(joins) || stays.contact.sex === joins.contact.sex) return []
  const onPaper = (whole: Whole, section: 'contact' | 'identity') =>
    whole[section].names.some(name => papers.includes(name.source))
  const proved = (whole: Whole) => onPaper(whole, 'contact') || onPaper(whole, 'identity')
  if (!proved(stays) || !proved(joins)) return []
  const openly = onPaper(stays, 'contact') && onPaper(joins, 'contact')
  const fault = { pointer: '/contact/sex', code: 'sex-clash' }
  return [{ fault, needs: openly ? ['contact'] : ['contact', 'identity'] }]
}

/** Both days are known, and more than a year lies between them. */
function birthClash(stays: Whole, joins: Whole): Clash[] {
  const [a, b] = [stays.contact.birth, joins.contact.birth]
  if (a.precision !== 'day' || b.precision !== 'day') return []
  if (Math.abs(Number(a.date.slice(0, 4)) - Number(b.date.slice(0, 4))) <= 1) return []
  return [{ fault: { pointer: '/contact/birth', code: 'birth-clash' }, needs: ['contact'] }]
}

/** What a reader is told: a value that is not open to them speaks against it, without saying which. */
export function toldTo(open: readonly Compartment[], found: readonly Clash[]): Fault[] {
  const shown = found.filter(one => one.needs.every(compartment => open.includes(compartment)))
  const hidden = found.length > shown.length ? [{ pointer: '', code: 'clash-not-shown' }] : []
  return [...shown.map(one => one.fault), ...hidden]
}
