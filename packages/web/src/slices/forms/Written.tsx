/** A form that was handed in: page by page, with what was corrected and what stood there before. */
import type { FormSheet, SheetPage } from '@kerege/contract/forms/definition'
import type { FormPage, WholeForm } from '@kerege/contract/forms/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { AnswerList } from './AnswerList.tsx'
import css from './forms.module.css'
import { PageForm } from './PageForm.tsx'
import { useEngine } from './useEngine.ts'

export function Written({ one, sheet }: { one: WholeForm; sheet: FormSheet }) {
  const [open, setOpen] = useState<string>()
  const judge = useEngine(open !== undefined)
  return (
    <div className="k-stack">
      {sheet.pages.map(page => {
        const stored = one.pages.find(each => each.page === page.name)
        if (!stored) return null
        return open === page.name && judge !== undefined ? (
          <Editing
            key={`${page.name} ${stored.version}`}
            {...{ one, page, stored, judge }}
            onClose={() => setOpen(undefined)}
          />
        ) : (
          <PageRead key={page.name} page={page} stored={stored} onOpen={() => setOpen(page.name)} />
        )
      })}
    </div>
  )
}

function Editing({
  stored,
  onClose,
  ...rest
}: Omit<Parameters<typeof PageForm>[0], 'submit' | 'leave' | 'onDone' | 'onLeave'> & {
  onClose: () => void
}) {
  const t = useT()
  const correcting = stored.now !== undefined
  return (
    <PageForm
      {...rest}
      stored={stored}
      correcting={correcting}
      submit={t(correcting ? 'forms.correct' : 'forms.add')}
      leave={t('ui.cancel')}
      onDone={onClose}
      onLeave={onClose}
    />
  )
}

function PageRead({ page, stored, onOpen }: { page: SheetPage; stored: FormPage; onOpen: () => void }) {
  const t = useT()
  const format = useFormat()
  const { now, earlier, mayWrite } = stored
  const by = (edition: { by: { name: string }; at: string }) =>
    t('forms.by', { name: edition.by.name, day: format.date(edition.at, 'text') })
  return (
    <Card
      title={page.title}
      {...(now ? { note: by(now) } : {})}
      side={
        mayWrite && (
          <Button className="k-screen" variant="subtle" onClick={onOpen}>
            {t(now ? 'forms.correct' : 'forms.add')}
          </Button>
        )
      }
    >
      {now?.reason && (
        <p className={css.reason} dir="auto">
          {t('forms.correctedBecause', { reason: now.reason })}
        </p>
      )}
      <AnswerList page={page} answers={now?.answers ?? {}} />
      {earlier.length > 0 && (
        <details className={css.earlier}>
          <summary>{t('forms.earlier', { n: earlier.length })}</summary>
          {earlier.map(edition => (
            <div key={edition.edition}>
              <p className="k-dim k-small">{by(edition)}</p>
              <AnswerList page={page} answers={edition.answers} />
            </div>
          ))}
        </details>
      )}
    </Card>
  )
}
