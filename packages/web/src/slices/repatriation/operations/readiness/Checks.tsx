/** Checklists by step: whose each is, until when, ticked where it is done. Begun from what is usual. */
import { checkSteps } from '@kerege/contract/repatriation/operations/checks'
import type { CheckItem } from '@kerege/contract/repatriation/operations/preparing'
import { addChecks, doCheck, endCheck } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { useCommand } from '../api.ts'
import css from '../operations.module.css'
import { isEnded } from '../words.ts'
import { CheckDrawer } from './CheckDrawer.tsx'

export function Checks({ operation, checks }: { operation: Operation; checks: readonly CheckItem[] }) {
  const t = useT()
  const { busy, problem, run } = useCommand()
  const [edited, edit] = useState<CheckItem | 'new'>()
  const may = operation.may.keep && !isEnded(operation)
  const params = { id: operation.id }
  return (
    <Card
      title={t('operations.checks')}
      side={
        may && (
          <Button variant="default" onClick={() => edit('new')}>
            {t('operations.addCheck')}
          </Button>
        )
      }
      flush
    >
      {problem && <Notice kind="stop">{problem}</Notice>}
      {checks.length === 0 && (
        <EmptyState
          carded={false}
          title={t('operations.noChecks')}
          act={
            operation.may.lead &&
            !isEnded(operation) && (
              <Button loading={busy} onClick={() => void run(addChecks, { params, body: {} })}>
                {t('operations.beginChecks')}
              </Button>
            )
          }
        />
      )}
      {checkSteps.map(step => (
        <Step
          key={step}
          step={step}
          rows={checks.filter(check => check.step === step)}
          {...{ operation, may, edit, run }}
        />
      ))}
      <CheckDrawer
        operation={operation}
        check={edited}
        onClose={() => edit(undefined)}
        onEnd={
          operation.may.lead
            ? checkId => void run(endCheck, { params: { ...params, checkId } }).then(() => edit(undefined))
            : undefined
        }
      />
    </Card>
  )
}

interface StepProps {
  step: CheckItem['step']
  rows: readonly CheckItem[]
  operation: Operation
  may: boolean
  edit: (check: CheckItem) => void
  run: ReturnType<typeof useCommand>['run']
}

function Step({ step, rows, operation, may, edit, run }: StepProps) {
  const t = useT()
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={`checks-${step}`}>
      <h3 id={`checks-${step}`} className={css.stepHead}>
        {t(`operations.checkStep.${step}`)}
      </h3>
      <ul className={css.rows}>
        {rows.map(check => {
          const words = check.code
            ? t(`operations.check.${check.code}` as 'operations.check.consents')
            : check.text
          const late = check.due && !check.doneAt && check.due < format.today
          return (
            <li key={check.id}>
              <Checkbox
                className={css.words}
                label={words}
                checked={check.doneAt !== undefined}
                disabled={!may && !operation.may.board && !operation.may.receive}
                description={[
                  check.doneBy && check.doneAt
                    ? t('operations.doneBy', { name: check.doneBy.name, when: format.date(check.doneAt) })
                    : (check.owner?.name ?? t('operations.nobodys')),
                  ...(check.due && !check.doneAt ? [format.date(check.due)] : []),
                ].join(' · ')}
                onChange={event =>
                  void run(doCheck, {
                    params: { id: operation.id, checkId: check.id },
                    body: { done: event.currentTarget.checked },
                  })
                }
              />
              {late && <span className={css.stop}>{t('operations.late')}</span>}
              {may && (
                <Button
                  variant="subtle"
                  aria-label={`${t('operations.change')}: ${words}`}
                  onClick={() => edit(check)}
                >
                  {t('operations.change')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
