/**
 * The texts of a practice in the language that was chosen, with what they rest on; one that is missing there is shown in another, and
 * named so. The same at the hub and at a node, which knows a practice as it travels.
 */
import type { Language, MultiText } from '@kerege/contract/common'
import { type PracticeContent, practiceText, textFields } from '@kerege/contract/practices/content'
import type { ReactNode } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../practices.module.css'

interface Told {
  texts: PracticeContent['texts']
  facts: {
    figures: PracticeContent['facts']['figures']
    sources: readonly { title: string; url?: string | undefined; year?: number | undefined }[]
  }
}

interface CardProps {
  content: Told
  language: Language
  /** Above the texts. */
  children?: ReactNode
}

export function TextsCard({ content, language, children }: CardProps) {
  const t = useT()
  const there = textFields.filter(field => field !== 'title' && content.texts[field])
  return (
    <Card>
      {children}
      {there.map(field => (
        <section key={field} className={css.part}>
          <h3>{t(`practices.text.${field}`)}</h3>
          <OneText
            text={content.texts[field] as MultiText} // those that are there
            language={language}
            list={field === 'steps' ? 'ordered' : field === 'resources' ? 'plain' : undefined}
          />
        </section>
      ))}
      {content.facts.figures.length > 0 && <Figures content={content} />}
      {content.facts.sources.length > 0 && <Sources content={content} />}
    </Card>
  )
}

interface Props {
  text: MultiText
  language: Language
  list: 'ordered' | 'plain' | undefined
}

function OneText({ text, language, list }: Props) {
  const t = useT()
  const format = useFormat()
  const { language: shown, text: words } = practiceText(text, language)
  const notes = [
    ...(shown === language ? [] : [format.language(shown)]),
    ...(text[shown]?.state === 'machine' ? [t('practices.byMachine')] : []),
  ]
  const mark = notes.length > 0 && <p className="k-dim k-small">{notes.join(' · ')}</p>
  const lines = words.split('\n').filter(line => line.trim() !== '')
  if (list && lines.length > 1) {
    const items = lines.map(line => <li key={line}>{line}</li>)
    return (
      <div lang={shown} dir="auto" className="k-read">
        {mark}
        {list === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>}
      </div>
    )
  }
  return (
    <div lang={shown} dir="auto">
      {mark}
      <p className="k-read" style={{ whiteSpace: 'pre-line', margin: 0 }}>
        {words}
      </p>
    </div>
  )
}

function Figures({ content }: { content: Told }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className={css.part}>
      <h3>{t('practices.fact.figures')}</h3>
      <ul>
        {content.facts.figures.map(one => (
          <li key={`${one.value} ${one.source}`}>
            <bdi>{format.text(one.label).text}</bdi>: <strong>{one.value}</strong>{' '}
            <span className="k-dim">
              (<bdi>{one.source}</bdi>)
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sources({ content }: { content: Told }) {
  const t = useT()
  return (
    <section className={css.part}>
      <h3>{t('practices.fact.sources')}</h3>
      <ul>
        {content.facts.sources.map(one => (
          <li key={`${one.title} ${one.url}`}>
            {one.url ? (
              <a href={one.url} rel="noreferrer noopener">
                <bdi>{one.title}</bdi>
              </a>
            ) : (
              <bdi>{one.title}</bdi>
            )}
            {one.year === undefined ? '' : `, ${one.year}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
