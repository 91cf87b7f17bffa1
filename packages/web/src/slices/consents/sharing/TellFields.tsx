/** What is told: the least that this kind usually needs is ticked; what no consent covers says why, and cannot be. */
import type { ToldField } from '@kerege/contract/consents/recipients'
import type { Hindrance } from '@kerege/contract/consents/rules'
import { lookBeforeTelling } from '@kerege/contract/consents/tellingRoutes'
import type { Looked } from '@kerege/contract/consents/tellingSchema'
import { Checkbox } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from '../consents.module.css'
import { WhoSaid } from './WhoSaid.tsx'

/** Values of the form as the schema reads them. */
export type Chosen = { field: ToldField; words?: string }

interface ToWhom {
  contactId: unknown
  purpose: unknown
  language: unknown
}

export const useLooked = (personId: string, { contactId, purpose, language }: ToWhom, ready = true) =>
  useGet(
    lookBeforeTelling,
    { params: { id: personId }, query: { contactId, purpose, language } as never },
    { enabled: ready },
  )

export function TellFields({ personId }: { personId: string }) {
  const t = useT()
  const form = useFormState()
  const [contactId, purpose, language] = ['/contactId', '/purpose', '/language'].map(at => form.get(at))
  const ready = Boolean(contactId && purpose && language)
  const query = useLooked(personId, { contactId, purpose, language }, ready)
  const looked = ready ? query.data?.body : undefined
  useProposed(looked, `${String(contactId)} ${String(purpose)}`)
  if (!looked) return <p className="k-dim">{t('consents.tell.choose')}</p>
  const none = looked.fields.every(one => one.why !== undefined)
  return (
    <>
      {none && <Notice kind="stop">{t('consents.tell.nothing')}</Notice>}
      <WhoSaid looked={looked} />
      <FieldsOf fields={looked.fields} hint={t('consents.tell.fieldsHint')} />
      {looked.despite && (
        <TextField at="/despite" label={t('consents.tell.despite')} rows={2} maxLength={500} />
      )}
    </>
  )
}

/** Ticks what is proposed, once for each choice of contact and purpose. */
function useProposed(looked: Looked | undefined, choice: string) {
  const form = useFormState()
  const done = useRef('')
  useEffect(() => {
    if (!looked || done.current === choice) return
    done.current = choice
    form.set(
      '/fields',
      looked.fields.flatMap(({ field, proposed, why, from, value }) =>
        proposed && !why && (from === 'words' || value) ? [{ field }] : [],
      ),
    )
  }, [looked, choice, form])
}

interface Offered {
  field: ToldField
  from: 'register' | 'words'
  value?: string | undefined
  why?: Hindrance | undefined
}

export function FieldsOf({ fields, hint }: { fields: readonly Offered[]; hint: string }) {
  const t = useT()
  const form = useFormState()
  const chosen = (form.get('/fields') as Chosen[] | undefined) ?? []
  const fault = form.faults.find(one => one.pointer === '/fields')
  return (
    <FieldGroup legend={t('consents.tell.fields')} hint={hint}>
      {fault && <Notice kind="stop">{t('consents.tell.fieldsNone')}</Notice>}
      {fields.map(one => {
        const at = chosen.findIndex(({ field }) => field === one.field)
        const unknown = one.from === 'register' && one.value === undefined
        return (
          <div key={one.field} className={css.field}>
            <Checkbox
              label={t(`consents.field.${one.field}`)}
              description={descriptionOf(one, t)}
              checked={at >= 0}
              disabled={at < 0 && (one.why !== undefined || unknown)}
              onChange={event =>
                form.set(
                  '/fields',
                  event.currentTarget.checked
                    ? [...chosen, { field: one.field }]
                    : chosen.filter(({ field }) => field !== one.field),
                )
              }
            />
            {at >= 0 && one.from === 'words' && (
              <TextField
                at={`/fields/${at}/words`}
                label={t('consents.tell.words')}
                rows={2}
                maxLength={600}
              />
            )}
          </div>
        )
      })}
    </FieldGroup>
  )
}

function descriptionOf(one: Offered, t: ReturnType<typeof useT>): string | undefined {
  if (one.why) return t(`consents.why.${one.why}`)
  if (one.from === 'words') return undefined
  return one.value ?? t('consents.tell.unknown')
}
