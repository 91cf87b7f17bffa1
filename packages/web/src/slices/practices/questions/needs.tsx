/** Questions on the landing page: asked of me, mine with answers, words of mine in a practice, texts that were reported. */
import { countQuestions } from '@kerege/contract/practices/questions/routes'
import type { QuestionRow } from '@kerege/contract/practices/questions/schema'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Need, Needs } from '../../../shell/slice.ts'
import { QuestionState } from './parts.tsx'

const useCount = () => useGet(countQuestions, {})
/** The number beside the entry. */
export const useQuestionsForMe = (): number | undefined => useCount().data?.body.forMe.length

export function useQuestionNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const found = useCount()
  const count = found.data?.body
  const need = (row: QuestionRow, why: string, label: string): Need => ({
    id: `question.${row.id}`,
    who: (
      <bdi lang={row.language} dir="auto">
        {row.title}
      </bdi>
    ),
    state: <QuestionState row={row} />,
    why,
    since: row.at,
    act: { href: `/questions/${row.id}`, label },
  })
  const mine: Need[] = count
    ? [
        ...count.forMe.map(row =>
          need(row, t('practices.questions.askedText'), t('practices.questions.answer')),
        ),
        ...count.mine.map(row =>
          need(row, t('practices.questions.answersN', { n: row.answers }), t('practices.questions.look')),
        ),
        ...count.drafts.map(
          (one): Need => ({
            id: `question.draft.${one.questionId}`,
            who: (
              <bdi lang={one.language} dir="auto">
                {one.title}
              </bdi>
            ),
            why: t('practices.questions.draftOther'),
            since: one.at,
            act: { href: `/questions/${one.questionId}`, label: t('practices.people.look') },
          }),
        ),
        ...(count.order > 0
          ? [
              {
                id: 'questions.order',
                who: t('practices.questions.moderation'),
                why: t('practices.questions.orderN', { n: count.order }),
                since: count.orderSince ?? format.today,
                act: { href: '/questions/moderation', label: t('practices.people.look') },
              },
            ]
          : []),
      ]
    : []
  return { pending: found.isPending, error: found.error ?? undefined, mine, others: [], tallies: [] }
}
