/** How a published practice is cited: to copy, or as a file for a bibliography. Made on the device, by the rules of the contract. */
import {
  cite,
  citationFiles,
  type citationFormats,
  type Cited,
} from '@kerege/contract/practices/citation/index'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toasts.ts'
import css from './ecosystem.module.css'

/** As they are called everywhere. */
const names = { gost: 'ГОСТ Р 7.0.100', apa: 'APA 7', bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' } as const

export function CiteCard({ practice }: { practice: Practice }) {
  const t = useT()
  const { language } = useLoaded()
  const [format, choose] = useState<(typeof citationFormats)[number]>('gost')
  const cited = useCited(practice)
  if (!cited) return null
  const text = cite([cited], format, language)
  const copy = () => navigator.clipboard.writeText(text).then(() => toast(t('ecosystem.citing.copied')))
  const save = () => {
    const { ending, type } = citationFiles[format]
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = `${cited.symbol}.${cited.edition}.${ending}`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Card title={t('ecosystem.citing.title')}>
      <NativeSelect
        label={t('ecosystem.citing.style')}
        value={format}
        data={['gost', 'apa', 'bibtex', 'ris', 'csl'].map(value => ({
          value,
          label: names[value as keyof typeof names], // the very list above
        }))}
        onChange={event => choose(event.currentTarget.value as typeof format)} // one of the options
      />
      <pre className={css.citation} dir="auto">
        {text.trim()}
      </pre>
      <div className="k-row">
        <Button variant="default" onClick={() => void copy()}>
          {t('ecosystem.citing.copy')}
        </Button>
        <Button variant="subtle" onClick={save}>
          {t('ecosystem.citing.download')}
        </Button>
        {practice.audience === 'public' && (
          <a href={`/public/practices/${cited.symbol}`} target="_blank" rel="noreferrer">
            {t('ecosystem.citing.public')}
          </a>
        )}
      </div>
    </Card>
  )
}

function useCited({ number, edition, organisation, licence }: Practice): Cited | undefined {
  const t = useT()
  const format = useFormat()
  if (number === undefined || !edition) return undefined
  const symbol = practiceSymbol(number)
  const { texts, facts } = edition.content
  const title = format.text(texts.title)
  const summary = texts.summary && format.text(texts.summary)
  return {
    symbol,
    edition: edition.number,
    language: title.language,
    title: title.text,
    englishTitle: title.language === 'en' ? undefined : texts.title.en?.text,
    abstract: summary?.language === title.language ? summary.text : undefined,
    authors: organisation ? [format.text(organisation).text] : [],
    publisher: t('ecosystem.citing.council'),
    published: edition.publishedAt.slice(0, 10),
    url: `${window.location.origin}/public/practices/${symbol}/${edition.number}`,
    accessed: new Date().toISOString().slice(0, 10),
    keywords: facts.domains.map(domain => t(`domains.${domain}`)),
    licence: licence === 'ask' ? undefined : licence,
  }
}
