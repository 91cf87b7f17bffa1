/** The last question: one of a family on the register, the first of a new one, or not known now. */
import { Button } from '@mantine/core'
import { householdRoles } from '@kerege/contract/people/schema'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import css from '../people.module.css'
import { PersonPicker } from '../search/PersonPicker.tsx'
import { familyKinds } from './draft.ts'
import { LookAlikes } from './LookAlikes.tsx'

export function FamilyStep() {
  const t = useT()
  const form = useFormState()
  const kind = form.get('/family/kind')
  const home = form.get('/family/householdId')
  return (
    <>
      <ChoiceField
        at="/family/kind"
        label={t('people.family.which')}
        options={familyKinds.map(value => ({
          value,
          label: t(`people.family.${value}`),
          hint: t(`people.family.${value}.hint`),
        }))}
      />
      {kind === 'known' &&
        (home === undefined ? (
          <PersonPicker
            label={t('people.family.relative')}
            hint={t('people.family.relative.hint')}
            at="/family/householdId"
            fits={row => row.householdId !== undefined}
            onPick={row => {
              form.set('/family/householdId', row.householdId)
              form.set('/family/shown', row.household)
            }}
          />
        ) : (
          <div className={css.picked}>
            <strong>
              <bdi>{String(form.get('/family/shown') ?? '')}</bdi>
            </strong>
            <Button variant="subtle" onClick={() => form.set('/family/householdId', undefined)}>
              {t('people.family.another')}
            </Button>
          </div>
        ))}
      {kind === 'new' && <TextField at="/family/name" label={t('people.family.name')} maxLength={160} />}
      {kind !== 'later' && <RoleField at="/family/role" />}
      {/* Once more, now that it is known whose child it is. */}
      {kind === 'known' && form.get('/family/role') === 'child' && <LookAlikes />}
    </>
  )
}

export function RoleField({ at }: { at: string }) {
  const t = useT()
  return (
    <ChoiceField
      compact
      at={at}
      label={t('people.family.role')}
      options={householdRoles.map(value => ({ value, label: t(`people.role.${value}`) }))}
    />
  )
}
