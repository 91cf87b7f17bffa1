/** One account: who, in which roles, and the acts that open or shut it. */
import {
  askSecondFactorReset,
  blockAccount,
  getAccount,
  unblockAccount,
} from '@kerege/contract/access/routes'
import type { AccountRow } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import { AccountState } from './AccountState.tsx'
import { HatsForm } from './HatsForm.tsx'

export function AccountPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const account = useGet(getAccount, { params: { id } })
  return <Answered query={account}>{({ body }) => <Account account={body} />}</Answered>
}

function Account({ account }: { account: AccountRow }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const block = useSend(blockAccount)
  const unblock = useSend(unblockAccount)
  const reset = useSend(askSecondFactorReset)
  const { account: own } = useSession()
  const [lost, lose] = useState(false)
  const [asking, ask] = useState(false)
  const [editing, edit] = useState(false)
  const shut = account.state === 'blocked' || account.state === 'locked'
  const params = { id: account.id }
  return (
    <>
      <PageHead
        title={t('administration.account')}
        shown={<bdi>{account.name}</bdi>}
        eyebrow={t('administration.account')}
        facts={[<bdi key="email">{account.email}</bdi>, <AccountState key="state" account={account} />]}
        acts={
          <>
            {!editing && <Button onClick={() => edit(true)}>{t('administration.changeRoles')}</Button>}
            <Button
              variant={shut ? 'default' : 'outline'}
              {...(shut ? {} : { color: 'red' })}
              onClick={() => ask(true)}
            >
              {t(shut ? 'administration.unblock' : 'administration.block')}
            </Button>
          </>
        }
      />
      <div className="k-aside">
        <Card title={t('administration.roles')} note={t('administration.rolesNote')}>
          {editing ? (
            <HatsForm account={account} onDone={() => edit(false)} />
          ) : (
            <ul className="k-stack">
              {account.hats.map(hat => (
                <li key={hat.id}>
                  <strong>{t(`access.role.${hat.role}`)}</strong>
                  <div>{[hat.agency, hat.team].filter(Boolean).join(', ')}</div>
                  {hat.bySso && <div className="k-dim">{t('administration.byGroup')}</div>}
                  {hat.areas.map(code => (
                    <div key={code} className="k-dim">
                      {areas.name(code)}
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title={t('administration.signIn')}>
          <Facts
            facts={[
              [
                t('administration.secondFactor'),
                t(account.secondFactor ? 'administration.factor.on' : 'administration.factor.off'),
              ],
              [
                t('administration.lastSeen'),
                account.lastSeenAt ? format.relative(account.lastSeenAt) : t('administration.never'),
              ],
            ]}
          />
          {account.secondFactor && account.state !== 'blocked' && account.id !== own.id && (
            <Button variant="outline" color="red" mt={16} onClick={() => lose(true)}>
              {t('administration.factor.lost')}
            </Button>
          )}
        </Card>
      </div>
      <ReasonDialog
        opened={lost}
        onClose={() => lose(false)}
        title={t('administration.factor.title', { name: account.name })}
        consequence={t('administration.factor.consequence')}
        told={t('administration.logged')}
        act={t('administration.factor.act')}
        slice="administration"
        onAct={async reason => {
          await reset.mutateAsync({ input: { params, body: { reason } } })
          toast(t('administration.factor.asked'), { text: t('administration.factor.askedText') })
        }}
      />
      <ReasonDialog
        opened={asking}
        onClose={() => ask(false)}
        title={t(shut ? 'administration.unblock.title' : 'administration.block.title', {
          name: account.name,
        })}
        consequence={t(shut ? 'administration.unblock.consequence' : 'administration.block.consequence')}
        told={t('administration.logged')}
        act={t(shut ? 'administration.unblock.act' : 'administration.block.act')}
        grave={!shut}
        slice="administration"
        onAct={async reason => {
          await (shut ? unblock : block).mutateAsync({ input: { params, body: { reason } } })
          toast(t(shut ? 'administration.unblocked' : 'administration.blocked'))
        }}
      />
    </>
  )
}
