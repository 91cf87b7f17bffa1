/** Labels of a concept, one language at a time with how sure they are, and where it stands among the others. */
import { preferredLabel } from '@kerege/contract/analysis/thesaurus/concepts'
import { longestLabel } from '@kerege/contract/analysis/thesaurus/reading/entry'
import { type Language, languages } from '@kerege/contract/common'
import { useMemo, useState } from 'react'
import { ownNameOf, useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { LanguageChips, type TextStand } from '../../council/parts/LanguageChips.tsx'
import { themeOptions, useConcepts } from '../themes/themes.ts'

export function ConceptFields({ id }: { id?: string }) {
  const t = useT()
  const { language } = useLoaded()
  const concepts = useConcepts()
  const options = useMemo(
    () =>
      themeOptions(
        language,
        concepts.filter(one => one.id !== id),
      ),
    [language, concepts, id],
  )
  return (
    <>
      <Labels />
      <SearchChoiceField at="/broader" label={t('thesaurus.broader')} optional options={options} />
      <ManyChoiceField at="/related" label={t('thesaurus.related')} optional options={options} max={40} />
    </>
  )
}

function Labels() {
  const t = useT()
  const form = useFormState()
  const { language: own } = useLoaded()
  const [open, choose] = useState<Language>(own)
  const said = (at: string) => String(form.get(at) ?? '').trim()
  const standOf = (language: Language): TextStand => {
    if (said(`/label/${language}/text`) === '') return 'none'
    return (form.get(`/label/${language}/state`) as TextStand | undefined) ?? 'draft'
  }
  // Fields that are not open stay in the form: what is wrong in one of them opens it.
  const isWrong = (language: Language) =>
    form.faults.some(({ pointer }) =>
      ['label', 'alternatives'].some(one => `${pointer}/`.startsWith(`/${one}/${language}/`)),
    )
  return (
    <FieldGroup legend={t('thesaurus.labels')} hint={t('thesaurus.labelsHint')}>
      <LanguageChips label={t('council.doc.languages')} open={open} choose={choose} standOf={standOf} />
      {languages.map(language => (
        <div
          key={language}
          style={{ display: language === open || isWrong(language) ? 'grid' : 'none', gap: 12 }}
        >
          <TextField
            at={`/label/${language}/text`}
            label={t('thesaurus.labelIn', { language: ownNameOf(language) })}
            lang={language}
            maxLength={longestLabel}
            optional
          />
          <TextField
            at={`/alternatives/${language}`}
            label={t('thesaurus.othersIn', { language: ownNameOf(language) })}
            hint={t('thesaurus.othersHint')}
            lang={language}
            rows={3}
            optional
          />
          {said(`/label/${language}/text`) !== '' && (
            <ChoiceField
              compact
              at={`/label/${language}/state`}
              label={t('council.text.state')}
              options={(['checked', 'draft', 'machine', 'stale'] as const).map(value => ({
                value,
                label: t(`council.text.${value}`),
              }))}
            />
          )}
        </div>
      ))}
    </FieldGroup>
  )
}

/** Preferred labels of a concept in the reader's language, for links. */
export function useLabels(): (id: string) => string {
  const concepts = useConcepts()
  const { language } = useLoaded()
  return id => {
    const concept = concepts.find(one => one.id === id)
    return concept ? preferredLabel(concept, language) : id
  }
}
