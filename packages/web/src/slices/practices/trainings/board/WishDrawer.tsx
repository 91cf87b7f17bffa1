/** A training asked for, or offered. */
import { addWish, changeWish } from '@kerege/contract/practices/trainings/board/routes'
import type { Wish } from '@kerege/contract/practices/trainings/board/schema'
import { listCurricula } from '@kerege/contract/practices/trainings/catalogue/routes'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { DomainsField } from '../../../../ui/domains/DomainsField.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { NumberField } from '../../../../ui/form/DateField.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { SearchChoiceField } from '../../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { onlySaid, TextsField } from '../../../council/parts/TextsField.tsx'
import { useLanguageOptions, useProfessionOptions } from '../parts/words.ts'

interface Props {
  kind?: 'request' | 'offer' | undefined
  /** Given where one is changed. */
  wish?: Wish
  opened: boolean
  onClose: () => void
}

export function WishDrawer({ kind = 'request', wish, opened, onClose }: Props) {
  const t = useT()
  const title = wish ? t('trainings.change') : t(`trainings.board.${kind}`)
  return (
    <Drawer opened={opened} onClose={onClose} title={title}>
      {opened &&
        (wish ? (
          <Change key={wish.version} wish={wish} onDone={onClose} />
        ) : (
          <Add key={kind} kind={kind} onDone={onClose} />
        ))}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const { title, words, ...rest } = values as Record<string, unknown>
  return { domains: [], professions: [], ...rest, title: onlySaid(title), words: onlySaid(words) }
}
const after = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function Add({ kind, onDone }: { kind: 'request' | 'offer'; onDone: () => void }) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ id: newId(), kind, from: today, domains: [], professions: [] }))
  const form = useForm({
    name: `trainings.wish.${kind}`,
    schema: bodyOf(addWish),
    initial,
    shape,
    send: (body, options) => send(addWish, { body }, options),
    onDone: after(onDone),
  })
  return (
    <Form form={form} submit={t(`trainings.board.${kind}`)}>
      <Fields />
    </Form>
  )
}

function Change({ wish, onDone }: { wish: Wish; onDone: () => void }) {
  const t = useT()
  const { title, words, domains, professions, languages, people, from, until, curriculum } = wish
  const form = useForm({
    name: `trainings.wish.${wish.id}`,
    schema: bodyOf(changeWish),
    initial: {
      ...{ title, words, domains, professions, languages, people, from, until },
      curriculumId: curriculum?.id,
    },
    shape,
    send: (body, options) =>
      send(changeWish, { params: { id: wish.id }, body }, { ...options, ifMatch: `"${wish.version}"` }),
    onDone: after(onDone),
  })
  return (
    <Form form={form} submit={t('trainings.save')}>
      <Fields />
    </Form>
  )
}

function Fields() {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const languages = useLanguageOptions()
  const professions = useProfessionOptions()
  const curricula = useGet(listCurricula, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <>
      <TextsField at="/title" legend={t('trainings.what')} maxLength={300} required={[language]} />
      <DomainsField at="/domains" />
      <ManyChoiceField
        at="/professions"
        label={t('trainings.forWhom')}
        hint={t('trainings.forWhomHint')}
        options={professions}
        max={12}
      />
      <ManyChoiceField at="/languages" label={t('trainings.languages')} options={languages} max={20} />
      <NumberField at="/people" label={t('trainings.peopleCount')} />
      <DayField at="/from" label={t('trainings.from')} />
      <DayField at="/until" label={t('trainings.until')} />
      <SearchChoiceField
        at="/curriculumId"
        label={t('trainings.curriculum')}
        optional
        options={curricula.map(row => ({ value: row.id, label: format.text(row.title).text }))}
      />
      <TextsField at="/words" legend={t('trainings.about')} rows={3} maxLength={10_000} required={[]} />
    </>
  )
}
