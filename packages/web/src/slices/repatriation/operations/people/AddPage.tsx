/** Puts somebody of the register on the list: looked for first in any script, then into a family. */
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { addLine, writeFamily } from '@kerege/contract/repatriation/operations/routes'
import type { PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { ChoiceField, TickField } from '../../../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../../../ui/form/Form.tsx'
import { CountryField } from '../../../../ui/form/LanguageField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { toast } from '../../../../ui/toasts.ts'
import { PersonPicker } from '../../../people/search/PersonPicker.tsx'
import { usePeople } from '../api.ts'
import css from '../operations.module.css'

export function AddPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const t = useT()
  return (
    <>
      <PageHead
        title={t('operations.add')}
        eyebrow={<Link to={`/operations/${id}`}>{t('operations.one')}</Link>}
      />
      <div className="k-narrow">
        <Answered query={usePeople(id)}>{({ body }) => <Add id={id} list={body} />}</Answered>
      </div>
    </>
  )
}

const none = 'none'
const fresh = 'new'

interface Values {
  family?: string
  familyName?: string
  shown?: string
  head?: boolean
  id: string
  newFamily: string
}

function Add({ id, list }: { id: string; list: PeopleList }) {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({
    id: newId(),
    newFamily: newId(),
    family: none,
    head: false,
    door: false,
  }))
  const back = `/operations/${id}`
  const form = useForm({
    name: `operations.add.${id}`,
    draft: false,
    schema: bodyOf(addLine),
    initial,
    shape: values => {
      const {
        family,
        familyName: _,
        shown: _s,
        birth: _b,
        newFamily,
        ...rest
      } = values as Values & {
        birth?: unknown
      }
      return { ...rest, ...(family === none ? {} : { familyId: family === fresh ? newFamily : family }) }
    },
    send: async (body, options) => {
      const { family, familyName, newFamily, shown } = form.values as Values
      if (family === fresh) {
        await send(writeFamily, {
          params: { id, familyId: newFamily },
          body: { name: familyName ?? shown ?? '' },
        })
      }
      return send(addLine, { params: { id }, body }, options)
    },
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('operations.added'))
      await navigate({ to: back })
    },
  })
  return (
    <Card>
      <Form
        form={form}
        submit={t('operations.add')}
        beside={
          <Button variant="subtle" size="md" component={Link} to={back}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <Who list={list} />
        <FamilyFields list={list} />
        <TextField at="/bracelet" label={t('operations.bracelet')} maxLength={24} optional />
        <CountryField
          at="/forCountry"
          label={t('operations.forCountry')}
          hint={t('operations.forCountryHint')}
          optional
        />
      </Form>
      <p className="k-dim">
        {t('operations.notFound')}{' '}
        <Link to="/people/new" className="k-link">
          {t('operations.registerFirst')}
        </Link>
      </p>
    </Card>
  )
}

function Who({ list }: { list: PeopleList }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const birth = form.get('/birth') as BirthDate | undefined
  if (form.get('/personId') === undefined) {
    return (
      <PersonPicker
        at="/personId"
        label={t('operations.person')}
        hint={t('operations.personHint')}
        fits={row => !list.lines.some(line => line.personId === row.id)}
        onPick={row => {
          form.set('/personId', row.id)
          form.set('/shown', row.label)
          form.set('/birth', row.birth)
        }}
      />
    )
  }
  return (
    <div className={css.group}>
      <strong>
        <bdi>{String(form.get('/shown') ?? '')}</bdi>
      </strong>
      {birth && <span className="k-dim">{format.age(birth)}</span>}
      <Button variant="subtle" onClick={() => form.set('/personId', undefined)}>
        {t('operations.another')}
      </Button>
    </div>
  )
}

function FamilyFields({ list }: { list: PeopleList }) {
  const t = useT()
  const { today } = useFormat()
  const form = useFormState()
  const family = form.get('/family')
  const birth = form.get('/birth') as BirthDate | undefined
  const adult = birth === undefined || (ageOn(birth, today)?.max ?? 18) >= 18
  return (
    <>
      <ChoiceField
        compact
        at="/family"
        label={t('operations.family')}
        options={[
          { value: none, label: t('operations.alone') },
          { value: fresh, label: t('operations.newFamily') },
          ...list.families.map(one => ({ value: one.id, label: one.name })),
        ]}
      />
      {family === fresh && <TextField at="/familyName" label={t('operations.familyName')} maxLength={160} />}
      {family !== none && adult && <TickField at="/head" label={t('operations.head')} />}
    </>
  )
}
