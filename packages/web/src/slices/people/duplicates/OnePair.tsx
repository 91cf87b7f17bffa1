/** One pair to decide on: how alike and why, what stands in the way, both records, and the three answers. */
import type { Duplicate, DuplicateView } from '@kerege/contract/people/duplicates/schema'
import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { faultText } from '../../../ui/problems.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dropdown } from '../../../ui/Dropdown.tsx'
import { DropdownItem } from '../../../ui/DropdownItem.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Likeness } from '../Likeness.tsx'
import { systemName } from '../person/systemName.ts'
import type { Until } from './api.ts'
import css from './duplicates.module.css'
import { PairTable } from './PairTable.tsx'

interface Props {
  view: DuplicateView
  onSame: () => void
  onTwo: (pair: Duplicate) => void
  onLater: (pair: Duplicate, until: Until) => void
  onTakeUp: (pair: Duplicate) => void
}

export function OnePair({ view, onSame, onTwo, onLater, onTakeUp }: Props) {
  const t = useT()
  const clashes = view.pair.clashes
  return (
    <div className="k-stack">
      <Card title={t('people.dup.why')}>
        <div className={css.why}>
          <Likeness found={view} />
          {view.sameNumber && <Notice kind="wait">{t('people.dup.sameNumberText')}</Notice>}
          {view.proposedBy && (
            <p className="k-dim">{t('people.dup.proposedText', { name: view.proposedBy })}</p>
          )}
        </div>
      </Card>
      {clashes.length > 0 && (
        <Notice kind="stop" title={t('people.dup.clash')}>
          <ul className={css.moves}>
            {clashes.map(fault => (
              <li key={fault.code + fault.pointer}>{clashText(fault, t)}</li>
            ))}
          </ul>
          <p>{t('people.dup.clashHelp')}</p>
        </Notice>
      )}
      <Card flush>
        <PairTable view={view} />
      </Card>
      <div className={`${css.acts} ${css.answers}`}>
        {clashes.length === 0 && (
          <Button size="md" onClick={onSame} rightSection={<Key>s</Key>}>
            {t('people.dup.same')}
          </Button>
        )}
        <Button size="md" variant="default" onClick={() => onTwo(view)} rightSection={<Key>n</Key>}>
          {t('people.dup.two')}
        </Button>
        {view.later ? (
          <Button size="md" variant="default" onClick={() => onTakeUp(view)}>
            {t('people.dup.takeUp')}
          </Button>
        ) : (
          <LaterMenu onLater={until => onLater(view, until)} />
        )}
      </div>
    </div>
  )
}

// Keys are for the desk; a phone has none.
const Key = ({ children }: { children: string }) => <kbd className={css.key}>{children}</kbd>

function clashText(fault: DuplicateView['pair']['clashes'][number], t: ReturnType<typeof useT>): string {
  const system = fault.params?.['system']
  return faultText(
    typeof system === 'string' ? { ...fault, params: { system: systemName(system, t) } } : fault,
    'people',
  )
}

function LaterMenu({ onLater }: { onLater: (until: Until) => void }) {
  const t = useT()
  return (
    <Dropdown
      above
      button={props => (
        <Button
          {...props}
          size="md"
          variant="default"
          data-later
          rightSection={
            <>
              <Key>l</Key>
              <IconChevronDown size={18} stroke={1.7} aria-hidden="true" />
            </>
          }
        >
          {t('people.dup.later')}
        </Button>
      )}
    >
      {close =>
        (['week', 'month', 'change'] as const).map(until => (
          <DropdownItem
            key={until}
            onClick={() => {
              close()
              onLater(until)
            }}
          >
            {t(`people.dup.later.${until}`)}
          </DropdownItem>
        ))
      }
    </Dropdown>
  )
}
