/** Practices brought back, in a form or in a sheet. */
import { importPractices, previewPractices } from '@kerege/contract/practices/importing/routes'
import type { ImportReport } from '@kerege/contract/practices/importing/schema'
import { send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Bring, BroughtRows } from '../../../ui/Bring.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import { columnText, fieldText } from './words.ts'

const kinds: Record<ImportReport['rows'][number]['outcome'], StateKind> = {
  draft: 'info',
  same: 'mute',
  'left-out': 'stop',
}

export function BringForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  return (
    <Bring<ImportReport>
      accept=".docx,.xlsx,.csv"
      slice="ecosystem"
      words={{
        text: t('ecosystem.bringing.bringText'),
        choose: t('ecosystem.bringing.choose'),
        confirm: ({ drafts }) => t('ecosystem.bringing.confirm', { n: drafts }),
        taken: ({ drafts }) => t('ecosystem.bringing.taken', { n: drafts }),
        outcome: ({ drafts, same, leftOut }) => t('ecosystem.bringing.outcome', { drafts, same, leftOut }),
        unread: names => t('ecosystem.bringing.unread', { names }),
        faults: t('ecosystem.bringing.faults'),
        faultAt: at => t('ecosystem.bringing.faultAt', at),
        moreFaults: n => t('ecosystem.bringing.moreFaults', { n }),
      }}
      preview={async body => (await send(previewPractices, { body })).body}
      take={async (body, seen) => (await send(importPractices, { query: { seen }, body })).body}
      useful={({ drafts }) => drafts > 0}
      columnName={field => columnText(field, t)}
      onDone={onDone}
    >
      {({ rows }) => (
        <BroughtRows
          rows={rows}
          caption={t('ecosystem.bringing.becomes')}
          heads={[t('ecosystem.bringing.row'), t('ecosystem.bringing.name'), t('ecosystem.bringing.becomes')]}
          becomes={({ outcome, missing }) => (
            <>
              <StatePill kind={kinds[outcome]}>{t(`ecosystem.bringing.outcome.${outcome}`)}</StatePill>
              {missing.length > 0 && (
                <div className="k-dim k-small">
                  {t('ecosystem.bringing.missing', {
                    names: missing.map(field => fieldText(field, t)).join(', '),
                  })}
                </div>
              )}
            </>
          )}
        />
      )}
    </Bring>
  )
}
