/**
 * The sheet of what was told: exactly the fields that were told, and nothing else. It may lie on any table, so that it names no
 * operation and no place that people came from; no field of the journey can be told at all.
 */
import { Id } from '@kerege/contract/common'
import { z } from 'zod'
import { paperSource } from '../../../platform/exports/papers.ts'
import { whole } from './disclosures.ts'
import { words } from './values.ts'

export const disclosurePaper = paperSource({
  of: 'sharing-note',
  access: 'consents.read',
  query: z.strictObject({ disclosureId: Id }),
  sheet: async (ctx, { disclosureId }, language) => {
    const t = (key: string, values = {}) => words(language, key, values)
    const one = await whole(ctx, disclosureId)
    const basis = [t(`rests.${one.rests}`), one.basisWords].filter(Boolean).join(': ')
    return {
      kind: 'table' as const,
      title: t('sheet.title'),
      facts: [
        `${t('sheet.to')}: ${[one.contact.organisation, one.contact.person].filter(Boolean).join(', ')}`,
        ...(one.purpose ? [`${t('sheet.for')}: ${t(`purpose.${one.purpose}`)}`] : []),
        `${t('sheet.on')}: ${one.toldOn.split('-').reverse().join('.')}`,
        `${t('sheet.basis')}: ${basis}`,
        t('sheet.only'),
        ...(one.notShown > 0 ? [t('sheet.hidden', { n: one.notShown })] : []),
      ],
      columns: [
        { heading: t('sheet.what'), share: 32 },
        { heading: t('sheet.told'), share: 68 },
      ],
      groups: [{ rows: one.fields.map(({ field, value }) => [t(`field.${field}`), value]) }],
      signatures: [`${t('sheet.signs.told')}: ${one.by.name}`, t('sheet.signs.heard')],
      nothing: t('sheet.nothing'),
    }
  },
})
