/**
 * The record of a conference and the decision of a panel on paper, to be signed by those who were there. In the file it stays, and it leaves only
 * with a reason: what a child said is on it.
 */
import { join } from 'node:path'
import { Id, type Language, textIn } from '@kerege/contract/common'
import type { Conference, Done } from '@kerege/contract/meetings/conferences'
import { factors, type Interests, type Panel } from '@kerege/contract/meetings/interests'
import { z } from 'zod'
import { paperSource } from '../../platform/exports/papers.ts'
import { openMessages } from '../../platform/messages.ts'
import { whole as wholeConference } from './conferences/reading.ts'
import { whole as wholeInterests } from './interests/whole.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))
type T = (key: string) => string
const dayCell = (day: string) => day.slice(0, 10).split('-').reverse().join('.')
const some = (...list: readonly (string | undefined | false)[]) => list.filter(Boolean).join('\n')

const columns = (t: T) => [
  { heading: t('paper.what'), share: 26 },
  { heading: t('paper.words'), share: 74 },
]
const doneRows = (list: readonly Done[], t: T): string[][] =>
  list.map(one => [
    one.words,
    some(one.owner?.name ?? one.who, one.due && `${t('paper.until')}: ${dayCell(one.due)}`),
  ])

const conferencePaper = paperSource({
  of: 'conference',
  access: 'casework.read',
  query: z.strictObject({ conferenceId: Id }),
  sheet: async (ctx, { conferenceId }, language) => {
    const t: T = key => words(language, key)
    const one = await wholeConference(ctx, conferenceId)
    return {
      kind: 'table' as const,
      title: t('conference.title'),
      facts: [one.person, `${dayCell(one.day)}, ${one.time}`, ...(one.place ? [one.place] : []), one.purpose],
      columns: columns(t),
      groups: [
        { head: t('conference.agenda'), rows: one.agenda.map((line, at) => [String(at + 1), line]) },
        { head: t('conference.there'), rows: peopleRows(one, language, t) },
        ...(one.family
          ? [
              {
                head: t('conference.family'),
                rows: [[t(`conference.family.${one.family.part}`), one.family.words]],
              },
            ]
          : []),
        ...(one.words ? [{ head: t('conference.said'), rows: [['', one.words]] }] : []),
        { head: t('conference.decided'), rows: doneRows(one.decisions, t) },
        {
          head: t('conference.added'),
          rows: one.amendments.map(it => [`${it.by.name}, ${dayCell(it.at)}`, it.words]),
        },
      ].filter(group => group.rows.length > 0),
      signatures: [
        one.recorded?.by.name ?? one.by.name,
        ...one.participants.filter(it => it.came === 'yes').map(it => nameOf(it)),
      ],
      nothing: t('paper.nothing'),
    }
  },
})

const nameOf = (one: Conference['participants'][number]) =>
  one.account?.name ?? one.name ?? [one.role, one.agency].filter(Boolean).join(', ')

const peopleRows = (one: Conference, language: Language, t: T): string[][] =>
  one.participants.map(it => [
    some(nameOf(it), it.at ? textIn(it.at, language).text : it.name && [it.role, it.agency].join(', ')),
    some(it.came && t(`conference.came.${it.came}`), it.stand && t(`conference.stand.${it.stand}`), it.words),
  ])

const interestsPaper = paperSource({
  of: 'best-interests',
  access: 'interests.read',
  query: z.strictObject({ interestId: Id }),
  sheet: async (ctx, { interestId }, language) => {
    const t: T = key => words(language, key)
    const one = await wholeInterests(ctx, interestId)
    const panel = one.panels.find(it => it.state !== 'dropped')
    return {
      kind: 'table' as const,
      title: t(panel?.state === 'decided' ? 'interests.decision' : 'interests.title'),
      facts: [
        ...(one.person ? [one.person] : []),
        t(`interests.question.${one.question}`),
        `${one.by.name}, ${dayCell(one.at)}`,
        ...(one.reviewed
          ? [`${t('interests.reviewed')}: ${one.reviewed.by.name}, ${dayCell(one.reviewed.at)}`]
          : []),
      ],
      columns: columns(t),
      groups: [...assessed(one, t), ...(panel ? decided(one, panel, language, t) : [])].filter(
        group => group.rows.length > 0,
      ),
      signatures: panel ? panel.members.map(it => it.account.name) : [one.by.name],
      nothing: t('paper.nothing'),
    }
  },
})

function assessed({ content }: Interests, t: T) {
  const { child, views, options, recommended } = content
  return [
    { head: t('interests.matter'), rows: [['', content.matter]] },
    {
      head: t('interests.child'),
      rows: child.words ? [[child.heard ? t(`interests.heard.${child.heard}`) : '', child.words]] : [],
    },
    { head: t('interests.views'), rows: views.map(it => [t(`interests.of.${it.of}`), it.words]) },
    ...options.map((option, at) => ({
      head: `${at + 1}. ${option.words}${option.id === recommended ? ` (${t('interests.recommended')})` : ''}`,
      rows: factors
        .filter(factor => option[factor].for ?? option[factor].against)
        .map(factor => [
          t(`interests.factor.${factor}`),
          some(
            option[factor].for && `${t('interests.for')}: ${option[factor].for}`,
            option[factor].against && `${t('interests.against')}: ${option[factor].against}`,
          ),
        ]),
    })),
    { head: t('interests.reasons'), rows: content.reasons ? [['', content.reasons]] : [] },
    { head: t('interests.urgent'), rows: content.urgent ? [['', content.urgent]] : [] },
  ]
}

function decided({ content }: Interests, panel: Panel, language: Language, t: T) {
  const optionText = (id: string | undefined) => content.options.find(it => it.id === id)?.words
  return [
    {
      head: `${t('interests.panel')}: ${dayCell(panel.day)}`,
      rows: panel.members.map(it => [
        some(it.account.name, textIn(it.agency, language).text),
        some(
          optionText(it.option),
          it.words,
          it.agreed && t('interests.agrees'),
          it.dissents && `${t('interests.dissents')}: ${it.dissentWords ?? ''}`,
        ),
      ]),
    },
    ...(panel.decision
      ? [
          {
            head: t('interests.decision'),
            rows: [
              [optionText(panel.decision.option) ?? '', panel.decision.words],
              [t('interests.reasons'), panel.decision.reasons],
              [t('interests.reviewOn'), dayCell(panel.decision.reviewOn)],
            ],
          },
          { head: t('interests.followUps'), rows: doneRows(panel.decision.followUps, t) },
        ]
      : []),
  ]
}

export const meetingPapers = [conferencePaper, interestsPaper]
