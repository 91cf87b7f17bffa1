/** Questions among practitioners: how one stands, who may say that it was answered, and which words find it. */
import type { PlainDate } from '../../common.ts'

export const questionStandings = ['open', 'answered', 'closed'] as const
export type QuestionStanding = (typeof questionStandings)[number]

export const questionStanding = ({
  closed,
  answered,
}: {
  closed: boolean
  answered: boolean
}): QuestionStanding => (answered ? 'answered' : closed ? 'closed' : 'open')

/** Days after which a moderator may say it for an asker who does not. */
export const patienceDays = 30

/** Who may say which answer it was: the asker, and a moderator once the asker has been silent for long. */
export const maySayAnswered = (
  who: { asker: boolean; moderator: boolean },
  asked: PlainDate,
  today: PlainDate,
) => who.asker || (who.moderator && Date.parse(today) - Date.parse(asked) >= patienceDays * 86_400_000)

export const textKinds = ['entry', 'question', 'answer', 'letter'] as const
export type TextKind = (typeof textKinds)[number]
