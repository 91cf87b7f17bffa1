/** Steps that are not the next one: aside, to others, to the end, back; each in its own words, below the next. */
import type { Case } from '@kerege/contract/cases/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import css from '../cases.module.css'
import { type OpenStep, StepDrawer } from './StepDrawer.tsx'
import { doText } from './words.ts'

export function OtherSteps({ one }: { one: Case }) {
  const t = useT()
  const [step, take] = useState<OpenStep>()
  // Opened by mistake has its place beside the facts.
  const others = one.open.filter(
    ({ to }) => to !== one.next?.to && !(to === 'ended' && one.state === 'arrived'),
  )
  if (others.length === 0) return null
  return (
    <div className={css.otherSteps}>
      {others.map(other => (
        <Button key={other.to} variant="default" onClick={() => take(other)}>
          {doText(one.state, other.to, t)}
        </Button>
      ))}
      <StepDrawer one={one} step={step} onClose={() => take(undefined)} />
    </div>
  )
}
