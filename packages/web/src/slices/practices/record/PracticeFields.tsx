/** The sections of the form, in the order in which one tells it to a colleague. */
import { type Language, languages as all } from '@kerege/contract/common'
import {
  audienceRoles,
  costBands,
  evidenceLevels,
  licences,
  PracticeContent,
  settings,
  type TextField as TextName,
} from '@kerege/contract/practices/content'
import { thingsToLookAt } from '@kerege/contract/practices/record/looking'
import { listPractices } from '@kerege/contract/practices/record/routes'
import type { Thing } from '@kerege/contract/practices/record/schema'
import { type Audience, audiences } from '@kerege/contract/practices/rules'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, Form } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { FormState } from '../../../ui/form/useForm.ts'
import { LookAt } from '../check/LookAt.tsx'
import { EvidenceHelp } from '../rubric/Rubric.tsx'
import { LanguagesShown } from './LanguagesShown.tsx'
import { shape } from './shape.ts'
import { SideBySide } from './SideBySide.tsx'
import { themeOptions, useConcepts } from '../themes/themes.ts'
import { optionsOf } from './words.ts'

interface Props {
  form: FormState
  back: string
  /** Shown at first. */
  languages: readonly Language[]
  /** Audience and country are settled with the first edition. */
  fixed?: boolean
  ownId?: string
}

/** Texts by section: what is long has more rows. */
const sections: readonly { id: 'start' | 'done' | 'shown' | 'care'; fields: readonly (readonly [TextName, number])[] }[] = [
  { id: 'start', fields: [['title', 0], ['summary', 3], ['problem', 4], ['context', 4], ['forWhom', 3]] },
  { id: 'done', fields: [['steps', 8], ['resources', 5]] },
  { id: 'shown', fields: [['evidence', 4], ['results', 4], ['unwanted', 3]] },
  { id: 'care', fields: [['safeguards', 4], ['limits', 3], ['transfer', 3], ['contact', 2]] },
] // biome-ignore format: a table

export function PracticeFields({ form, back, languages, fixed = false, ownId }: Props) {
  const t = useT()
  const [shown, show] = useState<readonly Language[]>(languages)
  const things = useThings(form)
  return (
    <Form
      form={form}
      submit={t('practices.save')}
      beside={
        <Button variant="subtle" size="md" component={Link} to={back}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <LanguagesShown shown={shown} show={show} />
      {sections.map(({ id, fields }) => (
        <Card key={id} title={t(`practices.section.${id}`)}>
          <div className="k-stack">
            {fields.map(([field, rows]) => (
              <SideBySide
                key={field}
                at={`/content/texts/${field}`}
                field={field}
                rows={rows}
                shown={shown}
                things={things.filter(thing => thing.field === field)}
              />
            ))}
            {id === 'shown' && <Proofs shown={shown} />}
          </div>
        </Card>
      ))}
      <FactsCard fixed={fixed} />
      <FrameCard fixed={fixed} shown={shown} {...(ownId ? { ownId } : {})} />
    </Form>
  )
}

/** What the check sees in what is typed, a little after the last key. It reads here, on the device. */
function useThings(form: FormState): Thing[] {
  const [values] = useDebouncedValue(form.values, 700)
  return useMemo(() => {
    const given = shape(values) as { content?: unknown; audience?: Audience }
    const content = PracticeContent.safeParse(given.content)
    return content.success ? thingsToLookAt({ content: content.data }, given.audience ?? 'public') : []
  }, [values])
}

function FactsCard({ fixed }: { fixed: boolean }) {
  const t = useT()
  const { language } = useLoaded()
  const concepts = useConcepts()
  const themes = useMemo(() => themeOptions(language, concepts), [language, concepts])
  const at = '/content/facts'
  return (
    <Card title={t('practices.section.facts')}>
      <div className="k-stack">
        <DomainsField at={`${at}/domains`} />
        <ManyChoiceField
          at={`${at}/themes`}
          label={t('practices.fact.themes')}
          hint={t('practices.themesHint')}
          options={themes}
          max={30}
          optional
        />
        <ManyChoiceField
          at={`${at}/audience`}
          label={t('practices.fact.audience')}
          options={optionsOf('role', audienceRoles, t)}
          max={6}
        />
        <FieldGroup legend={t('practices.fact.ages')}>
          <TextField at={`${at}/ages/from`} label={t('practices.from')} maxLength={3} optional />
          <TextField at={`${at}/ages/to`} label={t('practices.to')} maxLength={3} optional />
        </FieldGroup>
        <ChoiceField
          compact
          at={`${at}/sex`}
          label={t('practices.fact.sex')}
          options={optionsOf('sex', ['any', 'female', 'male'], t)}
        />
        <ManyChoiceField
          at={`${at}/settings`}
          label={t('practices.fact.settings')}
          options={optionsOf('setting', settings, t)}
          max={settings.length}
        />
        {fixed ? (
          <p className="k-dim">{t('practices.fixed')}</p>
        ) : (
          <CountryField at={`${at}/country`} label={t('practices.fact.country')} />
        )}
        <TextField at={`${at}/since`} label={t('practices.fact.since')} maxLength={4} optional />
        <TextField at={`${at}/until`} label={t('practices.fact.until')} maxLength={4} optional />
        <TextField
          at={`${at}/weeks`}
          label={t('practices.fact.weeks')}
          hint={t('practices.weeksHint')}
          maxLength={4}
          optional
        />
        <ChoiceField
          at={`${at}/cost`}
          label={t('practices.fact.cost')}
          options={optionsOf('cost', costBands, t)}
          optional
        />
        <ChoiceField
          at={`${at}/evidenceLevel`}
          label={t('practices.fact.evidenceLevel')}
          options={optionsOf('evidence', evidenceLevels, t)}
        />
      </div>
      <EvidenceHelp />
    </Card>
  )
}

function Proofs({ shown }: { shown: readonly Language[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <FieldGroup legend={t('practices.fact.figures')} hint={t('practices.figuresHint')}>
        <RepeatField
          at="/content/facts/figures"
          legend={n => t('practices.figureNo', { n })}
          add={t('practices.figureAdd')}
          blank={() => ({})}
          max={20}
        >
          {at => (
            <>
              {shown.map(language => (
                <TextField
                  key={language}
                  at={`${at}/label/${language}/text`}
                  label={t('practices.inLanguage', {
                    label: t('practices.figureLabel'),
                    language: format.language(language),
                  })}
                  lang={language}
                  maxLength={300}
                />
              ))}
              <TextField at={`${at}/value`} label={t('practices.figureValue')} maxLength={60} />
              <TextField at={`${at}/source`} label={t('practices.figureSource')} maxLength={300} />
            </>
          )}
        </RepeatField>
      </FieldGroup>
      <FieldGroup legend={t('practices.fact.sources')}>
        <RepeatField
          at="/content/facts/sources"
          legend={n => t('practices.sourceNo', { n })}
          add={t('practices.sourceAdd')}
          blank={() => ({})}
          max={30}
        >
          {at => (
            <>
              <TextField at={`${at}/title`} label={t('practices.sourceTitle')} maxLength={300} />
              <TextField
                at={`${at}/url`}
                label={t('practices.sourceUrl')}
                maxLength={500}
                optional
                dir="ltr"
              />
              <TextField at={`${at}/year`} label={t('practices.sourceYear')} maxLength={4} optional />
            </>
          )}
        </RepeatField>
      </FieldGroup>
    </>
  )
}

function FrameCard({ fixed, shown, ownId }: { fixed: boolean; shown: readonly Language[]; ownId?: string }) {
  const t = useT()
  const format = useFormat()
  const others = useGet(listPractices, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <Card title={t('practices.section.frame')}>
      <div className="k-stack">
        <FieldGroup legend={t('practices.organisation')} hint={t('practices.organisationHint')}>
          {shown.map(language => (
            <div key={language}>
              <TextField
                at={`/organisation/${language}/text`}
                label={format.language(language)}
                lang={language}
                maxLength={300}
                optional
              />
              <LookAt at={`/organisation/${language}/text`} language={language} audience="public" />
            </div>
          ))}
        </FieldGroup>
        {!fixed && (
          <ChoiceField
            at="/audience"
            label={t('practices.audienceOf')}
            options={optionsOf('audience', audiences, t)}
          />
        )}
        <ChoiceField
          at="/licence"
          label={t('practices.licenceOf')}
          options={optionsOf('licence', licences, t)}
        />
        <ChoiceField
          compact
          at="/sourceLanguage"
          label={t('practices.sourceLanguage')}
          hint={t('practices.sourceLanguageHint')}
          options={all.map(value => ({ value, label: format.language(value) }))}
        />
        <ManyChoiceField
          at="/content/facts/related"
          label={t('practices.fact.related')}
          optional
          options={others
            .filter(row => row.id !== ownId)
            .map(row => ({ value: row.id, label: format.text(row.title).text }))}
          max={20}
        />
        <TextField
          at="/papers"
          label={t('practices.papers')}
          hint={t('practices.papersHint')}
          rows={2}
          maxLength={1200}
          optional
        />
      </div>
    </Card>
  )
}
