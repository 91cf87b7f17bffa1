/** Professions, languages and days in words, for lists, facts and choices. */
import { type Profession, professions, type Zone } from '@kerege/contract/practices/trainings/common'
import { useMemo } from 'react'
import { useLoaded } from '../../../../i18n/language.ts'
import type { Formatter } from '../../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../../i18n/useT.tsx'
import type { Option } from '../../../../ui/form/ChoiceField.tsx'
import type { Filter } from '../../../../ui/list/types.ts'

/** None stands for all of them. */
export function useProfessionsText(): (list: readonly Profession[]) => string {
  const t = useT()
  return list =>
    list.length === 0
      ? t('trainings.professions.all')
      : list.map(one => t(`trainings.profession.${one}`)).join(', ')
}

export function useProfessionOptions(): Option[] {
  const t = useT()
  return professions.map(value => ({ value, label: t(`trainings.profession.${value}`) }))
}

export function useLanguageOptions(): Option[] {
  const { table } = useLoaded()
  return useMemo(() => Object.entries(table.languages).map(([value, label]) => ({ value, label })), [table])
}

/** The languages of the region and those in which guests teach: a filter needs no more. */
const likely = ['ru', 'kk', 'ky', 'tg', 'tk', 'uz', 'en', 'ar'] as const

export function useLanguageFilter(format: Formatter): Filter {
  const t = useT()
  return {
    id: 'language',
    label: t('trainings.language'),
    kind: 'choice',
    options: likely.map(value => ({ value, label: format.language(value) })),
  }
}

export const languagesText = (list: readonly string[], format: Formatter): string =>
  list.map(one => format.language(one)).join(', ')

export const daysText = ({ from, until }: { from: string; until: string }, format: Formatter): string =>
  from === until ? format.date(from) : `${format.date(from)} – ${format.date(until)}`

/** A clock by the city that reads it. */
export function zoneText(zone: Zone, t: Translate): string {
  switch (zone) {
    case 'Asia/Almaty':
      return t('council.city.astana')
    case 'Asia/Bishkek':
      return t('council.city.bishkek')
    case 'Asia/Dushanbe':
      return t('council.city.dushanbe')
    case 'Asia/Ashgabat':
      return t('council.city.ashgabat')
    case 'Asia/Tashkent':
      return t('council.city.tashkent')
    case 'Europe/Istanbul':
      return t('trainings.zone.istanbul')
    case 'Europe/Vienna':
      return t('trainings.zone.vienna')
    case 'UTC':
      return zone
  }
}
