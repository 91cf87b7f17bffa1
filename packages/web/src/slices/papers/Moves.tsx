/** What happened to the paper: one button for each thing that can follow; steps back and refusals in a list below. */
import { needsReason, nextStates, type PaperState } from '@kerege/contract/people/papers/rules'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Dropdown } from '../../ui/Dropdown.tsx'
import { DropdownItem } from '../../ui/DropdownItem.tsx'
import { MoveDrawer } from './MoveDrawer.tsx'
import css from './papers.module.css'
import { markable } from './words.ts'

export function Moves({ paper }: { paper: Paper }) {
  const t = useT()
  const [to, go] = useState<PaperState>()
  const all = nextStates(paper.state)
  const on = all.filter(state => !needsReason(paper.state, state))
  const other = all.filter(state => needsReason(paper.state, state))
  // One filled button on a view: the step in hand has it as long as there is one.
  const main = markable(paper) === undefined ? on[0] : undefined
  return (
    <>
      <div className={css.moves}>
        {on.map(state => (
          <Button key={state} variant={state === main ? 'filled' : 'default'} onClick={() => go(state)}>
            {t(`papers.to.${state}`)}
          </Button>
        ))}
        {other.length > 0 && (
          <Dropdown
            button={props => (
              <Button {...props} variant="subtle" rightSection={<IconChevronDown size={18} stroke={1.7} />}>
                {t('papers.otherwise')}
              </Button>
            )}
          >
            {close =>
              other.map(state => (
                <DropdownItem
                  key={state}
                  onClick={() => {
                    // The focus goes back to the button first, so that the drawer gives it back there too.
                    close()
                    go(state)
                  }}
                >
                  {t(`papers.to.${state}`)}
                </DropdownItem>
              ))
            }
          </Dropdown>
        )}
      </div>
      <MoveDrawer paper={paper} to={to} onClose={() => go(undefined)} />
    </>
  )
}
