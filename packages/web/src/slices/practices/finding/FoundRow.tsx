/** One practice that was found: in which language, how sure that text is, and what of it was found. */
import type { FoundPractice } from '@kerege/contract/practices/finding/schema'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { IconPaperclip } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ownNameOf, useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { WithMarks } from '../../../ui/WithMarks.tsx'
import css from './finding.module.css'

export function FoundRow({ row }: { row: FoundPractice }) {
  const t = useT()
  const format = useFormat()
  const { language: screen } = useLoaded()
  const { practice, language, state, title, piece, file, worked, trying } = row
  const own = language === screen ? undefined : practice.title[screen]
  const facts = [
    ...(practice.number === undefined ? [] : [practiceSymbol(practice.number)]),
    format.country(practice.country),
    ...(worked > 0 ? [t('practices.find.workedIn', { n: worked })] : []),
    ...(trying > 0 ? [t('practices.find.tryingIn', { n: trying })] : []),
    ...(state === 'checked' ? [] : [t(`practices.find.state.${state}`)]),
    ...(practice.state === 'retracted' ? [t('practices.find.retracted')] : []),
  ]
  return (
    <article className={css.row}>
      <p className={css.facts}>
        <span className={css.language} lang={language}>
          {ownNameOf(language)}
        </span>
        <span>{facts.join(' · ')}</span>
      </p>
      <h3>
        <Link to={`/practices/${practice.id}`}>
          <bdi lang={language}>
            <WithMarks of={title} />
          </bdi>
        </Link>
      </h3>
      {own && (
        <p className="k-dim">
          {[
            t('practices.find.own', { title: own.text }),
            ...(own.state === 'checked' ? [] : [t(`practices.find.state.${own.state}`)]),
          ].join(' · ')}
        </p>
      )}
      {/* Where only a file has the words, how the practice begins says less than the page. */}
      {piece && (!file || piece.marks.length > 0) && (
        <p lang={language} dir="auto">
          <WithMarks of={piece} />
        </p>
      )}
      {file && <InFile practice={practice.id} file={file} />}
    </article>
  )
}

function InFile({ practice, file }: { practice: string; file: NonNullable<FoundPractice['file']> }) {
  const t = useT()
  const { id, name, language, page, piece } = file
  return (
    <div className={css.file}>
      <a href={`/api/practices/${practice}/attachments/${id}/content`} download={name}>
        <IconPaperclip size={18} stroke={1.7} aria-hidden="true" />{' '}
        {page === undefined
          ? t('practices.find.inFile', { name })
          : t('practices.find.inFilePage', { name, page: String(page) })}
      </a>
      <p lang={language} dir="auto">
        <WithMarks of={piece} />
      </p>
    </div>
  )
}
