/** The button that asks a device for its passkey, busy meanwhile, with what went wrong below it. */
import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'

interface Props {
  label: string
  variant?: 'default' | 'filled'
  /** First in a dialog that opens. */
  focused?: boolean
  act: () => Promise<void>
}

export function PasskeyTouch({ label, variant = 'filled', focused = false, act }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const go = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await act()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        variant={variant}
        size="md"
        {...(focused ? { 'data-autofocus': true } : {})}
        loading={busy}
        leftSection={<IconFingerprint size={20} stroke={1.7} />}
        onClick={() => void go()}
      >
        {label}
      </Button>
      {problem !== undefined && (
        <Notice kind="stop" live>
          {problemText(problem, 'access')}
        </Notice>
      )}
    </>
  )
}
