/** What would become of a file: what is wrong with it, who it is about and who looks alike, what is made and what is kept as told. */
import type { FhirLook } from '@kerege/contract/fhir/importing'
import { takeFhir } from '@kerege/contract/fhir/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { AreaCode, Id } from '@kerege/contract/common'
import { queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { AreaField } from '../../ui/form/AreaField.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { faultText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import type { Bundle } from './BringPage.tsx'

interface Props {
  bundle: Bundle
  look: FhirLook
}

export function LookedAt({ bundle, look }: Props) {
  const t = useT()
  const format = useFormat()
  const { person } = look
  if (!person) return <Faults look={look} />
  return (
    <>
      <Card title={<bdi>{person.name}</bdi>}>
        <Facts
          facts={[
            [t('fhir.bring.birth'), format.birth(person.birth)],
            ...(look.sender ? [[t('fhir.bring.sender'), look.sender] as const] : []),
          ]}
        />
      </Card>
      {look.before ? (
        <Notice
          kind="info"
          act={
            <Button variant="default" component={Link} to={`/people/${look.before.personId}`}>
              {t('cases.openPerson')}
            </Button>
          }
        >
          {t('fhir.bring.before')}
        </Notice>
      ) : (
        <Take bundle={bundle} look={look} />
      )}
    </>
  )
}

function Faults({ look }: { look: FhirLook }) {
  const t = useT()
  return (
    <Card title={t('fhir.bring.faults')}>
      <p>{t('fhir.bring.faultsText')}</p>
      <ul>
        {look.faults.map(({ path, code }) => (
          <li key={`${path} ${code}`}>
            <code>{path}</code> {faultText({ pointer: '', code }, 'fhir')}
          </li>
        ))}
        {look.moreFaults > 0 && <li>{t('fhir.bring.moreFaults', { n: look.moreFaults })}</li>}
      </ul>
    </Card>
  )
}

const Taken = z.strictObject({ who: z.union([z.literal('new'), Id]), area: AreaCode.optional() })

function Take({ bundle, look }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const areas = useAreas()
  const { person, alike } = look
  const here = areas.own.some(one => one.value === person?.area)
  const [initial] = useState(() => ({
    // Nobody alike: it is somebody new. Else a person chooses.
    ...(alike.length === 0 ? { who: 'new' } : {}),
    ...(here ? { area: person?.area } : {}),
  }))
  const [id] = useState(newId)
  const form = useForm({
    name: 'fhir.bring',
    schema: Taken,
    initial,
    draft: false,
    send: ({ who, area }, options) => {
      const whom = who === 'new' ? { area, notSame: alike.map(one => one.id) } : { personId: who }
      return send(takeFhir, { body: { id, bundle, ...whom } }, options)
    },
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      toast(t('fhir.bring.done'))
      void navigate({ to: body.caseId ? `/cases/${body.caseId}` : `/people/${body.personId}` })
    },
  })
  const isNew = form.get('/who') === 'new'
  return (
    <Form form={form} submit={t('fhir.bring.act')}>
      {alike.length > 0 && (
        <>
          <Notice kind="wait">{t('fhir.bring.alike')}</Notice>
          <ul>
            {alike.map(one => (
              <li key={one.id}>
                <Link to={`/people/${one.id}`} target="_blank">
                  <bdi>{one.label}</bdi>
                </Link>
              </li>
            ))}
          </ul>
          <ChoiceField
            at="/who"
            label={t('fhir.bring.who')}
            options={[
              ...alike.map(one => ({ value: one.id, label: t('fhir.bring.known', { name: one.label }) })),
              { value: 'new', label: t('fhir.bring.new') },
            ]}
          />
        </>
      )}
      {isNew && <AreaField at="/area" label={t('fhir.bring.area')} />}
      {isNew ? (
        <Made look={look} />
      ) : (
        form.get('/who') !== undefined && <p className="k-dim">{t('fhir.bring.knownText')}</p>
      )}
    </Form>
  )
}

function Made({ look }: { look: FhirLook }) {
  const t = useT()
  return (
    <>
      <section>
        <h3>{t('fhir.bring.makes')}</h3>
        <ul>
          <li>{t('fhir.bring.case')}</li>
          {look.relatives > 0 && <li>{t('fhir.bring.relatives', { n: look.relatives })}</li>}
          {look.goals > 0 && <li>{t('fhir.bring.goals', { n: look.goals })}</li>}
        </ul>
      </section>
      {look.told.length > 0 && (
        <section>
          <h3>{t('fhir.bring.kept')}</h3>
          <p className="k-dim">{t('fhir.bring.keptText')}</p>
          <ul>
            {look.told.map(({ kind, n }) => (
              <li key={kind}>
                {t(`fhir.kind.${kind}`)}
                {n > 1 && ` (${n})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {look.skipped.length > 0 && (
        <section>
          <h3>{t('fhir.bring.skipped')}</h3>
          <ul>
            {look.skipped.map(({ type, n }) => (
              <li key={type}>
                <bdi>{type}</bdi>
                {n > 1 && ` (${n})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
