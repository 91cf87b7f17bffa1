/** Something that was decided: what, who does it, until when. A colleague has it as a task; whoever is outside is named. */
import { useT } from '../../i18n/useT.tsx'
import { ColleagueField } from '../../ui/form/ColleagueField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { useFormState } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'

export function FollowUpFields({ at, label, dated = false }: { at: string; label: string; dated?: boolean }) {
  const t = useT()
  const form = useFormState()
  const owner = form.get(`${at}/ownerId`)
  return (
    <>
      <TextField at={`${at}/words`} label={label} maxLength={200} />
      <ColleagueField
        at={`${at}/ownerId`}
        label={t('meetings.owner')}
        hint={t('meetings.ownerHint')}
        optional
      />
      {!owner && <TextField at={`${at}/who`} label={t('meetings.ownerOutside')} optional maxLength={120} />}
      <DayField at={`${at}/due`} label={t('meetings.due')} optional={!dated && !owner} />
    </>
  )
}
