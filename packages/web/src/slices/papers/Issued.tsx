/** The paper is there: nothing is closed any more, and its number can stand among the person's numbers. */
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { NumberDrawer } from './NumberDrawer.tsx'

export function Issued({ paper }: { paper: Paper }) {
  const t = useT()
  const [adding, add] = useState(false)
  return (
    <div className="k-screen">
      <Notice
        kind="ok"
        act={
          paper.mayChange && (
            <Button variant="default" onClick={() => add(true)}>
              {t('papers.number.add')}
            </Button>
          )
        }
      >
        {t('papers.issued')}
      </Notice>
      <NumberDrawer paper={paper} opened={adding} onClose={() => add(false)} />
    </div>
  )
}
