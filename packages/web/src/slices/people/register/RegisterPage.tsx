/**
 * Registering as a short conversation: who, where, whose family. One draft through all questions, which survives a
 * reload; the id is made here, so that a double click or a broken line still makes one person.
 */
import { Button } from '@mantine/core'
import { DomainError, type Fault } from '@kerege/contract/errors'
import { getPerson, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay, useSession } from '../../../shell/session.ts'
import { keepDraft } from '../../../ui/form/drafts.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { NotHere } from '../../../ui/NotHere.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import css from '../people.module.css'
import { blankDraft, commandOf, schemaOf, shaped, type StepId, stepOf, steps as allSteps } from './draft.ts'
import { FamilyStep } from './FamilyStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { WhoStep } from './WhoStep.tsx'

const name = 'people.register'

export function RegisterPage() {
  const may = useMay()
  return may('people.register') ? <Conversation /> : <NotHere />
}

/** Family ties are asked only of hats that may write them somewhere. */
function useSteps(): { steps: readonly StepId[]; here: StepId; kin: boolean } {
  const { rights } = useSession()
  const search = useSearch({ strict: false }) as { step?: string }
  const kin = rights.compartments.some(one => one.compartment === 'kinship' && one.write.length > 0)
  const steps = kin ? allSteps : allSteps.slice(0, 2)
  return { steps, here: steps.find(step => step === search.step) ?? 'who', kin }
}

function Conversation() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const q = useLocation({ select: location => location.state.q ?? '' })
  const { steps, here, kin } = useSteps()
  const [initial] = useState(() => blankDraft(q))
  const last = here === steps.at(-1)
  const after = steps[steps.indexOf(here) + 1]
  const before = steps[steps.indexOf(here) - 1]

  const go = (step: StepId) => void navigate({ to: '.', search: { step } as never, state: state => state })

  const form: FormState = useForm({
    name,
    schema: schemaOf(here, format.today),
    initial,
    shape: shaped,
    send: async (_, { idempotencyKey }): Promise<string | undefined> => {
      if (!last) return undefined
      try {
        return await register(form.values, idempotencyKey)
      } catch (error) {
        // A fault of an earlier question is shown where it can be answered.
        const [fault] = (error instanceof DomainError && (error.details.faults as Fault[])) || []
        if (fault && stepOf(fault.pointer) !== here) go(stepOf(fault.pointer))
        throw error
      }
    },
    onDone: id => {
      if (id !== undefined) {
        // Whoever joins a family is offered to say who is whose there.
        const joined = form.get('/family/kind') === 'known'
        // Empty before one leaves: a draft kept late would begin the next person with this one's id.
        form.startOver()
        void queryClient.invalidateQueries()
        void navigate({ to: joined ? `/people/${id}/kinship` : `/people/${id}`, replace: true })
        return
      }
      // An answered question is no sent command: what was said so far stays kept.
      keepDraft(name, {
        values: form.values,
        command: crypto.randomUUID(),
        savedAt: new Date().toISOString(),
      })
      if (after) go(after)
    },
  })

  return (
    <>
      <PageHead
        title={t(`people.step.${here}`)}
        eyebrow={t('people.stepOf', { n: steps.indexOf(here) + 1, of: steps.length })}
      />
      <div className={css.steps}>
        <Steps
          label={t('people.registerNew')}
          here={here}
          steps={steps.map(id => ({ id, word: t(`people.stepWord.${id}`) }))}
        />
      </div>
      <Form
        form={form}
        submit={t(last ? 'people.register.act' : 'people.continue')}
        beside={
          before ? (
            <Button variant="default" size="md" onClick={() => go(before)}>
              {t('people.back')}
            </Button>
          ) : (
            <Button variant="subtle" size="md" component={Link} to="/people/search" state={{ q }}>
              {t('people.backToSearch')}
            </Button>
          )
        }
      >
        {here === 'who' && <WhoStep kin={kin} />}
        {here === 'place' && <PlaceStep />}
        {here === 'family' && <FamilyStep />}
      </Form>
    </>
  )
}

async function register(values: unknown, idempotencyKey: string): Promise<string> {
  const { person, newFamily, parents } = commandOf(values)
  await send(registerPerson, { body: person }, { idempotencyKey })
  if (newFamily) {
    const { id, role, name: called } = newFamily
    const body = { id, name: called, members: [{ personId: person.id, role }] }
    await send(makeHousehold, { body }, { idempotencyKey: `${idempotencyKey}-family` })
  }
  const there = await parentsThere(person.householdId && person.id)
  for (const { role, relation } of parents) {
    // Who stands in the household already is said to be the parent there, and not a second time by name.
    if (there.includes(role)) continue
    const options = { idempotencyKey: `${idempotencyKey}-${role}` }
    await send(addRelation, { params: { id: person.id }, body: relation }, options)
  }
  return person.id
}

/** Mother and father among those with whom this person lives now. */
async function parentsThere(id: string | undefined): Promise<readonly string[]> {
  if (!id) return []
  const { body } = await send(getPerson, { params: { id } })
  const home = body.kinship?.household
  return home?.role === 'child' ? home.members.map(member => member.role) : []
}
