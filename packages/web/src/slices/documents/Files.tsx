/** Lines about the files of one document: the newest with its facts, and the earlier ones to be opened. */
import type { DocumentVersion } from '@kerege/contract/documents/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import css from './documents.module.css'
import { kindOf, sizeText } from './words.ts'

export function FileLine({ version, named }: { version: DocumentVersion; named: boolean }) {
  const t = useT()
  const format = useFormat()
  const facts = [
    t(`documents.kind.${kindOf(version.mediaType)}`),
    ...(version.size === undefined ? [] : [sizeText(version.size, t, format)]),
    version.by,
    format.date(version.at),
    ...(version.number > 1 ? [t('documents.number', { n: version.number })] : []),
  ]
  return (
    <div className="k-dim">
      {!named && (
        <>
          <bdi className={css.file}>{version.name}</bdi>
          {' · '}
        </>
      )}
      {facts.filter(Boolean).join(' · ')}
    </div>
  )
}

export function Earlier({
  versions,
  save,
}: {
  versions: readonly DocumentVersion[]
  save: (version: DocumentVersion) => Promise<void>
}) {
  const t = useT()
  const format = useFormat()
  return (
    <details className={css.earlier}>
      <summary>{t('documents.earlier', { n: versions.length })}</summary>
      <ul>
        {versions.map(version => (
          <li key={version.id}>
            <button type="button" className={css.link} onClick={() => void save(version)}>
              {t('documents.downloadVersion', { n: version.number })}
            </button>{' '}
            <span className="k-dim">{[version.by, format.date(version.at)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
