/** What would become of the thesaurus by a file, and what is wrong in it by line and column. */
import type { ThesaurusReport } from '@kerege/contract/practices/thesaurus/schema'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { remarkKey } from './remarks.ts'

const named = ['added', 'changed', 'removed', 'kept'] as const

export function FileReport({ report }: { report: ThesaurusReport }) {
  const t = useT()
  const { read, added, changed, removed, same, faults, notes, moreRemarks } = report
  return (
    <div className="k-stack" role="status">
      <p>
        {t('thesaurus.outcome', {
          read,
          added: added.length,
          changed: changed.length,
          removed: removed.length,
          same,
        })}
      </p>
      {faults.length > 0 && (
        <Notice kind="stop" title={t('thesaurus.faults')}>
          <Remarks all={faults} />
        </Notice>
      )}
      {notes.length > 0 && (
        <Notice kind="wait" title={t('thesaurus.notes')}>
          <Remarks all={notes} />
        </Notice>
      )}
      {moreRemarks > 0 && <p>{t('thesaurus.moreRemarks', { n: moreRemarks })}</p>}
      {named.map(kind =>
        report[kind].length === 0 ? null : (
          <div key={kind}>
            <h3>{t(`thesaurus.becomes.${kind}`)}</h3>
            <p>{report[kind].map(one => one.label).join(', ')}</p>
          </div>
        ),
      )}
    </div>
  )
}

const mostShown = 50

function Remarks({ all }: { all: ThesaurusReport['faults'] }) {
  const t = useT()
  return (
    <ul>
      {all.slice(0, mostShown).map(({ line, column, code, word }) => (
        <li key={`${line} ${column} ${code} ${word}`}>
          {t('thesaurus.remarkAt', { line, column, what: t(remarkKey(code)) })}
          {word && (
            <>
              {': '}
              <bdi className="k-dim">{word}</bdi>
            </>
          )}
        </li>
      ))}
      {all.length > mostShown && <li>{t('thesaurus.moreRemarks', { n: all.length - mostShown })}</li>}
    </ul>
  )
}
