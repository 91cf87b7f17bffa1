/**
 * The school page and the health page: what a school or a clinic has to know, for their table. Each is made of its own section alone,
 * so that it names no operation, no camp, no place of birth, and no parent in prison.
 */
import { join } from 'node:path'
import { Id, type Language } from '@kerege/contract/common'
import type { RoughDate } from '@kerege/contract/people/kinship/schema'
import type { ContentOf } from '@kerege/contract/situation/content'
import type { Entry } from '@kerege/contract/situation/schema'
import { notFound } from '@kerege/contract/errors'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { paperSource } from '../../platform/exports/papers.ts'
import { openMessages } from '../../platform/messages.ts'
import { ownNames } from '../../platform/languageNames.ts'
import { standing } from '../casework/index.ts'
import * as store from './store.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))
const dayCell = (day: string) => day.split('-').reverse().join('.')
const rough = (day: RoughDate) =>
  day.precision === 'day' ? dayCell(day.date) : day.precision === 'month' ? dayCell(day.month) : `${day.year}`

/** @throws DomainError `not-found` where the section is shut, as for somebody who is not there */
async function openSection(ctx: Context, personId: string, section: 'education' | 'health') {
  const { readable } = await standing(ctx, personId)
  if (!readable.includes(section)) throw notFound()
  const person = await ctx.tx
    .selectFrom('people.persons')
    .select('label')
    .where('id', '=', personId)
    .executeTakeFirst()
  const rows = await store.ofPerson(ctx, personId)
  const its = rows.filter(row => row.compartment === section && row.state === 'open')
  ctx.trail.shown([personId, ...its.map(row => row.id)])
  return { label: person?.label ?? '', entries: its.map(row => store.toEntry(row, [])) }
}

type Of<K extends Entry['content']['kind']> = Entry & { content: ContentOf<K> }
const ofKind = <K extends Entry['content']['kind']>(entries: readonly Entry[], kind: K) =>
  entries.filter((one): one is Of<K> => one.content.kind === kind)

/** Nothing is said where nothing is known. */
const row = (label: string, value: string | undefined): string[][] => (value ? [[label, value]] : [])
const columns = (t: (key: string) => string) => [
  { heading: t('what'), share: 34 },
  { heading: t('now'), share: 66 },
]

function schoolRows(one: Of<'schooling'>, t: (key: string) => string): string[][] {
  const { grade, language: taught, placedOn, placement, plan } = one.content
  return [
    ...row(t('since'), one.since && rough(one.since)),
    ...row(t('grade'), grade),
    ...row(t('taught'), taught && (ownNames[taught as Language] ?? taught)),
    ...row(t('placement'), [placedOn && dayCell(placedOn), placement].filter(Boolean).join('\n')),
    ...row(t('plan'), plan),
  ]
}

const schoolPage = paperSource({
  of: 'school-page',
  access: 'casework.read',
  query: z.strictObject({ personId: Id }),
  sheet: async (ctx, { personId }, language) => {
    const t = (key: string, values = {}) => messages(language, key, values)
    const { label, entries } = await openSection(ctx, personId, 'education')
    const months = ofKind(entries, 'attendance')
    return {
      kind: 'table' as const,
      title: t('school.title'),
      facts: [label],
      columns: columns(t),
      groups: ofKind(entries, 'schooling').map(one => ({
        head: one.content.school,
        rows: [
          ...schoolRows(one, t),
          ...months
            .filter(month => month.parentId === one.id)
            .map(({ content }) => [
              `${t('attendance')}, ${dayCell(content.month)}`,
              [t('days', { present: content.present, held: content.held }), content.words]
                .filter(Boolean)
                .join('. '),
            ]),
        ],
      })),
      signatures: [t('sign.school'), t('sign.worker')],
      nothing: t('school.none'),
    }
  },
})

const healthPage = paperSource({
  of: 'health-page',
  access: 'casework.read',
  query: z.strictObject({ personId: Id }),
  sheet: async (ctx, { personId }, language) => {
    const t = (key: string) => messages(language, key)
    const { label, entries } = await openSection(ctx, personId, 'health')
    return {
      kind: 'table' as const,
      title: t('health.title'),
      facts: [label],
      columns: columns(t),
      groups: ofKind(entries, 'health').map(({ content }) => ({
        rows: [
          ...row(
            t('clinic'),
            [t(`registered.${content.registered}`), content.clinic].filter(Boolean).join(', '),
          ),
          ...row(t('allergies'), content.allergies),
          ...row(t('medicine'), content.medicine),
          [t('vaccinations'), t(`vaccinations.${content.vaccinations}`)],
          ...row(t('specialist'), content.specialist),
          ...row(t('disability'), content.disability),
        ],
      })),
      signatures: [t('sign.clinic'), t('sign.worker')],
      nothing: t('health.none'),
    }
  },
})

export const situationPapers = [schoolPage, healthPage]
