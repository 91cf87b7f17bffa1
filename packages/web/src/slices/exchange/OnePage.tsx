/** One practice at a node: as the hub has published it, and how it was used here. */
import { DomainError } from '@kerege/contract/errors'
import { getHeld } from '@kerege/contract/exchange/routes'
import type { HeldPractice } from '@kerege/contract/exchange/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useOnline } from '../../shell/useOnline.ts'
import { Answered } from '../../ui/Answered.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { KeptOne } from './kept/KeptOne.tsx'
import { LineNotice } from './LineNotice.tsx'
import { PracticeView } from './PracticeView.tsx'
import { UsedDrawer } from './UsedDrawer.tsx'
import { Uses } from './Uses.tsx'
import { HeldPill } from './words.tsx'

export function OnePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useGet(getHeld, { params: { id } })
  const online = useOnline()
  const unanswered = query.error instanceof DomainError && query.error.kind === 'unavailable'
  // Without a line, as this device has kept it: there a question is not even asked.
  if (query.data === undefined && (unanswered || !online)) return <KeptOne id={id} />
  return <Answered query={query}>{({ body }) => <One practice={body} />}</Answered>
}

function One({ practice }: { practice: HeldPractice }) {
  const t = useT()
  const format = useFormat()
  const [saying, setSaying] = useState(false)
  const { given, state, themes } = practice
  const title = format.text(practice.title)
  return (
    <>
      <PageHead
        title={title.text}
        eyebrow={
          <>
            <Link to="/exchange/practices">{t('exchange.title')}</Link> · {practice.symbol}
          </>
        }
        facts={[<HeldPill key="state" state={state} />, ...(given ? [format.country(given.country)] : [])]}
        acts={
          given && (
            <Button variant={state === 'retracted' ? 'default' : 'filled'} onClick={() => setSaying(true)}>
              {t('exchange.used.say')}
            </Button>
          )
        }
      />
      <div className="k-stack">
        <LineNotice />
        <PracticeView state={state} given={given} themes={themes}>
          <Uses practice={practice} />
        </PracticeView>
      </div>
      <UsedDrawer practice={practice} opened={saying} onClose={() => setSaying(false)} />
    </>
  )
}
