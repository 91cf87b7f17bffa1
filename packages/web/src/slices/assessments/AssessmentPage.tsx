/** One assessment: a draft of one's own to go on with, or what came of it. */
import { discardAssessment } from '@kerege/contract/assessments/routes'
import { needsId } from '@kerege/contract/assessments/needs'
import type { Assessment } from '@kerege/contract/assessments/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay, useSession } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { useAssessment } from './api.ts'
import { InstrumentResult } from './InstrumentResult.tsx'
import { NeedsForm } from './NeedsForm.tsx'
import { NeedsResult } from './NeedsResult.tsx'
import { Questions } from './Questions.tsx'
import { StartDrawer } from './StartDrawer.tsx'
import { nameOf } from './words.ts'

export function AssessmentPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useAssessment(id)}>
      {({ body }) => <One key={`${body.id} ${body.state}`} one={body} />}
    </Answered>
  )
}

function One({ one }: { one: Assessment }) {
  const t = useT()
  const format = useFormat()
  const needs = one.instrument === needsId
  return (
    <>
      <PageHead
        title={nameOf(one.instrument, t)}
        eyebrow={
          <>
            <Link to={`/assessments/of/${one.personId}`}>
              <bdi>{one.person}</bdi>
            </Link>
            {` · ${format.date(one.takenOn, 'text')}`}
          </>
        }
        facts={[
          t(`assessments.about.${one.about}`),
          one.by.name,
          ...(needs ? [t('assessments.needs.lead')] : one.mayChange ? [t('assessments.notDiagnosis')] : []),
        ]}
        acts={one.mayChange ? <Discard one={one} /> : <Second one={one} />}
      />
      {needs && one.mayChange && <NeedsForm one={one} />}
      {needs && one.state === 'finished' && <NeedsResult one={one} />}
      {!needs && one.mayChange && <Questions one={one} />}
      {!needs && one.state === 'finished' && <InstrumentResult one={one} />}
    </>
  )
}

function Discard({ one }: { one: Assessment }) {
  const t = useT()
  const navigate = useNavigate()
  const send = useSend(discardAssessment)
  return (
    <>
      <Button
        variant="default"
        loading={send.isPending}
        onClick={() =>
          send.mutate(
            { input: { params: { id: one.id } } },
            { onSuccess: () => void navigate({ to: `/assessments/of/${one.personId}` }) },
          )
        }
      >
        {t('assessments.discard')}
      </Button>
      {send.error && (
        <Notice kind="stop" live>
          {problemText(send.error, 'assessments')}
        </Notice>
      )}
    </>
  )
}

/** Somebody else looks at the same, and learns afterwards what was found first. */
function Second({ one }: { one: Assessment }) {
  const t = useT()
  const may = useMay()
  const { account } = useSession()
  const [starting, start] = useState(false)
  const seen = [one, ...one.compared].some(row => row.by.id === account.id)
  if (one.state !== 'finished' || seen || !may('assessments.take')) return null
  return (
    <>
      <Button variant="default" onClick={() => start(true)}>
        {t('assessments.second')}
      </Button>
      <StartDrawer
        personId={one.personId}
        body={{ mayTake: [one.instrument] }}
        beside={one}
        opened={starting}
        onClose={() => start(false)}
      />
    </>
  )
}
