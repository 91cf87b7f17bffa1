/** The fields of each kind of record: few, in the order in which one is told of them. */
import {
  contactThrough,
  contactWays,
  housingKinds,
  legalMatters,
  livelihoodKinds,
  releaseSteps,
  vaccinationStates,
  yesNo,
} from '@kerege/contract/situation/content'
import type { SituationKind } from '@kerege/contract/situation/kinds'
import type { MessageKey } from '../../i18n/keys.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { NumberField } from '../../ui/form/DateField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { LanguageField } from '../../ui/form/LanguageField.tsx'
import { ManyChoiceField } from '../../ui/form/ManyChoiceField.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useOpenServices } from '../referrals/useOpenServices.ts'
import { useHousehold } from './api.ts'

const at = (field: string) => `/content/${field}`

export function EntryFields({ kind, personId }: { kind: SituationKind; personId: string }) {
  switch (kind) {
    case 'schooling':
      return <Schooling />
    case 'attendance':
      return <Attendance />
    case 'health':
      return <Health />
    case 'livelihood':
      return <Livelihood />
    case 'housing':
      return <Housing />
    case 'legal':
      return <Legal />
    case 'hearing':
      return <Hearing />
    case 'detention':
      return <Detention />
    case 'contact':
      return <Contact personId={personId} />
  }
}

/** A line, or a few; nothing that need not be known has to be filled in. */
function Words({
  of,
  label,
  rows,
  must = false,
}: {
  of: string
  label: MessageKey
  rows?: number
  must?: boolean
}) {
  const t = useT()
  return (
    <TextField
      at={at(of)}
      label={t(label)}
      maxLength={rows ? 1000 : 200}
      {...(rows ? { rows } : {})}
      {...(must ? {} : { optional: true })}
    />
  )
}

function useChoices() {
  const t = useT()
  return <Value extends string>(values: readonly Value[], key: (value: Value) => MessageKey) =>
    values.map(value => ({ value, label: t(key(value)) }))
}

function Schooling() {
  const t = useT()
  const may = useMay()
  return (
    <>
      <TextField at={at('school')} label={t('situation.school')} maxLength={160} />
      {may('services.read') && <Directory />}
      <TextField at={at('grade')} label={t('situation.grade')} maxLength={40} optional />
      <LanguageField at={at('language')} label={t('situation.language')} optional />
      <DayField at={at('placedOn')} label={t('situation.placedOn')} optional />
      <Words of="placement" label="situation.placement" rows={2} />
      <Words of="plan" label="situation.plan" rows={3} />
    </>
  )
}
function Directory() {
  const t = useT()
  const options = useOpenServices()
  return options.length === 0 ? null : (
    <SearchChoiceField at={at('serviceId')} label={t('situation.service')} options={options} optional />
  )
}

/** Three answers and no more: a month is counted on a phone, at the door of the school. */
function Attendance() {
  const t = useT()
  return (
    <>
      <DayField at={at('month')} label={t('situation.month')} month />
      <NumberField at={at('held')} label={t('situation.held')} />
      <NumberField at={at('present')} label={t('situation.present')} />
      <Words of="words" label="situation.words" />
    </>
  )
}

function Health() {
  const t = useT()
  const choices = useChoices()
  return (
    <>
      <p className="k-dim">{t('situation.health.hint')}</p>
      <ChoiceField
        at={at('registered')}
        label={t('situation.registered')}
        options={choices(yesNo, value => `situation.yesNo.${value}`)}
      />
      <Words of="clinic" label="situation.clinic" />
      <Words of="allergies" label="situation.allergies" />
      <Words of="medicine" label="situation.medicine" />
      <ChoiceField
        at={at('vaccinations')}
        label={t('situation.vaccinations')}
        options={choices(vaccinationStates, value => `situation.vaccinations.${value}`)}
      />
      <Words of="specialist" label="situation.specialist" />
      <Words of="disability" label="situation.disability" />
    </>
  )
}

function Livelihood() {
  const t = useT()
  const choices = useChoices()
  return (
    <>
      <ChoiceField
        at={at('of')}
        label={t('situation.of')}
        options={choices(livelihoodKinds, value => `situation.livelihood.${value}`)}
      />
      <Words of="words" label="situation.words" rows={2} must />
    </>
  )
}

function Housing() {
  const t = useT()
  const choices = useChoices()
  return (
    <>
      <ChoiceField
        at={at('of')}
        label={t('situation.of')}
        options={choices(housingKinds, value => `situation.housing.${value}`)}
      />
      <Words of="withWhom" label="situation.withWhom" />
      <DayField at={at('secureUntil')} label={t('situation.secureUntil')} optional />
      <Words of="wrong" label="situation.wrong" rows={2} />
    </>
  )
}

function Legal() {
  const t = useT()
  const choices = useChoices()
  return (
    <>
      <ChoiceField
        at={at('matter')}
        label={t('situation.of')}
        hint={t('situation.matter.hint')}
        options={choices(legalMatters, value => `situation.matter.${value}`)}
      />
      <Words of="lawyer" label="situation.lawyer" />
      <Words of="words" label="situation.words" rows={2} />
    </>
  )
}

function Hearing() {
  const t = useT()
  return (
    <>
      <DayField at={at('day')} label={t('situation.day')} />
      <TextField at={at('time')} label={t('situation.time')} maxLength={5} optional />
      <Words of="place" label="situation.place" />
      <DayField at={at('deadline')} label={t('situation.deadline')} optional />
      <Words of="toHandIn" label="situation.toHandIn" />
    </>
  )
}

function Detention() {
  const t = useT()
  const choices = useChoices()
  return (
    <>
      <TextField at={at('place')} label={t('situation.institution')} maxLength={160} />
      <Words of="visits" label="situation.visits" />
      <Words of="children" label="situation.children" />
      <DayField
        at={at('release')}
        label={t('situation.release')}
        hint={t('situation.release.hint')}
        optional
      />
      <ManyChoiceField
        at={at('ready')}
        label={t('situation.ready')}
        max={releaseSteps.length}
        options={choices(releaseSteps, value => `situation.ready.${value}`)}
        optional
      />
      <Words of="releasePlan" label="situation.releasePlan" rows={3} />
    </>
  )
}

function Contact({ personId }: { personId: string }) {
  const t = useT()
  const choices = useChoices()
  const people = useHousehold(personId).data?.body.rows ?? []
  return (
    <>
      {people.length > 0 && (
        <SearchChoiceField
          at={at('withPersonId')}
          label={t('situation.withPerson')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <TextField
        at={at('withWhom')}
        label={t(people.length > 0 ? 'situation.withOther' : 'situation.withWhom')}
        maxLength={120}
        {...(people.length > 0 ? { optional: true } : {})}
      />
      <ChoiceField
        at={at('way')}
        label={t('situation.way')}
        options={choices(contactWays, value => `situation.way.${value}`)}
      />
      <DayField at={at('day')} label={t('situation.day')} />
      <ChoiceField
        at={at('through')}
        label={t('situation.through')}
        options={choices(contactThrough, value => `situation.through.${value}`)}
        compact
      />
      <TextField at={at('throughWhom')} label={t('situation.throughWhom')} maxLength={120} optional />
      <Words of="child" label="situation.child" />
      <DayField at={at('next')} label={t('situation.next')} optional />
    </>
  )
}
