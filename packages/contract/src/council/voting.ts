/**
 * Voting in the room, for a body whose rules allow it. Consensus is the habit; no public text gives the Council a vote, so that
 * the rule stands at "never" until two persons change it. Pure: who voted what follows from recorded steps.
 */
import type { StepKind } from './silence.ts'

export const votingRules = ['never', 'simple', 'two-thirds'] as const
export type VotingRule = (typeof votingRules)[number]

export const choices = ['for', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]

export const stepOf: Readonly<Record<Choice, StepKind>> = {
  for: 'voted-for',
  against: 'voted-against',
  abstain: 'abstained',
}
const choiceOf = new Map(choices.map(choice => [stepOf[choice], choice]))

export interface VoteStep {
  readonly kind: StepKind
  readonly text: number
  readonly partyId: string | undefined
}

/** The last vote of each party on the text that is meant; a vote begins anew when the text is put to one again. */
export function votesOn(steps: readonly VoteStep[], text: number): Map<string, Choice> {
  const begun = steps.findLastIndex(step => step.kind === 'put-to-vote')
  const votes = new Map<string, Choice>()
  for (const step of steps.slice(begun + 1)) {
    const choice = choiceOf.get(step.kind)
    if (choice && step.partyId && step.text === text) votes.set(step.partyId, choice)
  }
  return votes
}

export interface Tally {
  for: number
  against: number
  abstain: number
}

export function tally(votes: ReadonlyMap<string, Choice>): Tally {
  const counted: Tally = { for: 0, against: 0, abstain: 0 }
  for (const choice of votes.values()) counted[choice] += 1
  return counted
}

/**
 * Of those who vote for or against; whoever abstains is there and decides nothing. A tie is no majority.
 * Source: rules 82 to 86 of the rules of procedure of the UN General Assembly (A/520/Rev.20).
 */
export function outcome(rule: VotingRule, counted: Tally, quorum: number): 'carried' | 'lost' | 'no-quorum' {
  const { for: yes, against: no, abstain } = counted
  if (rule === 'never' || yes + no + abstain < quorum) return 'no-quorum'
  const carried = rule === 'simple' ? yes > no : yes > 0 && yes * 3 >= (yes + no) * 2
  return carried ? 'carried' : 'lost'
}
