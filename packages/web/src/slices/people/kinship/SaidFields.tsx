/** How surely a relation is known, on what it rests, since when, and what shows it. Asked alike for new and old ones. */
import { basesOf, type KinKind } from '@kerege/contract/people/kinship/kinds'
import { evidenceTypes, kinStandings, testResults } from '@kerege/contract/people/kinship/schema'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { RoughDateField } from './RoughDateField.tsx'

export function SaidFields({ kind }: { kind: KinKind }) {
  const t = useT()
  return (
    <>
      <ChoiceField
        compact
        at="/basis"
        label={t('kinship.basis')}
        options={basesOf(kind).map(value => ({ value, label: t(`kinship.basis.${value}`) }))}
      />
      <ChoiceField
        at="/standing"
        label={t('kinship.standing')}
        options={kinStandings.map(value => ({ value, label: t(`kinship.standing.${value}`) }))}
      />
      <FieldGroup legend={t('kinship.evidence')} hint={t('kinship.evidence.hint')}>
        <RepeatField
          at="/evidence"
          legend={n => t('kinship.evidence.no', { n })}
          add={t('kinship.evidence.add')}
          blank={() => ({})}
          max={12}
        >
          {at => <EvidenceFields at={at} />}
        </RepeatField>
      </FieldGroup>
      <RoughDateField at="/since" label={t('kinship.sinceWhen')} />
      <TextField
        at="/note"
        label={t('kinship.note')}
        hint={t('kinship.note.hint')}
        optional
        maxLength={300}
      />
    </>
  )
}

function EvidenceFields({ at }: { at: string }) {
  const t = useT()
  const form = useFormState()
  const genetic = form.get(`${at}/type`) === 'genetic-test'
  return (
    <>
      <ChoiceField
        compact
        at={`${at}/type`}
        label={t('kinship.evidence.type')}
        options={[...evidenceTypes, 'genetic-test' as const].map(value => ({
          value,
          label: t(`kinship.proof.${value}`),
        }))}
      />
      {genetic ? (
        <>
          <DayField at={`${at}/doneOn`} label={t('kinship.evidence.doneOn')} />
          <ChoiceField
            compact
            at={`${at}/result`}
            label={t('kinship.evidence.result')}
            options={testResults.map(value => ({ value, label: t(`kinship.result.${value}`) }))}
          />
          <TextField at={`${at}/custodian`} label={t('kinship.evidence.custodian')} maxLength={160} />
        </>
      ) : (
        <>
          <DayField at={`${at}/date`} label={t('kinship.evidence.date')} optional />
          <TextField at={`${at}/office`} label={t('kinship.evidence.office')} optional maxLength={160} />
        </>
      )}
    </>
  )
}

/** Of what another type of evidence asks, nothing is carried over by chance. */
export function evidenceOf(list: unknown): unknown {
  if (!Array.isArray(list)) return []
  return (list as Record<string, unknown>[]).map(({ type, date, office, doneOn, result, custodian }) =>
    type === 'genetic-test' ? { type, doneOn, result, custodian } : { type, date, office },
  )
}
