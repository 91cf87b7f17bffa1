/**
 * On the page of a decision, an action, a document, a session or an indicator: the practices that it cites. Those who prepare
 * the Council's work add and drop them; where one was retracted since, that is said quietly beside it.
 */
import { citePractice, dropCitation, listCitations } from '@kerege/contract/council/citations/routes'
import type { Citation, Citing } from '@kerege/contract/council/citations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PracticeLink } from '../../practices/adoption/state.tsx'
import { usePracticeOptions } from '../../practices/collections/PracticesField.tsx'
import css from '../council.module.css'

const again = () => queryClient.invalidateQueries({ queryKey: [listCitations.method, listCitations.path] })

export function CitedPractices({ source }: { source: Citing }) {
  const t = useT()
  const [citing, setCiting] = useState(false)
  const found = useGet(listCitations, { query: source }).data?.body
  if (!found || (found.rows.length === 0 && !found.mayCite)) return null
  return (
    <Card
      flush
      title={t('council.cite.practices')}
      foot={
        found.mayCite && (
          <Button variant="default" onClick={() => setCiting(true)}>
            {t('council.cite.add')}
          </Button>
        )
      }
    >
      {found.rows.length === 0 && <p className={css.empty}>{t('council.cite.none')}</p>}
      <ul className={css.rows}>
        {found.rows.map(row => (
          <Row key={row.id} row={row} mayDrop={found.mayCite} />
        ))}
      </ul>
      <Drawer opened={citing} onClose={() => setCiting(false)} title={t('council.cite.add')}>
        {citing && <CiteForm source={source} there={found.rows} onDone={() => setCiting(false)} />}
      </Drawer>
    </Card>
  )
}

function Row({ row, mayDrop }: { row: Citation; mayDrop: boolean }) {
  const t = useT()
  const drop = useSend(dropCitation)
  return (
    <li>
      <div className={css.words}>
        <PracticeLink practice={row.practice} />
        {row.part && (
          <div className="k-dim k-small">
            <bdi>{row.part}</bdi>
          </div>
        )}
        {row.practice.state === 'retracted' && <Notice kind="info">{t('council.cite.retracted')}</Notice>}
      </div>
      {mayDrop && (
        <Button
          variant="subtle"
          className="k-screen"
          loading={drop.isPending}
          onClick={() => drop.mutate({ input: { params: { id: row.id } } }, { onSuccess: again })}
        >
          {t('council.cite.drop', { name: row.practice.symbol })}
        </Button>
      )}
    </li>
  )
}

interface FormProps {
  source: Citing
  there: readonly Citation[]
  onDone: () => void
}

function CiteForm({ source, there, onDone }: FormProps) {
  const t = useT()
  const options = usePracticeOptions()
  const [initial] = useState(() => ({ id: newId(), source }))
  const form = useForm({
    name: `council.cite.${source.id}`,
    schema: bodyOf(citePractice),
    initial,
    send: (body, sending) => send(citePractice, { body }, sending),
    onDone: () => {
      void again()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.cite.add')}>
      <SearchChoiceField
        at="/practiceId"
        label={t('practices.adoption.practice')}
        hint={t('council.cite.hint')}
        options={options.filter(one => there.every(row => row.practice.id !== one.value))}
      />
      <TextField
        at="/part"
        label={t('council.cite.part')}
        hint={t('council.cite.partHint')}
        optional
        maxLength={80}
      />
    </Form>
  )
}
