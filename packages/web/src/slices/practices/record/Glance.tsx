/** A practice at a glance: for whom, how long, at what cost, how sure; and whose it is. */
import { type Language, languages } from '@kerege/contract/common'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { listContributors } from '@kerege/contract/practices/questions/routes'
import { getPractice } from '@kerege/contract/practices/record/routes'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Said } from '../../council/parts/Said.tsx'
import { EvidenceHelp } from '../rubric/Rubric.tsx'
import { themeWords, useConcepts } from '../themes/themes.ts'
import { agesText, wordOf } from './words.ts'

interface Props {
  practice: Practice
  content: PracticeContent
  language: Language
}

export function Glance({ practice, content }: Props) {
  const t = useT()
  const format = useFormat()
  const { language: reader } = useLoaded()
  const contributors = useGet(listContributors, { params: { id: practice.id } }).data?.body.rows ?? []
  const concepts = useConcepts()
  const { facts } = content
  const rows: (readonly [string, ReactNode])[] = []
  const say = (label: string, value: ReactNode) => {
    if (value !== undefined && value !== '') rows.push([label, value])
  }
  const whom = [facts.audience.map(one => wordOf('role', one, t)).join(', '), agesText(facts, t)]
  say(t('practices.for'), whom.filter(Boolean).join('; '))
  say(t('practices.fact.themes'), themeWords(facts.themes, reader, concepts).join(', '))
  say(t('practices.fact.settings'), facts.settings.map(one => wordOf('setting', one, t)).join(', '))
  say(
    t('practices.fact.weeks'),
    facts.weeks === undefined ? undefined : t('practices.weeks', { n: facts.weeks }),
  )
  say(t('practices.fact.cost'), facts.cost && wordOf('cost', facts.cost, t))
  say(t('practices.fact.evidenceLevel'), wordOf('evidence', facts.evidenceLevel, t))
  const missing = languages.filter(one => !content.texts.title[one])
  say(
    t('practices.languages'),
    missing.length === 0
      ? t('practices.allLanguages')
      : t('practices.languagesOf', {
          n: languages.length - missing.length,
          missing: format.list(missing.map(one => format.language(one))),
        }),
  )
  say(t('practices.organisation'), <Said text={practice.organisation ?? practice.agency.name} />)
  say(t('practices.author'), <bdi>{practice.author.name}</bdi>)
  if (contributors.length > 0) {
    say(
      t('practices.contributors'),
      contributors.map(({ name }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      )),
    )
  }
  say(t('practices.licenceOf'), wordOf('licence', practice.licence, t))
  say(t('practices.audienceOf'), wordOf('audience', practice.audience, t))
  if (practice.confirmBy) say(t('practices.confirmBy'), format.date(practice.confirmBy))
  if (practice.edition) {
    say(
      t('practices.edition'),
      <Link to={`/practices/${practice.id}/editions`}>
        {t('practices.editionOf', {
          n: practice.edition.number,
          day: format.date(practice.edition.publishedAt),
        })}
      </Link>,
    )
  }
  for (const paper of practice.papers) {
    say(t('practices.papers'), <a href={`/public/documents/${paper}`}>{paper}</a>)
  }
  return (
    <Card title={t('practices.glance')}>
      <Facts facts={rows} />
      <EvidenceHelp given={facts.evidenceLevel} />
      {facts.related.length > 0 && <Related ids={facts.related} />}
    </Card>
  )
}

/** By title, as far as each is open to the reader. */
function Related({ ids }: { ids: readonly string[] }) {
  const t = useT()
  return (
    <>
      <h3>{t('practices.fact.related')}</h3>
      <ul>
        {ids.map(id => (
          <RelatedOne key={id} id={id} />
        ))}
      </ul>
    </>
  )
}

function RelatedOne({ id }: { id: string }) {
  const found = useGet(getPractice, { params: { id } }).data?.body
  if (!found) return null
  return (
    <li>
      <Link to={`/practices/${id}`}>
        <Said text={found.title} />
      </Link>
    </li>
  )
}
