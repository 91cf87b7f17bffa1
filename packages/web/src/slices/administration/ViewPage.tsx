/** Roles of this node, each with the way into its screens: without data, for half an hour. */
import { beginView } from '@kerege/contract/access/routes'
import { role, type RoleName, roleNames } from '@kerege/contract/access/roles'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { useViewChange } from '../../shell/useView.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import css from './administration.module.css'

export function ViewPage() {
  const t = useT()
  const { node, hat } = useSession()
  const change = useViewChange()
  const [error, setError] = useState<unknown>()
  const others = roleNames.filter(name => role(name).nodes.includes(node.kind) && name !== hat.role)
  const see = (name: RoleName) => void change(beginView, { body: { role: name } }).catch(setError)
  return (
    <>
      <PageHead title={t('administration.view')} facts={[t('administration.viewText')]} />
      {error !== undefined && (
        <Notice kind="stop" live>
          {problemText(error, 'administration')}
        </Notice>
      )}
      <Card flush>
        <ul>
          {others.map(name => (
            <li key={name} className={css.seen}>
              <strong>{t(`access.role.${name}`)}</strong>
              <Button
                variant="default"
                aria-label={t('administration.viewRoleOf', { role: t(`access.role.${name}`) })}
                onClick={() => see(name)}
              >
                {t('administration.viewRole')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
