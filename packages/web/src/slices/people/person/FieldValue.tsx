/** The value of any field of a person in words: what history and conflicts show beside each other. */
import { kinKinds } from '@kerege/contract/people/kinship/kinds'
import { kinStandings } from '@kerege/contract/people/kinship/schema'
import { nameText } from '@kerege/contract/people/rules'
import {
  BirthDate,
  Citizenship,
  ContactPoint,
  Disability,
  disabilityDomains,
  Identifier,
  JourneySection,
  PersonName,
  sexes,
  SpokenLanguage,
} from '@kerege/contract/people/schema'
import { facts, paperStates } from '@kerege/contract/people/papers/rules'
import { householdRoles } from '@kerege/contract/people/schema'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Spelling } from '../Spelling.tsx'
import { masked } from './masked.ts'
import css from './person.module.css'
import { systemName } from './systemName.ts'

export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  if (isNothing(value)) return <span className="k-dim">{t('people.notWritten')}</span>
  const lines = linesOf(field, value, t, format, areas.name)
  if (lines.length === 0) return <span className="k-dim">{t('people.notReadable')}</span>
  return (
    <ul className={css.values}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one value never change places
        <li key={at}>{line}</li>
      ))}
    </ul>
  )
}

/** As the history keeps a relation: the other person of the register is an id there, without a name. */
const ToldRelation = z.object({
  kind: z.enum(kinKinds),
  standing: z.enum(kinStandings),
  otherSex: z.string().nullish(),
  outsider: z.object({ name: z.string(), sex: z.string() }).nullish(),
})

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const list = <S extends z.ZodType>(schema: S, value: unknown): z.output<S>[] =>
  z.array(schema).safeParse(value).data ?? []
const one = <S extends z.ZodType>(schema: S, value: unknown): z.output<S>[] => {
  const read = schema.safeParse(value)
  return read.success ? [read.data] : []
}

// What the history keeps of a paper: which one, and of the rest what changed.
const ChangedPaper = z.object({
  fact: z.enum(facts),
  state: z.enum(paperStates).optional(),
  office: z.object({ name: z.string() }).nullish(),
  obstacle: z.string().nullish(),
})
const paperLines = ({ fact, state, office, obstacle }: z.infer<typeof ChangedPaper>, t: Translate) => [
  state
    ? t('people.labelled', { label: t(`papers.fact.${fact}`), value: t(`papers.state.${state}`) })
    : t(`papers.fact.${fact}`),
  ...[office?.name, obstacle].filter(line => typeof line === 'string'),
]

/** One line for each thing a field holds. An old shape that is not read any more gives none. */
function linesOf(
  field: string,
  value: unknown,
  t: Translate,
  format: Formatter,
  area: (code: string) => string,
): ReactNode[] {
  switch (field) {
    case 'names':
      return list(PersonName, value).map(name => (
        <Spelling key={nameText(name)} text={nameText(name)} language={name.language} />
      ))
    case 'sex':
      return one(z.enum(sexes), value).map(sex => t(`people.sex.${sex}`))
    case 'birth':
      return one(BirthDate, value).map(birth => format.birth(birth))
    case 'languages':
      return list(SpokenLanguage, value).map(({ tag, level }) =>
        t('people.labelled', { label: format.language(tag), value: t(`people.level.${level}`) }),
      )
    case 'contacts':
      return list(ContactPoint, value).map(point => (
        <span key={point.value}>
          <bdi>{point.value}</bdi> · {t(`people.discretion.${point.discretion}`)}
        </span>
      ))
    case 'citizenships':
      return list(Citizenship, value).map(({ country, standing }) =>
        t('people.labelled', {
          label: country === 'XX' ? t('people.country.unknown') : format.country(country),
          value: t(`people.standing.${standing}`),
        }),
      )
    case 'identifiers':
      return list(Identifier, value).map(({ system, value: number }) => (
        <span key={`${system} ${number}`}>
          {systemName(system, t)}: <span className="k-num">{masked(number)}</span>
        </span>
      ))
    case 'birthPlace':
      return one(JourneySection.shape.birthPlace.unwrap(), value).map(({ country, place }) =>
        [place, country === 'XX' ? t('people.country.unknown') : format.country(country)]
          .filter(Boolean)
          .join(', '),
      )
    case 'disability':
      return one(Disability, value).flatMap(answers =>
        disabilityDomains.map(domain =>
          t('people.labelled', {
            label: t(`people.domain.${domain}`),
            value: t(`people.difficulty.${answers[domain]}`),
          }),
        ),
      )
    case 'papers':
      return one(ChangedPaper, value).flatMap(paper => paperLines(paper, t))
    case 'area':
      return one(z.string(), value).map(area)
    case 'relation':
      return one(ToldRelation, value).map(({ kind, standing, otherSex, outsider }) =>
        [
          outsider?.name,
          t(`kinship.kind.${kind}`, { sex: outsider?.sex ?? otherSex ?? 'unknown' }),
          t(`kinship.standing.${standing}`),
        ]
          .filter(Boolean)
          .join(' · '),
      )
    case 'household':
      return [
        ...one(z.enum(householdRoles), value),
        ...one(z.object({ role: z.enum(householdRoles) }), value).map(({ role }) => role),
      ].map(role => t(`people.role.${role}`))
    default:
      return []
  }
}

const fieldNames = [
  'names',
  'sex',
  'birth',
  'languages',
  'contacts',
  'citizenships',
  'identifiers',
  'birthPlace',
  'disability',
  'area',
  'household',
  'relation',
  'papers',
] as const

/** The word of a field; one that this page does not know yet is "another field". */
export function fieldKey(field: string) {
  const name = fieldNames.find(one => one === field)
  return name ? (`people.field.${name}` as const) : 'people.field.other'
}
