/** On a person's page: which records joined this one, and the way to take that back for those who may. */
import { undoMerge } from '@kerege/contract/people/duplicates/routes'
import { DomainError } from '@kerege/contract/errors'
import type { Person } from '@kerege/contract/people/schema'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { toast } from '../../../ui/toasts.ts'
import { fieldKey } from '../person/FieldValue.tsx'
import css from './duplicates.module.css'

export function Joined({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const [parting, part] = useState<string>()
  const [last] = person.joined ?? []
  if (!last) return null
  return (
    <>
      <Notice
        kind="info"
        act={
          // They come apart backwards: the last one first.
          may('people.merge') && (
            <Button variant="default" onClick={() => part(last.id)}>
              {t('people.dup.part')}
            </Button>
          )
        }
      >
        {person.joined?.map(merge => (
          <p key={merge.id}>{t('people.dup.joined', { who: merge.by, when: format.date(merge.at) })}</p>
        ))}
      </Notice>
      <PartDialog key={last.id} id={last.id} opened={parting === last.id} onClose={() => part(undefined)} />
    </>
  )
}

/** Asks once more where something was changed since: it names what stays. */
function PartDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [kept, setKept] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    if (busy) return
    if (reason.trim().length < 3) return setProblem(t('ui.fault.reason-too-short'))
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { reason: reason.trim(), keepEdits: kept !== undefined }
      await send(undoMerge, { params: { id }, body }, { idempotencyKey: newId() })
      toast(t('people.dup.parted'))
      onClose()
      await queryClient.invalidateQueries()
    } catch (error) {
      if (error instanceof DomainError && error.code === 'edited-since') {
        setKept((error.details['kept'] as string[] | undefined) ?? []) // as the route's refusal says
      } else setProblem(problemText(error, 'people'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('people.dup.partTitle')}>
      <div className={css.fields}>
        <p>{t('people.dup.partText')}</p>
        {kept && (
          <Notice kind="wait" live title={t('people.dup.keptTitle')}>
            {kept.length > 0
              ? format.list(kept.map(one => t(fieldKey(one.split('.')[1] ?? ''))))
              : t('people.dup.keptElsewhere')}
          </Notice>
        )}
        <Textarea
          label={t('ui.reason')}
          value={reason}
          maxLength={500}
          rows={2}
          onChange={event => setReason(event.currentTarget.value)}
        />
        {problem && (
          <Notice kind="stop" live>
            {problem}
          </Notice>
        )}
        <div className={css.acts}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('people.dup.partKeep')}
          </Button>
          <Button loading={busy} onClick={() => void go()}>
            {t(kept ? 'people.dup.partAgree' : 'people.dup.part')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
