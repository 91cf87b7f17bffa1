/** Questions of practitioners: those first where something was said last; what is for me, mine, and by words. */
import { languages } from '@kerege/contract/common'
import { findQuestions, listQuestions } from '@kerege/contract/practices/questions/routes'
import { questionStandings } from '@kerege/contract/practices/questions/rules'
import type { QuestionRow } from '@kerege/contract/practices/questions/schema'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMessageQuestion, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { keyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainFilter, useDomainsText } from '../../../ui/domains/words.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { AuthorLine, QuestionState } from './parts.tsx'
import { QuestionRows } from './QuestionRows.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listQuestions, { query: query as never }, { signal })).body

export function QuestionsPage() {
  const t = useT()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), 300)
  return (
    <>
      <PageHead
        title={t('practices.questions.title')}
        facts={[t('practices.questions.lede')]}
        acts={
          <>
            {may('practices.moderate') && (
              <Button component={Link} to="/questions/moderation" variant="default">
                {t('practices.questions.moderation')}
              </Button>
            )}
            {may('practices.write') && (
              <Button
                component={Link}
                to="/questions/new"
                leftSection={<IconMessageQuestion size={18} stroke={1.7} />}
              >
                {t('practices.questions.new')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        <TextInput
          type="search"
          label={t('practices.questions.find')}
          description={t('practices.people.findHint')}
          leftSection={<IconSearch size={18} stroke={1.7} />}
          value={typed}
          maxLength={200}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        {query === '' ? <All /> : <Found query={query} />}
      </div>
    </>
  )
}

function All() {
  const t = useT()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <DataList
      name="practices.questions"
      label={t('practices.questions.title')}
      columns={columns}
      filters={filters}
      load={load}
      rowId={row => row.id}
      rowName={row => (
        <bdi lang={row.language} dir="auto">
          {row.title}
        </bdi>
      )}
      href={row => `/questions/${row.id}`}
      phone={row => ({
        state: <QuestionState row={row} />,
        line: t('practices.questions.answersN', { n: row.answers }),
      })}
      empty={{ title: t('practices.questions.none'), text: t('practices.questions.noneText') }}
    />
  )
}

function Found({ query }: { query: string }) {
  const t = useT()
  const found = useQuery({
    queryKey: keyOf(findQuestions, { query }),
    queryFn: ({ signal }) => send(findQuestions, { body: { query, limit: 20 } }, { signal }),
  })
  return (
    <Answered query={found}>
      {({ body }) =>
        body.rows.length === 0 ? (
          <EmptyState title={t('practices.questions.notFound')}>
            {t('practices.questions.notFoundText')}
          </EmptyState>
        ) : (
          <Card flush title={t('practices.questions.similar')}>
            <QuestionRows rows={body.rows} />
          </Card>
        )
      }
    </Answered>
  )
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'standing',
      label: t('practices.questions.standing'),
      kind: 'choice',
      options: questionStandings.map(value => ({ value, label: t(`practices.questions.${value}`) })),
    },
    {
      id: 'of',
      label: t('practices.questions.of'),
      kind: 'choice',
      options: (['for-me', 'asked', 'answered', 'followed'] as const).map(value => ({
        value,
        label: t(`practices.questions.of.${value}`),
      })),
    },
    useDomainFilter(),
    {
      id: 'language',
      label: t('practices.people.language'),
      kind: 'choice',
      options: languages.map(value => ({ value, label: format.language(value) })),
    },
  ]
}

function useColumns(): Column<QuestionRow>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return [
    {
      id: 'title',
      label: t('practices.questions.question'),
      cell: row => (
        <bdi lang={row.language} dir="auto">
          {row.title}
        </bdi>
      ),
    },
    {
      id: 'standing',
      label: t('practices.questions.standing'),
      cell: row => (
        <>
          <QuestionState row={row} />
          <div className="k-dim k-small">{t('practices.questions.answersN', { n: row.answers })}</div>
        </>
      ),
    },
    { id: 'by', label: t('practices.questions.by'), cell: row => <AuthorLine by={row.by} /> },
    {
      id: 'domains',
      label: t('domains.title'),
      cell: row => (
        <>
          {domainsText(row.domains)}
          <div className="k-dim k-small">{format.language(row.language)}</div>
        </>
      ),
    },
    {
      id: 'moved',
      label: t('practices.questions.moved'),
      cell: row => <span className="k-num">{format.date(row.movedAt)}</span>,
    },
  ]
}
