/** A curriculum as a shared record: what is taught, to whom, in how many hours, with which material, under which licence. */
import { z } from 'zod'
import { Id, Instant, LanguageTag, line, MultiText, page, pageQuery, Reason } from '../../../common.ts'
import { Domain, Domains } from '../../../domains.ts'
import { Licence, WebAddress } from '../../content.ts'
import { AgencyName, LanguageTags } from '../../roster/schema.ts'
import { Profession, Professions } from '../common.ts'

const Hours = z.number().min(0.5).max(1000)

export const CurriculumModule = z.strictObject({ title: MultiText, hours: Hours })
export const Material = z.strictObject({
  title: line(300),
  url: WebAddress,
  language: LanguageTag.optional(),
})
export const CurriculumContent = z.strictObject({
  title: MultiText,
  aims: MultiText,
  domains: Domains,
  professions: Professions,
  /** In which it can be taught. */
  languages: LanguageTags,
  hours: Hours,
  modules: z.array(CurriculumModule).max(40),
  materials: z.array(Material).max(40),
  /** Where a course of it runs, at whoever hosts courses. */
  courseUrl: WebAddress.optional(),
  licence: Licence,
  /** Practices that it teaches. */
  practiceIds: z.array(Id).max(20),
})
export type CurriculumContent = z.infer<typeof CurriculumContent>

export const AddCurriculum = z.strictObject({ id: Id, content: CurriculumContent })
export const ChangeCurriculum = z.strictObject({ content: CurriculumContent })
export const WithdrawCurriculum = z.strictObject({ reason: Reason })

export const CurriculumRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  agency: AgencyName,
  title: MultiText,
  domains: z.array(Domain),
  professions: z.array(Profession),
  languages: z.array(LanguageTag),
  hours: z.number(),
  licence: Licence,
  withdrawn: z.boolean(),
})
export type CurriculumRow = z.infer<typeof CurriculumRow>
export const CurriculumFilter = z.strictObject({
  ...pageQuery,
  domain: Domain.optional(),
  profession: Profession.optional(),
  language: LanguageTag.optional(),
})
export type CurriculumFilter = z.infer<typeof CurriculumFilter>
export const CurriculumPage = page(CurriculumRow)

export const Curriculum = z.strictObject({
  id: Id,
  version: z.number().int(),
  agency: AgencyName,
  /** Which version of the text this is; `current` is the last one. */
  number: z.number().int(),
  current: z.number().int(),
  content: CurriculumContent,
  withdrawnReason: z.string().optional(),
  versions: z.array(z.strictObject({ number: z.number().int(), at: Instant, by: z.string() })),
  events: z.array(z.strictObject({ id: Id, title: MultiText })),
  mayChange: z.boolean(),
})
export type Curriculum = z.infer<typeof Curriculum>
export const VersionQuery = z.strictObject({ number: z.coerce.number().int().min(1).optional() })
