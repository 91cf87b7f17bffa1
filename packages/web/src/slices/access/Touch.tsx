/** A button behind which something else is asked, a device or a provider: busy meanwhile, with what went wrong below it. */
import { Button } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'

interface Props {
  label: string
  icon: Icon
  variant?: 'default' | 'filled'
  /** First in a dialog that opens. */
  focused?: boolean
  /** Can be pressed again meanwhile: a window that was closed tells nobody. */
  again?: boolean
  act: () => Promise<void>
}

export function Touch({ label, icon: Mark, variant = 'filled', focused = false, again = false, act }: Props) {
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
        // A long name of an office goes on to the next line.
        h="auto"
        mih={42}
        py={8}
        styles={{ label: { whiteSpace: 'normal' } }}
        {...(focused ? { 'data-autofocus': true } : {})}
        loading={busy && !again}
        leftSection={<Mark size={20} stroke={1.7} />}
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
