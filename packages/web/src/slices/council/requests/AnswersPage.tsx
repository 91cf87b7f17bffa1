/** Questions that were answered for all members, found by words of any language and script. */
import { draftFromAnswer, findAnswers } from '@kerege/contract/council/requests/routes'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keyOf, send, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { WithMarks } from '../../../ui/WithMarks.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { useMyRequests } from './api.ts'

export function AnswersPage() {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const side = useMyRequests()
  const asks = side?.party !== undefined && !side.hindrance
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 250)
  const found = useQuery({
    queryKey: keyOf(findAnswers, { query }),
    queryFn: ({ signal }) => send(findAnswers, { body: { query } }, { signal }),
  })
  return (
    <>
      <PageHead title={t('council.answers')} eyebrow={<Link to="/requests">{t('council.requests')}</Link>} />
      <div className="k-stack">
        <TextInput
          type="search"
          label={t('council.answers.find')}
          description={t('council.answers.hint')}
          leftSection={<IconSearch size={18} stroke={1.7} />}
          value={typed}
          maxLength={200}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <Answered query={found}>
          {({ body }) =>
            body.rows.length === 0 ? (
              <EmptyState title={t('council.answers.none')}>{t('council.answers.noneText')}</EmptyState>
            ) : (
              <div className="k-stack">
                {body.rows.map(row => (
                  <Card
                    key={`${row.requestId}${row.at}`}
                    title={
                      <Link to={`/requests/${row.requestId}`}>
                        <Said text={row.title} />
                      </Link>
                    }
                  >
                    <p lang={row.language} dir="auto" className="k-read" style={{ whiteSpace: 'pre-line' }}>
                      <WithMarks of={{ text: row.words, marks: row.marks }} />
                    </p>
                    <p className="k-dim k-small">
                      <PartyLabel party={row.party} /> · {format.date(row.at)} · {domainsText(row.domains)}
                    </p>
                    <div className="k-row k-screen">
                      {asks && (
                        <Link to="/requests/new" search={{ from: row.requestId } as never}>
                          {t('council.request.again')}
                        </Link>
                      )}
                      <MakePractice answerId={row.id} />
                    </div>
                  </Card>
                ))}
              </div>
            )
          }
        </Answered>
      </div>
    </>
  )
}

/** What was answered once is half a practice: its draft opens with the answer in it. */
function MakePractice({ answerId }: { answerId: string }) {
  const t = useT()
  const navigate = useNavigate()
  const may = useMay()('practices.write')
  const [id] = useState(newId)
  const make = useSend(draftFromAnswer)
  if (!may) return null
  return (
    <div className="k-screen">
      <Button
        variant="default"
        loading={make.isPending}
        onClick={() =>
          make.mutate(
            { input: { params: { id: answerId }, body: { id } } },
            { onSuccess: ({ body }) => void navigate({ to: `/practices/${body.id}/edit` }) },
          )
        }
      >
        {t('council.cite.draft')}
      </Button>
      {make.isError && (
        <Notice kind="stop" live>
          {problemText(make.error, 'council')}
        </Notice>
      )}
    </div>
  )
}
