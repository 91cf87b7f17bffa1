/** Hands people over: who goes, to whom, what goes with them, who signed, and which team works with them then. */
import { DomainError } from '@kerege/contract/errors'
import { caseOrigins } from '@kerege/contract/cases/schema'
import type { FoundPerson, Person } from '@kerege/contract/people/schema'
import { handoverPlaces, makeHandover } from '@kerege/contract/repatriation/handover/routes'
import { itemKinds, receivers } from '@kerege/contract/repatriation/handover/schema'
import { nameText, shownName } from '@kerege/contract/people/rules'
import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField, type Option, TickField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { NotHere } from '../../ui/NotHere.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { usePerson } from '../people/api.ts'
import { ApartDrawer } from '../repatriation/apart/ApartDrawer.tsx'
import { PersonPicker } from '../people/search/PersonPicker.tsx'
import { useHouse } from '../reception/api.ts'
import { wholeParty } from '../reception/parties.ts'

export function NewPage() {
  const { person, house, party } = useSearch({ strict: false }) as Begun
  if (house && party) return <OfHouse house={house} party={party} />
  return person ? <OfPerson id={person} /> : <NotHere />
}

/** On the page of a person, or with a whole family from the list of a house. */
interface Begun {
  person?: string
  house?: string
  party?: string
}

function OfHouse({ house, party: id }: { house: string; party: string }) {
  const t = useT()
  return (
    <Answered query={useHouse(house)}>
      {({ body }) => {
        const party = wholeParty(body, id)
        const first = party?.members[0]?.guest
        if (!party || !first) return <NotHere />
        return (
          <>
            <PageHead
              title={t('handovers.title')}
              eyebrow={<Link to={`/reception/${house}`}>{body.name}</Link>}
              facts={party.name ? [<bdi key="family">{party.name}</bdi>] : []}
            />
            <HandForm
              from={first.personId}
              back={`/reception/${house}`}
              known={party.members.map(({ guest }) => ({ value: guest.personId, label: guest.name }))}
            />
          </>
        )
      }}
    </Answered>
  )
}

function OfPerson({ id }: { id: string }) {
  const t = useT()
  return (
    <Answered query={usePerson(id)}>
      {({ body }) => (
        <>
          <PageHead title={t('handovers.title')} eyebrow={<Link to={`/people/${id}`}>{nameOf(body)}</Link>} />
          <HandForm from={body.id} back={`/people/${body.id}`} known={atHome(body)} />
        </>
      )}
    </Answered>
  )
}

const nameOf = ({ contact }: Person): string => {
  const name = contact && shownName(contact.names)
  return name ? nameText(name) : ''
}

/** The person and those of the same home. */
const atHome = (person: Person): Option[] => [
  { value: person.id, label: nameOf(person) },
  ...(person.kinship?.household?.members ?? [])
    .filter(({ personId }) => personId !== person.id)
    .map(({ personId, label }) => ({ value: personId, label })),
]

/** The first family that this handover would divide. */
const dividedIn = (problem: unknown): string | undefined =>
  problem instanceof DomainError && problem.code === 'family-divided'
    ? String(problem.details.families ?? '').split(' ')[0]
    : undefined

interface FormProps {
  /** Names the draft: the person, or the first of a family. */
  from: string
  back: string
  known: Option[]
}

function HandForm({ from, back, known }: FormProps) {
  const t = useT()
  const { today } = useFormat()
  const navigate = useNavigate()
  const [people, setPeople] = useState(known)
  const [initial] = useState(() => ({
    id: newId(),
    people: people.map(({ value }) => value),
    origin: 'handover',
    on: today,
    signedOn: today,
    items: [],
    belongings: false,
  }))
  const form: FormState = useForm({
    name: `handovers.new.${from}`,
    schema: bodyOf(makeHandover),
    initial,
    draft: false,
    send: (body, options) => send(makeHandover, { body }, options),
    onDone: async ({ body }) => {
      toast(t('handovers.made'))
      // The person is not open here any more: away first, then everything is read anew.
      await navigate({ to: `/handovers/${body.id}`, replace: true })
      void queryClient.invalidateQueries()
    },
  })
  const [asking, ask] = useState(false)
  const apart = dividedIn(form.problem)
  return (
    <Card>
      {apart && (
        <Notice
          kind="stop"
          title={t('apart.refused')}
          act={
            <Button variant="default" onClick={() => ask(true)}>
              {t('apart.ask')}
            </Button>
          }
        />
      )}
      <ApartDrawer partyId={apart ?? ''} at="handover" opened={asking} onClose={() => ask(false)} />
      <Form
        form={form}
        submit={t('handovers.make')}
        beside={
          <Button variant="subtle" size="md" component={Link} to={back}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <p>{t('handovers.text')}</p>
        <ManyChoiceField
          at="/people"
          label={t('handovers.people')}
          hint={t('handovers.peopleHint')}
          options={people}
          max={40}
        />
        <PersonPicker
          at="/more"
          label={t('handovers.more')}
          hint={t('handovers.moreHint')}
          fits={row => !people.some(({ value }) => value === row.id)}
          onPick={row => {
            setPeople(known => [...known, { value: row.id, label: row.label }])
            form.set('/people', [...((form.get('/people') as string[] | undefined) ?? []), row.id])
          }}
        />
        <ChoiceField
          at="/to"
          label={t('handovers.to')}
          options={receivers.map(value => ({ value, label: t(`handovers.to.${value}`) }))}
        />
        <Receiver />
        <Team />
        <ChoiceField
          compact
          at="/origin"
          label={t('handovers.origin')}
          options={caseOrigins.map(value => ({ value, label: t(`cases.origin.${value}`) }))}
        />
        <h2>{t('handovers.items')}</h2>
        <Things people={people} />
        <TickField at="/belongings" label={t('handovers.belongings')} />
        <DayField at="/on" label={t('handovers.on')} />
        <TextField at="/signedBy" label={t('handovers.signedBy')} maxLength={160} />
        <DayField at="/signedOn" label={t('handovers.signedOn')} />
      </Form>
    </Card>
  )
}

/** Somebody of the register, or a name and how to reach them. */
function Receiver() {
  const t = useT()
  const form = useFormState()
  const [picked, pick] = useState<FoundPerson>()
  const to = form.get('/to')
  if (to === undefined || to === 'self') return null
  if (picked) {
    return (
      <div className="k-row">
        <span className="k-dim">{t('handovers.receiver')}</span>
        <strong>
          <bdi>{picked.label}</bdi>
        </strong>
        <Button
          variant="subtle"
          onClick={() => {
            pick(undefined)
            form.set('/receiverId', undefined)
          }}
        >
          {t('handovers.pickOther')}
        </Button>
      </div>
    )
  }
  return (
    <>
      {to !== 'centre' && (
        <PersonPicker
          at="/receiverId"
          label={t('handovers.pick')}
          hint={t('handovers.pickHint')}
          fits={row => !((form.get('/people') as string[] | undefined) ?? []).includes(row.id)}
          onPick={row => {
            pick(row)
            form.set('/receiverId', row.id)
            form.set('/receiver', undefined)
            form.set('/reach', undefined)
          }}
        />
      )}
      <TextField at="/receiver" label={t('handovers.receiver')} optional={to === 'centre'} maxLength={160} />
      <TextField
        at="/reach"
        label={t('handovers.reach')}
        hint={t('handovers.reachHint')}
        optional={to === 'centre'}
        maxLength={160}
      />
    </>
  )
}

function Team() {
  const t = useT()
  const format = useFormat()
  const places = useGet(handoverPlaces, {}).data?.body.rows ?? []
  return (
    <SearchChoiceField
      at="/teamId"
      label={t('handovers.team')}
      options={places.map(({ teamId, team, agency }) => ({
        value: teamId,
        label: `${format.text(agency).text}, ${team}`,
      }))}
    />
  )
}

function Things({ people }: { people: readonly Option[] }) {
  const t = useT()
  return (
    <RepeatField
      at="/items"
      legend={n => t('handovers.itemNo', { n })}
      add={t('handovers.itemAdd')}
      blank={() => ({ id: newId(), personId: people[0]?.value, kind: 'paper' })}
      max={100}
    >
      {at => (
        <>
          <ChoiceField
            compact
            at={`${at}/kind`}
            label={t('handovers.itemKind')}
            options={itemKinds.map(value => ({ value, label: t(`handovers.item.${value}`) }))}
          />
          <ChoiceField compact at={`${at}/personId`} label={t('handovers.itemWhose')} options={people} />
          <TextField at={`${at}/what`} label={t('handovers.itemWhat')} maxLength={200} />
        </>
      )}
    </RepeatField>
  )
}
