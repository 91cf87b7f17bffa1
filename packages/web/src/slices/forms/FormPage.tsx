/** One form: a draft to go on with, one page at a time, or what was handed in. */
import type { FormSheet } from '@kerege/contract/forms/definition'
import { discardForm } from '@kerege/contract/forms/routes'
import type { WholeForm } from '@kerege/contract/forms/schema'
import { Button } from '@mantine/core'
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { Steps } from '../../ui/Steps.tsx'
import { LeaseNotice } from '../cases/leases/LeaseNotice.tsx'
import { useLease } from '../cases/leases/useLease.ts'
import { AnswerList } from './AnswerList.tsx'
import { useOneForm, useSheet } from './api.ts'
import css from './forms.module.css'
import { HandIn } from './HandIn.tsx'
import { HandOverDrawer } from './HandOverDrawer.tsx'
import { PaperDrawer } from './PaperDrawer.tsx'
import { PageForm } from './PageForm.tsx'
import { useEngine } from './useEngine.ts'
import { pillOf } from './words.ts'
import { Written } from './Written.tsx'

export function FormPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useOneForm(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

function One({ one }: { one: WholeForm }) {
  const t = useT()
  const format = useFormat()
  const { query, sheet } = useSheet(one.form, one.formVersion)
  const draft = one.state === 'draft'
  return (
    <>
      <PageHead
        title={sheet?.title ?? t(`forms.step.${one.step}`)}
        eyebrow={
          <>
            <Link to={one.caseId ? `/cases/${one.caseId}` : `/people/${one.personId}`}>
              <bdi>{one.person}</bdi>
            </Link>
            {' · '}
            <Link to={`/forms/of/${one.personId}`}>{t('forms.title')}</Link>
          </>
        }
        facts={[
          <StatePill key="state" kind={pillOf(one.state)}>
            {t(`forms.state.${one.state}`)}
          </StatePill>,
          one.handedBy && one.handedAt
            ? t('forms.by', { name: one.handedBy.name, day: format.date(one.handedAt, 'text') })
            : t('forms.begun', { name: one.begunBy.name, day: format.date(one.begunAt, 'text') }),
          ...(one.with ? [t('forms.with', { name: one.with.name })] : []),
          t('forms.version', { n: one.formVersion }),
        ]}
        acts={
          <>
            <Print one={one} />
            {one.mayHandIn && <HandOn one={one} />}
            {draft && <Discard one={one} />}
          </>
        }
      />
      <Answered query={query}>
        {() => sheet && (draft ? <Writing one={one} sheet={sheet} /> : <Written one={one} sheet={sheet} />)}
      </Answered>
    </>
  )
}

/** Where one stands is in the address, so that a reload and the way back lead there. */
function usePlace(places: readonly string[]) {
  const navigate = useNavigate()
  const { hash } = useLocation()
  const here = places.find(one => one === hash) ?? places[0] ?? ''
  const go = (place: string) => {
    void navigate({ to: '.', hash: place })
    document.querySelector<HTMLElement>('h1')?.focus()
  }
  return { here, go, at: places.indexOf(here) }
}

const last = 'look'

function Writing({ one, sheet }: { one: WholeForm; sheet: FormSheet }) {
  const t = useT()
  const pages = sheet.pages.filter(page => one.pages.some(each => each.page === page.name))
  const places = [...pages.map(page => page.name), last]
  const { here, go, at } = usePlace(places)
  const writes = one.mayHandIn
  const lease = useLease('form', one.id, writes)
  // A page of one's own elsewhere is told of, and not waited for.
  const held = lease.holder !== undefined && !lease.holder.self
  const judge = useEngine(writes)
  const page = pages.find(each => each.name === here)
  const stored = one.pages.find(each => each.page === here)
  const on = () => go(places[at + 1] ?? last)
  return (
    <div className="k-stack">
      <LeaseNotice lease={lease} />
      <Card flush>
        <div className={css.strip}>
          <Steps
            label={t('forms.pages')}
            here={here}
            steps={places.map(id => ({
              id,
              word: pages.find(each => each.name === id)?.title ?? t('forms.look'),
            }))}
          />
        </div>
      </Card>
      {at === 0 && <p className={css.lead}>{sheet.lead}</p>}
      {here === last && <HandIn one={one} sheet={sheet} onGo={go} />}
      {page &&
        stored &&
        (stored.mayWrite && !held ? (
          judge !== undefined && (
            <PageForm
              key={page.name}
              {...{ one, page, stored, judge }}
              submit={t('forms.goOn')}
              leave={t(at > 0 ? 'forms.back' : 'forms.later')}
              onDone={on}
              onLeave={() => (at > 0 ? go(places[at - 1] ?? '') : history.back())}
            />
          )
        ) : (
          <>
            <Card title={page.title}>
              {!stored.mayWrite && <p className="k-dim">{t('forms.othersText')}</p>}
              <AnswerList page={page} answers={stored.now?.answers ?? {}} />
            </Card>
            <div className={css.acts}>
              <Button size="md" onClick={on}>
                {t('forms.next')}
              </Button>
              {at > 0 && (
                <Button variant="default" size="md" onClick={() => go(places[at - 1] ?? '')}>
                  {t('forms.back')}
                </Button>
              )}
            </div>
          </>
        ))}
    </div>
  )
}

function Print({ one }: { one: WholeForm }) {
  const t = useT()
  const [printing, print] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => print(true)}>
        {t('forms.print')}
      </Button>
      <PaperDrawer form={one} opened={printing} onClose={() => print(false)} />
    </>
  )
}

function HandOn({ one }: { one: WholeForm }) {
  const t = useT()
  const [handing, hand] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => hand(true)}>
        {t('forms.handOver')}
      </Button>
      <HandOverDrawer one={one} opened={handing} onClose={() => hand(false)} />
    </>
  )
}

function Discard({ one }: { one: WholeForm }) {
  const t = useT()
  const navigate = useNavigate()
  const send = useSend(discardForm)
  if (!one.mayDiscard) return null
  return (
    <>
      <Button
        variant="default"
        loading={send.isPending}
        onClick={() =>
          send.mutate(
            { input: { params: { id: one.id } } },
            {
              onSuccess: () => {
                void queryClient.invalidateQueries()
                void navigate({ to: `/forms/of/${one.personId}` })
              },
            },
          )
        }
      >
        {t('forms.discard')}
      </Button>
      {send.error && (
        <Notice kind="stop" live>
          {problemText(send.error, 'forms')}
        </Notice>
      )}
    </>
  )
}
