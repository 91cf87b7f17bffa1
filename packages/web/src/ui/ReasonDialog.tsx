/**
 * A grave act: what it means for people, why, who is told, and the safe choice first and in focus. The red
 * button repeats the verb. Where a thing can be undone, offer a toast with Undo instead of this.
 */
import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/useT.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'
import { problemText } from './problems.ts'
import css from './ReasonDialog.module.css'

interface Props {
  opened: boolean
  onClose: () => void
  /** A question or the act itself: "Block this account?" */
  title: string
  /** The consequence for people, in a sentence. */
  consequence: ReactNode
  /** Who is told and who must agree. */
  told?: ReactNode
  /** The safe choice in its own words: "Keep together". */
  keep?: string
  /** The act, verb and object: "Block the account". */
  act: string
  /** An example of a good reason. */
  example?: string
  /** Neutral where exercising a right, as withdrawing consent is. */
  grave?: boolean
  /** Whose words for refusals come first. */
  slice?: string
  onAct: (reason: string) => Promise<unknown>
}

export function ReasonDialog({ opened, onClose, title, consequence, told, keep, act, ...rest }: Props) {
  const { example, grave = true, slice = 'ui', onAct } = rest
  const t = useT()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const close = () => {
    setFault(undefined)
    setProblem(undefined)
    onClose()
  }
  const go = async () => {
    if (busy) return
    if (reason.trim().length < 3) return setFault(t('ui.fault.reason-too-short'))
    setBusy(true)
    try {
      await onAct(reason.trim())
      setReason('')
      close()
    } catch (error) {
      setProblem(problemText(error, slice))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog opened={opened} onClose={close} title={title}>
      <div className={css.body}>
        <p>{consequence}</p>
        {told && <p className="k-dim">{told}</p>}
        <Textarea
          label={t('ui.reason')}
          placeholder={example}
          value={reason}
          error={fault}
          maxLength={500}
          autosize={false}
          rows={2}
          onChange={event => {
            setReason(event.currentTarget.value)
            setFault(undefined)
          }}
        />
        {problem && (
          <Notice kind="stop" live>
            {problem}
          </Notice>
        )}
        <div className={css.acts}>
          <Button variant="default" data-autofocus onClick={close}>
            {keep ?? t('ui.cancel')}
          </Button>
          <Button {...(grave ? { color: 'red' } : {})} loading={busy} onClick={go}>
            {act}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
