/** The practice of the month; those who moderate choose it, with what was adopted and worked suggested first. */
import { chooseMonth, listMonths } from '@kerege/contract/practices/month/routes'
import type { ChosenMonth, Months } from '@kerege/contract/practices/month/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { monthText } from '../../../i18n/format.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { SaidFully } from '../../council/parts/Said.tsx'
import { onlySaid, TextsField } from '../../council/parts/TextsField.tsx'
import css from '../adoption/adoption.module.css'
import { PracticeLink, UsesLine } from '../adoption/state.tsx'
import { usePracticeOptions } from './PracticesField.tsx'

export function MonthCard() {
  const t = useT()
  const [choosing, setChoosing] = useState(false)
  const months = useGet(listMonths, {}).data?.body
  if (!months) return null
  const told = months.rows.find(row => row.toldAt !== undefined)
  const next = months.rows.filter(row => row.toldAt === undefined)
  if (!told && next.length === 0 && !months.mayChoose) return null
  return (
    <Card
      flush
      title={t('practices.month.title')}
      side={<Link to="/notifications/settings">{t('practices.month.settings')}</Link>}
      foot={
        months.mayChoose && (
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t('practices.month.choose')}
          </Button>
        )
      }
    >
      <ul className={css.rows}>
        {[...next, ...(told ? [told] : [])].map(row => (
          <Row key={row.month} row={row} />
        ))}
      </ul>
      {!told && next.length === 0 && <p className={css.empty}>{t('practices.month.none')}</p>}
      <Drawer opened={choosing} onClose={() => setChoosing(false)} title={t('practices.month.choose')}>
        {choosing && <ChooseForm months={months} onDone={() => setChoosing(false)} />}
      </Drawer>
    </Card>
  )
}

const useMonthName = () => {
  const { table } = useLoaded()
  return (month: string) => monthText(month, table)
}

function Row({ row }: { row: ChosenMonth }) {
  const t = useT()
  const monthName = useMonthName()
  return (
    <li>
      <div className={css.words}>
        <p className="k-dim k-small">{monthName(row.month)}</p>
        <PracticeLink practice={row.practice} />
        {row.words && <SaidFully text={row.words} />}
        <div className="k-dim k-small">
          <UsesLine uses={row.uses} />
        </div>
      </div>
      {!row.toldAt && <StatePill kind="wait">{t('practices.month.waits')}</StatePill>}
    </li>
  )
}

function ChooseForm({ months, onDone }: { months: Months; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const monthName = useMonthName()
  const all = usePracticeOptions('public')
  const coming = [0, 1, 2].map(more => later(format.today.slice(0, 7), more))
  const told = new Set(months.rows.filter(row => row.toldAt).map(row => row.month))
  const open = coming.filter(month => !told.has(month))
  const [initial] = useState(() => ({ month: open[0] }))
  const suggested = months.suggested.map(({ practice }) => ({
    value: practice.id,
    label: `${practice.symbol} ${format.text(practice.title).text}`,
    group: t('practices.month.suggested'),
  }))
  const form: FormState = useForm({
    name: 'practices.month.choose',
    schema: bodyOf(chooseMonth),
    initial,
    shape: values => {
      const { month: _month, words, ...rest } = values as Record<string, unknown>
      return { ...rest, words: onlySaid(words) }
    },
    send: (body, options) =>
      send(chooseMonth, { params: { month: String(form.get('/month')) }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: [listMonths.method, listMonths.path] })
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('practices.month.choose')}>
      <ChoiceField
        at="/month"
        label={t('practices.month.month')}
        options={open.map(value => ({ value, label: monthName(value) }))}
      />
      <SearchChoiceField
        at="/practiceId"
        label={t('practices.adoption.practice')}
        hint={t('practices.month.hint')}
        options={[
          ...suggested,
          ...all
            .filter(one => suggested.every(other => other.value !== one.value))
            .map(one => ({ ...one, group: t('practices.month.others') })),
        ]}
      />
      <TextsField at="/words" legend={t('practices.month.why')} rows={2} maxLength={600} required={[]} />
    </Form>
  )
}

/** `2026-11` and so many months later. */
function later(month: string, more: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + more
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
