/** The last step: what is written on each page, what is missing, and the button that hands it in. */
import type { FormSheet } from '@kerege/contract/forms/definition'
import { handInForm } from '@kerege/contract/forms/routes'
import type { WholeForm } from '@kerege/contract/forms/schema'
import { DomainError, type Fault } from '@kerege/contract/errors'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { queryClient, useSend } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { findDraft } from '../../ui/form/drafts.ts'
import { Notice } from '../../ui/Notice.tsx'
import { faultText, problemText } from '../../ui/problems.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { toast } from '../../ui/toasts.ts'
import { AnswerList } from './AnswerList.tsx'
import css from './forms.module.css'
import { draftName } from './PageForm.tsx'

interface Props {
  one: WholeForm
  sheet: FormSheet
  onGo: (page: string) => void
}

export function HandIn({ one, sheet, onGo }: Props) {
  const t = useT()
  const take = useSend(handInForm)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (take.error) box.current?.focus()
  }, [take.error])
  const details = take.error instanceof DomainError ? take.error.details : {}
  const faults = (details.faults as Fault[] | undefined) ?? []
  const unkept = one.pages.filter(({ page }) => findDraft(draftName(one.id, page)))
  return (
    <div className="k-stack">
      {take.error && (
        <div ref={box} tabIndex={-1} role="alert">
          <Notice
            kind="stop"
            title={
              faults.length > 0 ? t('ui.form.faults', { n: faults.length }) : problemText(take.error, 'forms')
            }
          >
            {faults.length > 0 && (
              <ul>
                {faults.map(fault => (
                  <li key={fault.pointer}>
                    <FaultLink fault={fault} sheet={sheet} onGo={onGo} />
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        </div>
      )}
      {unkept.length > 0 && (
        <Notice kind="wait">
          {t('forms.unkept')}{' '}
          {unkept.map(({ page }) => (
            <Button key={page} variant="subtle" onClick={() => onGo(page)}>
              {sheet.pages.find(each => each.name === page)?.title}
            </Button>
          ))}
        </Notice>
      )}
      {sheet.pages.map(page => {
        const stored = one.pages.find(each => each.page === page.name)
        if (!stored) return null
        return (
          <Card
            key={page.name}
            title={page.title}
            side={
              stored.mayWrite ? (
                <Button variant="subtle" onClick={() => onGo(page.name)}>
                  {t('forms.change')}
                </Button>
              ) : (
                <StatePill kind="mute">{t('forms.others')}</StatePill>
              )
            }
          >
            <AnswerList page={page} answers={stored.now?.answers ?? {}} />
          </Card>
        )
      })}
      <div className={css.acts}>
        <Button
          size="md"
          disabled={!one.mayHandIn}
          loading={take.isPending}
          onClick={() =>
            take.mutate(
              { input: { params: { id: one.id }, body: { seen: one.version } } },
              {
                onSuccess: () => {
                  toast(t('forms.handedIn'))
                  void queryClient.invalidateQueries()
                },
              },
            )
          }
        >
          {t('forms.handIn')}
        </Button>
        <span className="k-dim">{t('forms.handIn.hint')}</span>
      </div>
    </div>
  )
}

function FaultLink({ fault, sheet, onGo }: { fault: Fault } & Pick<Props, 'sheet' | 'onGo'>) {
  const t = useT()
  const [, name = '', question = ''] = fault.pointer.split('/')
  const page = sheet.pages.find(each => each.name === name)
  const label = page?.elements.find(each => each.name === question)?.title ?? ''
  return (
    <a
      href={`#${name}`}
      onClick={event => {
        event.preventDefault()
        onGo(name)
      }}
    >
      {t('ui.form.fault', { label, text: faultText(fault, 'forms') })}
    </a>
  )
}
