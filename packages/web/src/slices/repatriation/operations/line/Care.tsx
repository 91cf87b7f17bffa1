/** Who is beside a child, hour by hour: somebody who works in the operation, or who travels with it. */
import type { LineFile } from '@kerege/contract/repatriation/operations/preparing'
import { lineFile, writeCare } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { LineWithSteps, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { Id, Instant } from '@kerege/contract/common'
import { queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { TickField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { MomentField } from '../../../council/parts/MomentField.tsx'
import { useCommand, usePeople } from '../api.ts'
import css from '../operations.module.css'
import { isEnded } from '../words.ts'

interface Props {
  operation: Operation
  line: LineWithSteps
  care: LineFile['care']
}

const plain = ({ name: _, ...span }: LineFile['care'][number]) => span

export function Care({ operation, line, care }: Props) {
  const t = useT()
  const format = useFormat()
  const { problem, run } = useCommand()
  const [adding, add] = useState(false)
  const may = operation.may.keep && !isEnded(operation)
  const params = { id: operation.id, lineId: line.id }
  return (
    <Card
      title={t('operations.care')}
      side={
        may && (
          <Button variant="default" onClick={() => add(true)}>
            {t('operations.nameCarer')}
          </Button>
        )
      }
      flush={care.length > 0}
    >
      {care.length === 0 && <p className="k-dim">{t('operations.noCare')}</p>}
      <ul className={css.rows}>
        {care.map(span => (
          <li key={span.id}>
            <div className={css.words}>
              <strong>
                <bdi>{span.name}</bdi>
              </strong>
              <div className="k-dim">
                {t('operations.hours', {
                  from: format.date(span.fromAt, 'exact'),
                  to: format.date(span.toAt, 'exact'),
                })}
              </div>
            </div>
            {may && (
              <Button
                variant="subtle"
                onClick={() =>
                  void run(writeCare, {
                    params,
                    body: { spans: care.filter(one => one.id !== span.id).map(plain) },
                  })
                }
              >
                {t('operations.takeAway')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p role="status">{problem}</p>}
      <Drawer opened={adding} onClose={() => add(false)} title={t('operations.nameCarer')}>
        {adding && <CareForm {...{ operation, line, care }} onClose={() => add(false)} />}
      </Drawer>
    </Card>
  )
}

/** Who may be a child is taken for one. */
const isChild = ({ ageGroup }: { ageGroup: string }) => ageGroup !== '18-59' && ageGroup !== '60+'

const OneSpan = z
  .strictObject({
    who: z.string().min(1),
    fromAt: Instant,
    toAt: Instant,
    siblings: z.boolean().default(false),
  })
  .refine(span => span.fromAt < span.toAt, { path: ['toAt'], error: 'period-reversed' })

function CareForm({ operation, line, care, onClose }: Props & { onClose: () => void }) {
  const t = useT()
  const people = usePeople(operation.id).data?.body.lines ?? []
  const brothers = people.filter(
    one =>
      one.id !== line.id && line.familyId !== undefined && one.familyId === line.familyId && isChild(one),
  )
  const own = operation.legs.filter(leg => line.legs.some(one => one.legId === leg.id))
  const [initial] = useState(() => ({ fromAt: own[0]?.departsAt, toAt: own.at(-1)?.arrivesAt }))
  const options = [
    ...operation.staff.map(one => ({
      value: `a ${one.account.id}`,
      label: `${one.account.name} · ${t(`operations.duty.${one.duty}`)}`,
    })),
    ...people.filter(one => !isChild(one)).map(one => ({ value: `p ${one.personId}`, label: one.name })),
  ]
  const form = useForm({
    name: 'operations.care',
    draft: false,
    schema: OneSpan,
    initial,
    send: async ({ who, fromAt, toAt, siblings }, command) => {
      const [kind, id = ''] = who.split(' ')
      const span = () => ({
        id: newId(),
        fromAt,
        toAt,
        ...(kind === 'a' ? { accountId: Id.parse(id) } : { personId: Id.parse(id) }),
      })
      // Each child has a day of its own: what stands there already stays.
      for (const one of siblings ? brothers : []) {
        const params = { id: operation.id, lineId: one.id }
        const known = (await send(lineFile, { params })).body.care.map(plain)
        await send(writeCare, { params, body: { spans: [...known, span()] } })
      }
      const params = { id: operation.id, lineId: line.id }
      return send(writeCare, { params, body: { spans: [...care.map(plain), span()] } }, command)
    },
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('operations.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <SearchChoiceField at="/who" label={t('operations.who')} options={options} />
      <MomentField at="/fromAt" label={t('operations.fromHour')} hint={t('operations.utc')} />
      <MomentField at="/toAt" label={t('operations.toHour')} hint={t('operations.utc')} />
      {brothers.length > 0 && (
        <TickField at="/siblings" label={t('operations.siblings', { n: brothers.length })} />
      )}
    </Form>
  )
}
