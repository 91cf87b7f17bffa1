/** Somebody asks to see everything that is held: who, how they were known, in which language. They take a code home. */
import { type FileRequest, fileAskers, identityWays, type PersonFiles } from '@kerege/contract/rights/files'
import { askFile } from '@kerege/contract/rights/fileRoutes'
import { languages } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { inGroups, newCode } from '../code.ts'
import css from '../rights.module.css'

interface Props {
  personId: string
  body: PersonFiles
  opened: boolean
  onClose: () => void
}
interface Kept {
  code: string
  request: FileRequest
}

export function AskDrawer(props: Props) {
  const t = useT()
  const [kept, keep] = useState<Kept>()
  const close = () => {
    keep(undefined)
    props.onClose()
  }
  return (
    <Drawer opened={props.opened} onClose={close} title={t('files.ask')}>
      {props.opened &&
        (kept ? <Code kept={kept} onClose={close} /> : <AskForm {...props} onClose={close} onKept={keep} />)}
    </Drawer>
  )
}

function AskForm({ personId, body, onClose, onKept }: Props & { onKept: (kept: Kept) => void }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    code: newCode(),
    askedBy: body.word === 'carer' ? 'carer' : 'self',
    language,
    askedOn: format.today,
  }))
  const form: FormState = useForm({
    name: `files.ask.${personId}`,
    schema: bodyOf(askFile),
    initial,
    // The code is for the family alone: it lies on no device.
    draft: false,
    send: async (asked, options) => ({
      code: asked.code,
      request: (await send(askFile, { params: { id: personId }, body: asked }, options)).body,
    }),
    onDone: async kept => {
      await queryClient.invalidateQueries()
      onKept(kept)
    },
  })
  const askers = fileAskers.filter(
    one => one === 'court' || one !== (body.word === 'own' ? 'carer' : body.word === 'carer' ? 'self' : ''),
  )
  return (
    <Form
      form={form}
      submit={t('files.ask.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <Notice kind="seal">{t('files.ask.text')}</Notice>
      <ChoiceField
        at="/askedBy"
        label={t('files.by')}
        options={askers.map(value => ({ value, label: t(`files.by.${value}`) }))}
      />
      {form.get('/askedBy') === 'carer' && (
        <ChoiceField
          at="/relationId"
          label={t('files.carer')}
          options={body.carers.map(one => ({ value: one.relationId, label: one.name }))}
        />
      )}
      <ChoiceField
        at="/identity"
        label={t('files.identity')}
        options={identityWays.map(value => ({ value, label: t(`files.identity.${value}`) }))}
      />
      <TextField at="/identityNote" optional label={t('files.identityNote')} maxLength={200} />
      <ChoiceField
        at="/language"
        compact
        label={t('files.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <DayField at="/askedOn" label={t('files.askedOn')} />
    </Form>
  )
}

function Code({ kept: { code, request }, onClose }: { kept: Kept; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="k-stack">
      <Notice kind="ok" live>
        {t('files.kept')}
      </Notice>
      <p className={css.code}>{inGroups(code)}</p>
      <p>
        {t('files.keptText', {
          address: `${location.origin}/your-file`,
          day: format.date(request.due, 'text'),
        })}
      </p>
      <Button onClick={onClose}>{t('ui.close')}</Button>
    </div>
  )
}
