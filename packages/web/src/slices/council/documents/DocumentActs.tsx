/** What those who prepare do with the document as a whole. */
import { giveDocumentSymbol, moveDocument } from '@kerege/contract/council/documents/routes'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { isOpen, nextDocumentStates } from '@kerege/contract/council/documents/states'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'

export function DocumentActs({ document }: { document: CouncilDocument }) {
  const t = useT()
  const may = useMay()
  const [over, setOver] = useState(false)
  const move = useSend(moveDocument)
  const number = useSend(giveDocumentSymbol)
  if (!may('council.prepare')) return null
  const { id, version, bound } = document
  // A statement or a record goes its way on the page of its session.
  const state = bound ? undefined : document.state
  const params = { id }
  const to = (next: 'circulated' | 'issued', label: string, primary: boolean) =>
    state &&
    nextDocumentStates(state).includes(next) && (
      <Button
        variant={primary ? 'filled' : 'default'}
        loading={move.isPending}
        onClick={() => move.mutate({ input: { params, body: { to: next, basedOn: version } } })}
      >
        {label}
      </Button>
    )
  const problem = move.error ?? number.error
  return (
    <>
      {isOpen(document.state) && (
        <Button component={Link} to={`/documents/${id}/write/${document.sourceLanguage}`} variant="default">
          {t('council.doc.write')}
        </Button>
      )}
      {state &&
        isOpen(state) &&
        !document.symbol &&
        (document.session?.symbol || document.basedOn?.symbol) && (
          <Button
            variant="default"
            loading={number.isPending}
            onClick={() => number.mutate({ input: { params, body: { basedOn: version } } })}
          >
            {t('council.doc.giveSymbol')}
          </Button>
        )}
      {state === 'issued' && (
        <Button component={Link} to="/documents/new" search={{ revises: id } as never} variant="default">
          {t('council.doc.revise')}
        </Button>
      )}
      {bound && (
        <Button component={Link} to={`/sessions/${bound.sessionId}`} variant="default">
          {t('council.rec.toSession')}
        </Button>
      )}
      {state && nextDocumentStates(state).includes('withdrawn') && (
        <Button variant="default" onClick={() => setOver(true)}>
          {t('council.doc.withdraw')}
        </Button>
      )}
      {to('circulated', t('council.doc.circulate'), true)}
      {to('issued', t('council.doc.issue'), state === 'circulated')}
      {problem && (
        <Notice kind="stop" live>
          {problemText(problem, 'council')}
        </Notice>
      )}
      <ReasonDialog
        opened={over}
        onClose={() => setOver(false)}
        title={t('council.doc.withdraw')}
        consequence={t('council.doc.withdrawText')}
        act={t('council.doc.withdraw')}
        slice="council"
        onAct={reason =>
          move.mutateAsync({ input: { params, body: { to: 'withdrawn', basedOn: version, reason } } })
        }
      />
    </>
  )
}
