/**
 * What differs from state to state, as reviewed data (`profiles/*.json`) and not as code. Every statement about
 * a law or a practice carries its source, and says when nobody has read the original yet.
 */
import { z } from 'zod'
import { type RoleName as Name, RoleName, role } from '../access/roles.ts'
import { CarryRule, ObstacleKind } from '../casework/obstacles.ts'
import { FormName, FormStep } from '../forms/definition.ts'
import { Country, Language, line, MultiText, paragraph, Script } from '../common.ts'
import { EntitlementList } from '../entitlements/profile.ts'
import { PaperPractice } from '../people/papers/practice.ts'

const word = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'word')

/** Where a statement comes from: an address that somebody can open. */
const provenance = {
  source: z.url({ protocol: /^https?$/ }).optional(),
  note: paragraph(600).optional(),
  /** Somebody compared it with the source named. `false` asks the state's own lawyers to look. */
  verified: z.boolean(),
}
type Provenance = { verified: boolean; source?: string | undefined }
const hasSource = ({ verified, source }: Provenance) => !verified || source !== undefined

/** A value with its source. `null` says that the answer was looked for and not found. */
export const stated = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value: value.nullable(), ...provenance }).refine(hasSource, 'source-missing')

export const IdentifierSystem = z
  .strictObject({
    system: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'identifier-system'),
    name: MultiText,
    /** Regular expression over the whole value; guards against slips and proves nothing. */
    pattern: z.string().max(200).refine(compiles, 'pattern').optional(),
    ...provenance,
  })
  .refine(hasSource, 'source-missing')

export const LegalBasis = z
  .strictObject({ code: word, title: MultiText, ...provenance })
  .refine(hasSource, 'source-missing')

export const DocumentType = z
  .strictObject({ code: word, name: MultiText, ...provenance })
  .refine(hasSource, 'source-missing')

/** One stage of an approval: who decides, how many of them, and how long they have. */
export const ApprovalStep = z.strictObject({
  role: RoleName,
  quorum: z.number().int().min(1).max(9),
  dueInDays: z.number().int().min(1).max(90),
})

export const Retention = z.strictObject({
  subject: word,
  /** Years after closure; `null` until the state has said. Nothing is destroyed while it is `null`. */
  years: z.number().int().min(0).max(100).nullable(),
  /** The text of the law was not read: an administrator is asked before the clock starts. */
  needsReview: z.boolean(),
  /** What the program proposes as long as the state has not said: it shows what would be past its term, and lets nothing go. */
  proposed: z.number().int().min(0).max(100).optional(),
  note: line(300).optional(),
})

/** Terms in the work with a family that one state may set otherwise than another. */
export const CaseTerms = z.strictObject({
  /** A family that was not reached after closing is tried again so much later. */
  lookAgainDays: z.number().int().min(1).max(90),
  /** In so many days those who were told are told that an answer was taken back. */
  tellBackDays: z.number().int().min(1).max(30),
  /** A yes to sharing is asked for again so long before it runs out. */
  askAgainDays: z.number().int().min(1).max(90),
  /** What the directory of services says is relied on for so long. */
  serviceMonths: z.number().int().min(1).max(36),
  /** So long a code opens a file that was released to the person. */
  fileOpenDays: z.number().int().min(1).max(90),
})
export type CaseTerms = z.infer<typeof CaseTerms>
/** What the program proposes where a state has not said. */
const usualTerms: CaseTerms = {
  lookAgainDays: 7,
  tellBackDays: 3,
  askAgainDays: 14,
  // Schools change hours with the half-year, offices their staff.
  serviceMonths: 6,
  fileOpenDays: 14,
}
export const termsOf = (profile: Pick<Profile, 'caseTerms'>): CaseTerms =>
  profile.caseTerms?.value ?? usualTerms

export const Profile = z
  .strictObject({
    code: word,
    kind: z.enum(['national', 'hub']),
    /** Absent at the hub, which is nobody's territory. */
    country: Country.optional(),
    name: MultiText,
    timeZone: z.string().regex(/^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+$/, 'time-zone'),
    /** Languages that every text for families must have before it is used. */
    requiredLanguages: stated(z.array(Language).min(1)),
    defaultLanguage: Language,
    /** In which names are asked for first. */
    defaultScript: Script,
    identifierSystems: z.array(IdentifierSystem).max(12),
    ageOfMajority: stated(z.number().int().min(14).max(25)),
    /** From which age a child is asked, beside whoever decides for it. */
    ageOfAssent: stated(z.number().int().min(0).max(18)),
    /** From which age somebody's own word on sharing is the one that counts; without it from coming of age. */
    ageOfOwnConsent: stated(z.number().int().min(10).max(25)).optional(),
    /** The longest term of a consent; then it is asked for again. */
    consentMonths: stated(z.number().int().min(1).max(60)).optional(),
    /** Days in a reception centre that are usual; outside of them the screen asks, and nothing is refused. */
    receptionStayDays: stated(
      z.strictObject({ from: z.number().int().min(0), to: z.number().int().max(1000) }),
    ),
    legalBases: z.array(LegalBasis).max(40),
    documentTypes: z.array(DocumentType).max(40),
    /** How papers are had; absent at the hub, where nobody needs any. */
    papers: PaperPractice.optional(),
    /** What needs a second pair of eyes, and whose: subject -> steps in order. */
    approvals: z.record(word, z.array(ApprovalStep).min(1).max(5)),
    /** How a panel on a child's best interests is made up, and how many of it have to agree at the least. */
    bestInterestsPanel: stated(
      z.strictObject({
        members: z.number().int().min(3).max(9),
        agencies: z.number().int().min(2).max(9),
        quorum: z.number().int().min(2).max(9),
      }),
    ).optional(),
    /** Families of one case manager before the supervisor is told. */
    caseloadLimit: stated(z.number().int().min(1).max(200)),
    /** Days from a plan or a review to the next review. */
    reviewDays: stated(z.number().int().min(7).max(366)).optional(),
    /** After how many months from its closing somebody looks in again, nearest first. */
    followUpMonths: stated(z.array(z.number().int().min(1).max(240)).min(1).max(24)).optional(),
    /** After how many days what stands in a family's way is carried on, by kind; see casework/obstacles. */
    obstacleDays: stated(z.partialRecord(ObstacleKind, CarryRule)).optional(),
    /** Further terms in the work with a family. */
    caseTerms: stated(CaseTerms).optional(),
    /** What a family that came home can claim; absent where nobody has written it down yet. */
    entitlements: EntitlementList.optional(),
    /** Days from a complaint until somebody says that it came, until it is answered, and in which an answer can be appealed. */
    complaintDays: stated(
      z.strictObject({
        acknowledge: z.number().int().min(1).max(30),
        answer: z.number().int().min(1).max(366),
        appeal: z.number().int().min(1).max(366),
      }),
    ).optional(),
    /** Days from asking to see one’s own file until it is shown. */
    fileRequestDays: stated(z.number().int().min(1).max(366)).optional(),
    /** How long a file that was opened in an emergency stays open, and in how many days somebody else says whether it was right. */
    emergency: stated(
      z.strictObject({
        minutes: z.number().int().min(10).max(240),
        reviewDays: z.number().int().min(1).max(30),
      }),
    ).optional(),
    /** Which form is asked at a step, in which version; without it the latest that ships. */
    forms: z
      .partialRecord(FormStep, z.strictObject({ form: FormName, version: z.number().int().min(1) }))
      .optional(),
    /** So many years after coming of age the records of a child may be sealed; absent where nobody has thought of it yet. */
    sealing: stated(z.strictObject({ yearsAfterMajority: z.number().int().min(0).max(80) })).optional(),
    retention: z.array(Retention).max(40),
    session: z.strictObject({
      idleMinutes: z.number().int().min(5).max(240),
      absoluteMinutes: z.number().int().min(60).max(1440),
      /** For how long a proof of who one is holds for grave acts: exports, releases, roles. */
      freshMinutes: z.number().int().min(1).max(60).default(5),
    }),
    /** Days after which a note can no longer be changed, only followed by another. */
    noteLockDays: z.number().int().min(0).max(90),
  })
  .superRefine((profile, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if ((profile.kind === 'national') !== (profile.country !== undefined)) fault(['country'], 'country')
    if ((profile.kind === 'national') !== (profile.papers !== undefined)) fault(['papers'], 'required')
    profile.papers?.pathways.forEach(({ paper }, at) => {
      if (paper && !profile.documentTypes.some(({ code }) => code === paper)) {
        fault(['papers', 'pathways', at, 'paper'], 'not-found')
      }
    })
    profile.entitlements?.items.forEach(({ papers, basis }, at) => {
      const known = (code: string) => profile.documentTypes.some(type => type.code === code)
      if (!papers.every(known)) fault(['entitlements', 'items', at, 'papers'], 'not-found')
      if (basis && !profile.legalBases.some(({ code }) => code === basis))
        fault(['entitlements', 'items', at, 'basis'], 'not-found')
    })
    for (const [subject, steps] of Object.entries(profile.approvals)) {
      steps.forEach((step, at) => {
        if (!decides(step.role, profile.kind)) fault(['approvals', subject, at, 'role'], 'role-cannot-decide')
      })
    }
    const stay = profile.receptionStayDays.value
    if (stay && stay.from > stay.to) fault(['receptionStayDays', 'value'], 'period-reversed')
  })
export type Profile = z.infer<typeof Profile>

/** Nobody may be asked to decide whose role has no right to. */
function decides(name: Name, kind: Profile['kind']): boolean {
  const { nodes, verbs } = role(name)
  return nodes.includes(kind) && verbs.includes('approvals.decide')
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return pattern.startsWith('^') && pattern.endsWith('$')
  } catch {
    return false
  }
}
