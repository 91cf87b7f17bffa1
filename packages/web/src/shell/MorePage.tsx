/** Everything that has no tab on a phone: other places, the account, the hat, the scheme, the way out. */
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useT } from '../i18n/useT.tsx'
import { Card } from '../ui/Card.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { accountLinks } from './accountLinks.ts'
import { useEntries, useTabs } from './entries.ts'
import css from './more.module.css'
import { SchemeChoice } from './SchemeChoice.tsx'
import { SyncState } from './SyncState.tsx'
import { useSession } from './session.ts'
import { useHatChange } from './useHat.ts'
import { useSignOut } from './useSignOut.ts'

export function MorePage() {
  const t = useT()
  const { account, hat, hats, node } = useSession()
  const wear = useHatChange()
  const leave = useSignOut()
  const tabs = useTabs()
  const entries = useEntries().filter(entry => !tabs.includes(entry))
  return (
    <>
      <PageHead title={t('shell.tab.more')} facts={[<bdi key="name">{account.name}</bdi>]} />
      <Card flush>
        <ul>
          {[...entries, ...accountLinks].map(({ path, icon: Icon, label }) => (
            <li key={path} className={css.row}>
              <Link to={path} className={css.link}>
                <Icon size={22} stroke={1.7} />
                <span>{t(label)}</span>
                <IconChevronRight size={20} stroke={1.7} aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t(hats.length > 1 ? 'shell.hats' : 'shell.hat')}>
        <ul className={css.hats}>
          {hats.map(one => (
            <li key={one.id}>
              <div>
                <strong>{t(`access.role.${one.role}`)}</strong>
                <div className="k-dim">{[one.agency, one.team].filter(Boolean).join(', ')}</div>
              </div>
              {one.id !== hat.id && (
                <Button variant="default" onClick={() => void wear(one.id)}>
                  {t('shell.wear')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <SchemeChoice />
      </Card>
      <Button variant="default" onClick={() => void leave()}>
        {t('shell.signOut')}
      </Button>
      <SyncState />
      {node.demo && <p className="k-dim k-small">{t('shell.demo')}</p>}
    </>
  )
}
