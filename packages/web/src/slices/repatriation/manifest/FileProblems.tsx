/** What is to be said of the file and of rows that are nobody: sums that are off first, by row and column. */
import type { ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from './manifest.module.css'

const shownAtOnce = 6

export function FileProblems({ list }: { list: ManifestImport }) {
  const t = useT()
  const asking = list.problems.filter(one => one.level !== 'note')
  const notes = list.problems.filter(one => one.level === 'note')
  const item = ({ row, column, code, message }: (typeof notes)[number], at: number) => (
    <li key={`${row} ${column} ${code} ${at}`}>
      <span className="k-dim">{`${row > 0 ? row : ''}${column ?? ''}`}</span> <bdi>{message}</bdi>
    </li>
  )
  return (
    <>
      {asking.length > 0 && (
        <Notice kind="wait" title={t('manifest.fileAsks')}>
          <ul className={css.said}>{asking.map(item)}</ul>
        </Notice>
      )}
      {list.stayed !== undefined && list.stayed > 0 && (
        <Notice kind="info">{t('manifest.stayed', { n: list.stayed })}</Notice>
      )}
      {list.goesOn && <Notice kind="info">{t('manifest.goesOn')}</Notice>}
      {list.template && <Notice kind="info">{t('manifest.templateUsed', { name: list.template })}</Notice>}
      {notes.length > 0 && (
        <details className={css.notes} open={notes.length <= shownAtOnce && list.state === 'open'}>
          <summary>{t('manifest.fileNotes', { n: notes.length })}</summary>
          <ul className={css.said}>{notes.map(item)}</ul>
        </details>
      )}
    </>
  )
}
