/** What one wants to know of a practice before reading it: for whom, how long, at what cost, how sure. */
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import type { MultiText } from '@kerege/contract/common'
import { Domain } from '@kerege/contract/domains'
import type { ReactNode } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useDomainsText } from '../../ui/domains/words.ts'
import { agesText } from '../guidance/words.tsx'
import { themeWords } from '../practices/themes/themes.ts'
import { useCodes } from './words.tsx'

type Fact = readonly [label: string, value: ReactNode]

interface Props {
  given: GivenPractice
  /** In the hub's words; without a line those that this program has. */
  themes?: readonly MultiText[] | undefined
}

export function Glance({ given, themes }: Props) {
  const t = useT()
  const format = useFormat()
  const codes = useCodes()
  const domainsText = useDomainsText()
  const { language } = useLoaded()
  const { facts, papers } = given
  const domains = facts.domains.filter((one): one is Domain => Domain.safeParse(one).success)
  const years =
    facts.since === undefined
      ? ''
      : facts.until === undefined
        ? t('exchange.glance.years.since', { since: String(facts.since) })
        : t('exchange.glance.years.both', { since: String(facts.since), until: String(facts.until) })
  const forWhom = [codes('audience', facts.audience), codes('sex', [facts.sex]), agesText(facts.ages, t)]
  const about = themes?.map(one => format.text(one).text) ?? themeWords(facts.themes, language)
  const by = given.organisation && format.text(given.organisation)
  const rows: readonly (Fact | false)[] = [
    [t('domains.title'), domainsText(domains)],
    about.length > 0 && [t('practices.fact.themes'), about.join(', ')],
    [t('exchange.glance.for'), forWhom.filter(Boolean).join(' · ')],
    facts.settings.length > 0 && [t('exchange.setting'), codes('setting', facts.settings)],
    [t('exchange.glance.done'), [format.country(facts.country), years].filter(Boolean).join(', ')],
    by !== undefined && [t('exchange.glance.by'), <bdi key="by">{by.text}</bdi>],
    facts.weeks !== undefined && [t('exchange.glance.time'), t('exchange.glance.weeks', { n: facts.weeks })],
    facts.cost !== undefined && [t('exchange.glance.cost'), codes('cost', [facts.cost])],
    [t('exchange.glance.evidence'), codes('evidence', [facts.evidenceLevel])],
    [
      t('exchange.glance.languages'),
      Object.keys(given.texts.title)
        .map(one => format.language(one))
        .join(', '),
    ],
    papers.length > 0 && [t('exchange.glance.papers'), papers.join(', ')],
    [t('exchange.glance.licence'), given.licence === 'ask' ? t('exchange.licence.ask') : given.licence],
    [t('exchange.glance.published'), format.date(given.publishedAt, 'text')],
    given.confirmBy !== undefined && [t('exchange.glance.confirm'), format.date(given.confirmBy, 'text')],
  ]
  return (
    <Card title={t('exchange.glance')}>
      <Facts facts={rows.filter(row => row !== false)} />
    </Card>
  )
}
