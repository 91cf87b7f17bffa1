/** One thing that became known: written down in a minute, or said anew where it changed. */
import { addAbroadEntry } from '@kerege/contract/repatriation/register/routes'
import {
  type Abroad,
  type AbroadEntry,
  AddEntry,
  consents,
  consentWays,
  contactWays,
  type EntryKind,
  evidenceFor,
  evidenceItems,
  evidenceStandings,
  sourceKinds,
  testResults,
  toldTo,
  travelPapers,
  travelStandings,
  wishes,
} from '@kerege/contract/repatriation/register/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import type { MessageKey } from '../../i18n/keys.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { CountryField, LanguageField } from '../../ui/form/LanguageField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'
import { PlaceInside, ReliabilityField } from './NewPage.tsx'

export interface Writing {
  kind: EntryKind
  /** What is said anew. */
  anew?: AbroadEntry
}

interface Props {
  abroad: Abroad
  writing: Writing | undefined
  onClose: () => void
}

export function EntryDrawer({ abroad, writing, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={writing !== undefined}
      onClose={onClose}
      title={writing && t(`abroad.kind.${writing.kind}`)}
    >
      {writing && (
        <EntryForm
          key={`${writing.kind} ${writing.anew?.id ?? ''}`}
          abroad={abroad}
          writing={writing}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}

const blank: Readonly<Record<EntryKind, object>> = {
  source: { reliability: 'unclear' },
  whereabouts: { reliability: 'unclear', heldAs: 'not-known' },
  evidence: { standing: 'wanted' },
  wish: { alone: false },
  'travel-paper': { standing: 'wanted' },
  parent: { consent: 'to-ask' },
  contact: {},
}

function EntryForm({ abroad, writing, onClose }: Props & { writing: Writing }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, anew } = writing
  const [initial] = useState(() => ({
    id: newId(),
    on: today,
    content: anew ? anew.content : { kind, ...blank[kind] },
    ...(anew ? { replaces: anew.id } : {}),
  }))
  const form = useForm({
    name: `abroad.entry.${abroad.id}.${kind}`,
    schema: AddEntry,
    initial,
    // What is said anew begins with what stood there: a draft would bring back what stood there earlier.
    draft: anew === undefined,
    send: (body, options) => send(addAbroadEntry, { params: { id: abroad.id }, body }, options),
    onDone: () => {
      toast(t('abroad.added'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  const Fields = fieldsOf[kind]
  return (
    <Form
      form={form}
      submit={t('abroad.make')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <Fields />
      <DayField at="/on" label={t('abroad.field.on')} hint={t('abroad.field.onHint')} />
    </Form>
  )
}

/** A list of the device for one of the words of a field. */
function Words({
  at,
  label,
  words,
  text,
  optional,
}: {
  at: string
  label: string
  words: readonly string[]
  text: string
  optional?: boolean
}) {
  const t = useT()
  return (
    <ChoiceField
      compact
      at={`/content/${at}`}
      label={label}
      {...(optional ? { optional } : {})}
      // The words of a choice are named by its values; the catalogue test reads that each is there.
      options={words.map(value => ({ value, label: t(`${text}.${value}` as MessageKey) }))}
    />
  )
}

function Note() {
  const t = useT()
  return <TextField at="/content/note" label={t('abroad.field.note')} optional rows={3} maxLength={1000} />
}

function SourceFields() {
  const t = useT()
  return (
    <>
      <Words at="from" label={t('abroad.field.from')} words={sourceKinds} text="abroad.from" />
      <TextField at="/content/who" label={t('abroad.field.who')} optional maxLength={160} />
      <ReliabilityField at="/content/reliability" />
      <Note />
    </>
  )
}

function EvidenceFields() {
  const t = useT()
  const form = useFormState()
  const genetic = form.get('/content/item') === 'genetic-test'
  return (
    <>
      <Words at="proves" label={t('abroad.field.proves')} words={evidenceFor} text="abroad.proves" />
      <Words at="item" label={t('abroad.field.item')} words={evidenceItems} text="abroad.item" />
      <Words
        at="standing"
        label={t('abroad.field.standing')}
        words={evidenceStandings}
        text="abroad.standing"
      />
      {genetic && (
        <>
          <p className="k-dim">{t('abroad.geneticNote')}</p>
          <Words
            at="result"
            label={t('abroad.field.result')}
            words={testResults}
            text="abroad.result"
            optional
          />
          <TextField at="/content/custodian" label={t('abroad.field.custodian')} optional maxLength={160} />
        </>
      )}
      <Note />
    </>
  )
}

function WishFields() {
  const t = useT()
  return (
    <>
      <p className="k-dim">{t('abroad.wishNote')}</p>
      <ChoiceField
        at="/content/wish"
        label={t('abroad.field.wish')}
        options={wishes.map(value => ({ value, label: t(`abroad.wish.${value}`) }))}
      />
      <Words at="toldTo" label={t('abroad.field.toldTo')} words={toldTo} text="abroad.told" />
      <LanguageField at="/content/language" label={t('abroad.field.language')} optional />
      <TickField at="/content/alone" label={t('abroad.field.alone')} />
      <DayField at="/content/askAgainOn" label={t('abroad.field.askAgainOn')} optional />
      <Note />
    </>
  )
}

function TravelFields() {
  const t = useT()
  return (
    <>
      <Words at="paper" label={t('abroad.field.paper')} words={travelPapers} text="abroad.travel" />
      <Words
        at="standing"
        label={t('abroad.field.standing')}
        words={travelStandings}
        text="abroad.travelStanding"
      />
      <TextField at="/content/obstacle" label={t('abroad.field.obstacle')} optional maxLength={300} />
      <DayField at="/content/validTo" label={t('abroad.field.validTo')} optional />
      <Note />
    </>
  )
}

function ParentFields() {
  const t = useT()
  return (
    <>
      <TextField at="/content/parent" label={t('abroad.field.parent')} maxLength={160} />
      <CountryField at="/content/heldIn" label={t('abroad.field.heldIn')} optional />
      <Words at="consent" label={t('abroad.field.consent')} words={consents} text="abroad.consent" />
      <Words
        at="way"
        label={t('abroad.field.consentWay')}
        words={consentWays}
        text="abroad.consentWay"
        optional
      />
      <Note />
    </>
  )
}

function ContactFields() {
  const t = useT()
  return (
    <>
      <TextField at="/content/withWhom" label={t('abroad.field.relative')} maxLength={160} />
      <Words at="way" label={t('abroad.field.way')} words={contactWays} text="abroad.way" />
      <Note />
    </>
  )
}

const fieldsOf: Readonly<Record<EntryKind, () => React.JSX.Element>> = {
  source: SourceFields,
  whereabouts: () => <PlaceInside at="/content" />,
  evidence: EvidenceFields,
  wish: WishFields,
  'travel-paper': TravelFields,
  parent: ParentFields,
  contact: ContactFields,
}
