/** The fields of a service, in the order in which one asks for them on the telephone. */
import { goalDomains } from '@kerege/contract/plans/domains'
import { costs, serviceStates, weekdays } from '@kerege/contract/services/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { AreaField, AreasField } from '../../ui/form/AreaField.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import type { FormState } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { TextsField } from '../council/parts/TextsField.tsx'
import { useOrganisations } from './api.ts'
import { OrganisationDrawer } from './OrganisationDrawer.tsx'
import css from './services.module.css'

export function ServiceFields({ form, back }: { form: FormState; back: string }) {
  const t = useT()
  const [adding, add] = useState(false)
  return (
    <>
      <Form
        form={form}
        submit={t('services.save')}
        beside={
          <Button variant="subtle" size="md" component={Link} to={back}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <Card title={t('services.one')}>
          <div className="k-stack">
            <Organisation />
            <div>
              <Button variant="default" onClick={() => add(true)}>
                {t('services.organisation.add')}
              </Button>
            </div>
            <Texts needed at="/name" legend={t('services.name')} maxLength={300} />
            <Needs />
          </div>
        </Card>
        <Card title={t('services.what')}>
          <div className="k-stack">
            <Texts at="/description" legend={t('services.description')} rows={4} maxLength={4000} />
            <Texts at="/eligibility" legend={t('services.eligibility')} rows={2} maxLength={2000} />
            <div className={css.two}>
              <TextField at="/minAge" label={t('services.ages.from')} optional maxLength={3} />
              <TextField at="/maxAge" label={t('services.ages.to')} optional maxLength={3} />
            </div>
            <Languages />
            <AreasField at="/areas" label={t('services.areas')} hint={t('services.areas.hint')} />
            <Texts at="/apply" legend={t('services.apply')} rows={2} maxLength={2000} />
            <ChoiceField
              at="/cost"
              label={t('services.cost')}
              options={costs.map(value => ({ value, label: t(`services.cost.${value}`) }))}
            />
            <TextField at="/costNote" label={t('services.costNote')} optional maxLength={300} />
            <TextField at="/capacity" label={t('services.capacity')} optional maxLength={300} />
          </div>
        </Card>
        <Card title={t('services.where')}>
          <Places />
        </Card>
        <Card title={t('services.reach')}>
          <div className="k-stack">
            <TextField at="/phone" kind="tel" label={t('services.phone')} optional maxLength={60} />
            <TextField at="/email" kind="email" label={t('services.email')} optional maxLength={200} />
            <TextField at="/website" label={t('services.website')} optional maxLength={300} />
            <ChoiceField
              at="/state"
              label={t('services.state')}
              options={serviceStates.map(value => ({ value, label: t(`services.state.${value}`) }))}
            />
          </div>
        </Card>
      </Form>
      <OrganisationDrawer
        opened={adding}
        onClose={() => add(false)}
        onDone={one => form.set('/organisationId', one.id)}
      />
    </>
  )
}

/** In the language of the screen first. Any one language is enough for a name, and none for the rest. */
function Texts({
  needed = false,
  ...props
}: Omit<Parameters<typeof TextsField>[0], 'required'> & { needed?: boolean }) {
  const { language } = useLoaded()
  return <TextsField {...props} required={needed ? [language] : []} />
}

function Organisation() {
  const t = useT()
  const format = useFormat()
  const rows = useOrganisations().data ?? []
  return (
    <SearchChoiceField
      at="/organisationId"
      label={t('services.organisation')}
      options={rows
        .filter(one => !one.closed)
        .map(one => ({
          value: one.id,
          label: format.text(one.name).text,
          words: Object.values(one.name).map(({ text }) => text),
          group: t(`consents.to.${one.kind}`),
        }))}
    />
  )
}

function Needs() {
  const t = useT()
  return (
    <ManyChoiceField
      at="/domains"
      label={t('services.domains')}
      hint={t('services.domains.hint')}
      max={goalDomains.length}
      options={goalDomains.map(value => ({ value, label: t(`domains.${value}`) }))}
    />
  )
}

function Languages() {
  const t = useT()
  const { table } = useLoaded()
  const options = useMemo(
    () => Object.entries(table.languages).map(([value, label]) => ({ value, label })),
    [table],
  )
  return <ManyChoiceField at="/languages" label={t('services.languages')} max={30} options={options} />
}

function Places() {
  const t = useT()
  return (
    <RepeatField
      at="/places"
      legend={n => t('services.place', { n })}
      add={t('services.place.add')}
      blank={() => ({ id: newId(), hours: [] })}
      max={30}
    >
      {at => (
        <>
          <TextField at={`${at}/name`} label={t('services.place.name')} optional maxLength={160} />
          <AreaField at={`${at}/area`} label={t('services.area')} />
          <TextField at={`${at}/address`} label={t('services.place.address')} optional maxLength={300} />
          <div className={css.two}>
            <TextField
              at={`${at}/latitude`}
              label={t('services.place.latitude')}
              hint={t('services.place.point')}
              optional
              maxLength={14}
            />
            <TextField at={`${at}/longitude`} label={t('services.place.longitude')} optional maxLength={14} />
          </div>
          <TextField at={`${at}/phone`} kind="tel" label={t('services.phone')} optional maxLength={60} />
          <RepeatField
            at={`${at}/hours`}
            legend={n => t('services.hours', { n })}
            add={t('services.hours.add')}
            blank={() => ({ days: ['MO', 'TU', 'WE', 'TH', 'FR'], opens: '09:00', closes: '18:00' })}
            max={14}
          >
            {hours => <HoursFields at={hours} />}
          </RepeatField>
          <TextField at={`${at}/hoursNote`} label={t('services.hoursNote')} optional maxLength={300} />
        </>
      )}
    </RepeatField>
  )
}

function HoursFields({ at }: { at: string }) {
  const t = useT()
  return (
    <>
      <ManyChoiceField
        at={`${at}/days`}
        label={t('services.hours.days')}
        max={7}
        options={weekdays.map(value => ({ value, label: t(`services.day.${value}`) }))}
      />
      <div className={css.two}>
        <TextField at={`${at}/opens`} label={t('services.hours.opens')} hint={t('services.hours.hint')} />
        <TextField at={`${at}/closes`} label={t('services.hours.closes')} hint={t('services.hours.hint')} />
      </div>
    </>
  )
}
