/** Who the other is: somebody on the register, somebody who is not, or nobody known. */
import type { Outsider } from '@kerege/contract/people/kinship/schema'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { newId } from '../../../ui/newId.ts'
import css from '../people.module.css'
import { PersonPicker } from '../search/PersonPicker.tsx'
import { useTree } from './api.ts'
import { OutsiderFields, SexField } from './OutsiderFields.tsx'

const kinds = ['person', 'outside', 'unknown'] as const

export const blankOutsider = () => ({
  who: 'outside',
  outsiderId: newId(),
  birth: { precision: 'unknown' },
  life: 'not-known',
})

export function WhoField({ self }: { self: string }) {
  const t = useT()
  const form = useFormState()
  const who = form.get('/other/who')
  return (
    <>
      <ChoiceField
        at="/other/who"
        label={t('kinship.who')}
        options={kinds.map(value => ({
          value,
          label: t(`kinship.who.${value}`),
          ...(value === 'unknown' ? { hint: t('kinship.who.unknown.hint') } : {}),
        }))}
      />
      {who === 'person' && <RegisteredField self={self} />}
      {who === 'outside' && <OutsideField self={self} />}
      {who === 'unknown' && <SexField at="/other/sex" />}
    </>
  )
}

function RegisteredField({ self }: { self: string }) {
  const t = useT()
  const form = useFormState()
  if (form.get('/other/personId') === undefined) {
    return (
      <PersonPicker
        at="/other/personId"
        label={t('kinship.pick')}
        hint={t('kinship.pickHint')}
        fits={row => row.id !== self}
        onPick={row =>
          form.set('/other', {
            ...(form.get('/other') as object),
            personId: row.id,
            shown: row.label,
            sex: row.sex,
          })
        }
      />
    )
  }
  return (
    <div className={css.picked}>
      <strong>
        <bdi>{String(form.get('/other/shown') ?? '')}</bdi>
      </strong>
      <Button variant="subtle" onClick={() => form.set('/other/personId', undefined)}>
        {t('kinship.another')}
      </Button>
    </div>
  )
}

/** Whoever is named beside one child is offered for the next, so that a father is written down once. */
function OutsideField({ self }: { self: string }) {
  const t = useT()
  const form = useFormState()
  const tree = useTree(self).data?.body
  const known = (tree?.people ?? []).flatMap(({ other }) => (other.who === 'outside' ? [other] : []))
  const chosen = known.find(one => one.outsiderId === form.get('/other/outsiderId'))
  const choose = (one: Outsider | undefined) =>
    form.set('/other', one ? { who: 'outside', ...one } : blankOutsider())
  return (
    <>
      {known.length > 0 && (
        <FieldGroup legend={t('kinship.known')}>
          <div className={css.either}>
            {known.map(one => (
              <Button
                key={one.outsiderId}
                variant={one === chosen ? 'filled' : 'default'}
                aria-pressed={one === chosen}
                onClick={() => choose(one)}
              >
                <bdi>{one.name}</bdi>
              </Button>
            ))}
            {chosen && (
              <Button variant="subtle" onClick={() => choose(undefined)}>
                {t('kinship.known.new')}
              </Button>
            )}
          </div>
        </FieldGroup>
      )}
      {!chosen && <OutsiderFields at="/other" />}
    </>
  )
}
