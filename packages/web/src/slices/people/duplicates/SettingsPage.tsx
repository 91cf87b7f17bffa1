/** How alike is alike enough: two thresholds for the whole node, and what another one would do before it is saved. */
import {
  changeDuplicateSettings,
  duplicateSettings,
  previewDuplicates,
} from '@kerege/contract/people/duplicates/routes'
import {
  ChangeDuplicateSettings,
  type DuplicatePreview,
  type DuplicateSettings,
} from '@kerege/contract/people/duplicates/schema'
import { useDebouncedValue } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { Joints } from '../../../ui/Joint.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { toast } from '../../../ui/toasts.ts'
import { gradeOf } from '../likeness.ts'
import { Spelling } from '../Spelling.tsx'
import css from './duplicates.module.css'

export function SettingsPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('people.dup.settings')}
        eyebrow={<Link to="/duplicates">{t('people.dup.title')}</Link>}
        facts={[t('people.dup.settingsLead')]}
      />
      <Answered query={useGet(duplicateSettings, {})} rows={4}>
        {({ body, etag }) => <Thresholds key={body.version} settings={body} etag={etag ?? ''} />}
      </Answered>
    </>
  )
}

const asPercent = (value: number) => String(Math.round(value * 100))
const asShare = (text: unknown) => (/^\d{1,3}$/.test(String(text)) ? Number(text) / 100 : text)

function Thresholds({ settings, etag }: { settings: DuplicateSettings; etag: string }) {
  const t = useT()
  const [initial] = useState(() => ({
    propose: asPercent(settings.propose),
    warn: asPercent(settings.warn),
  }))
  const form: FormState = useForm({
    name: 'people.duplicateSettings',
    schema: ChangeDuplicateSettings,
    initial,
    draft: false,
    shape: values => {
      const { propose, warn, ...rest } = values as Record<string, unknown>
      return { ...rest, propose: asShare(propose), warn: asShare(warn) }
    },
    send: (body, options) => send(changeDuplicateSettings, { body }, { ...options, ifMatch: etag }),
    onDone: () => {
      toast(t('people.dup.settingsSaved'))
      void queryClient.invalidateQueries()
    },
  })
  return (
    <div className="k-aside">
      <div className="k-stack k-narrow">
        {settings.mayChange ? (
          <Card>
            <Form form={form} submit={t('people.dup.settingsSave')}>
              <TextField
                at="/propose"
                label={t('people.dup.propose')}
                hint={t('people.dup.proposeHint')}
                maxLength={3}
              />
              <TextField
                at="/warn"
                label={t('people.dup.warn')}
                hint={t('people.dup.warnHint')}
                maxLength={3}
              />
              <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
              <Preview />
            </Form>
          </Card>
        ) : (
          <Fixed settings={settings} />
        )}
      </div>
    </div>
  )
}

function Fixed({ settings }: { settings: DuplicateSettings }) {
  const t = useT()
  return (
    <Card>
      <div className={css.fields}>
        <p>{t('people.labelled', { label: t('people.dup.propose'), value: asPercent(settings.propose) })}</p>
        <p>{t('people.labelled', { label: t('people.dup.warn'), value: asPercent(settings.warn) })}</p>
        <Notice kind="info">{t('people.dup.settingsOthers')}</Notice>
      </div>
    </Card>
  )
}

/** Asked for a threshold that the node would take, once the typing pauses. */
function Preview() {
  const form = useFormState()
  const [wanted] = useDebouncedValue(asShare(form.get('/propose')), 400)
  if (typeof wanted !== 'number' || wanted < 0.5 || wanted > 1) return null
  return <Effect propose={wanted} />
}

function Effect({ propose }: { propose: number }) {
  const t = useT()
  const preview = useGet(previewDuplicates, { query: { propose } })
  return (
    <Answered query={preview} rows={3}>
      {({ body }) => (
        <Notice kind="info" live title={t('people.dup.effect', { now: body.now, after: body.after })}>
          <Examples preview={body} />
        </Notice>
      )}
    </Answered>
  )
}

function Examples({ preview }: { preview: DuplicatePreview }) {
  const t = useT()
  if (preview.examples.length === 0) return <p>{t('people.dup.noExamples')}</p>
  return (
    <>
      <p>{t('people.dup.examples')}</p>
      <ul className={css.examples}>
        {preview.examples.map((pair, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: examples have no other identity than their place
          <li key={at}>
            <span>
              <Spelling text={pair.one} />
              {' · '}
              <Spelling text={pair.other} />
            </span>
            <span className={css.signs}>
              <Joints
                filled={gradeOf(pair.score)}
                of={5}
                label={t('people.likeness.of', { n: gradeOf(pair.score) })}
              />
              {t(pair.shown ? 'people.dup.inQueue' : 'people.dup.notInQueue')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
