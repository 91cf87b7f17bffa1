/** Whom one could ask: they know the part of life and the language, and were asked least lately. */
import { askPeople, suggestPeople } from '@kerege/contract/practices/questions/routes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from '../talk.module.css'

export function PeopleCard({ questionId }: { questionId: string }) {
  const t = useT()
  const format = useFormat()
  const [problem, setProblem] = useState<string>()
  const query = useGet(suggestPeople, { params: { id: questionId } })
  const ask = async (entryId: string) => {
    setProblem(undefined)
    try {
      await send(askPeople, { params: { id: questionId }, body: { entryIds: [entryId] } })
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, 'practices'))
    }
  }
  return (
    <Card title={t('practices.questions.people')}>
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      <Answered query={query} rows={3}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <p className="k-dim">{t('practices.questions.nobody')}</p>
          ) : (
            <ul className={css.said}>
              {body.rows.map(row => (
                <li key={row.entryId}>
                  <Link to={`/practitioners/${row.entryId}`} className="k-link">
                    <bdi>{row.name}</bdi>
                  </Link>
                  <div className="k-dim k-small">
                    {[
                      t(`practices.people.profession.${row.profession}`),
                      ...(row.country ? [format.country(row.country)] : []),
                      format.list(row.languages.map(one => format.language(one))),
                    ].join(' · ')}
                  </div>
                  {row.asked ? (
                    <span className="k-dim k-small">{t('practices.questions.wasAsked')}</span>
                  ) : row.busy ? (
                    <span className="k-dim k-small">{t('practices.questions.busy')}</span>
                  ) : (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('practices.questions.askOf', { name: row.name })}
                      onClick={() => void ask(row.entryId)}
                    >
                      {t('practices.questions.askThem')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
