/** One's passkeys: which devices open this account, by the names that their owner gave them. */
import type { Passkey } from '@kerege/contract/access/proof'
import { listPasskeys, removePasskey } from '@kerege/contract/access/proofRoutes'
import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { toast } from '../../../ui/toasts.ts'
import { canPasskey } from '../../access/passkey.ts'
import css from '../account.module.css'
import { NewPasskey, RenamePasskey } from './PasskeyForms.tsx'

type Open = 'new' | { rename: Passkey } | { remove: Passkey }

export function PasskeysCard() {
  const t = useT()
  const passkeys = useGet(listPasskeys, {})
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const rename = typeof open === 'object' && 'rename' in open ? open.rename : undefined
  const remove = typeof open === 'object' && 'remove' in open ? open.remove : undefined
  return (
    <Card title={t('security.passkeys')}>
      <div className={css.said}>
        <p>{t('security.passkeys.text')}</p>
        <Answered query={passkeys}>
          {({ body }) =>
            body.rows.length > 0 && (
              <ul className={css.passkeys}>
                {body.rows.map(row => (
                  <Row
                    key={row.id}
                    row={row}
                    onRename={() => setOpen({ rename: row })}
                    onRemove={() => setOpen({ remove: row })}
                  />
                ))}
              </ul>
            )
          }
        </Answered>
        {canPasskey() ? (
          <Button variant="default" onClick={() => setOpen('new')}>
            {t('security.passkeys.add')}
          </Button>
        ) : (
          <p className="k-dim">{t('security.passkeys.notHere')}</p>
        )}
      </div>
      <Dialog opened={open === 'new'} onClose={close} title={t('security.passkeys.add')}>
        <NewPasskey onDone={close} />
      </Dialog>
      <Dialog opened={rename !== undefined} onClose={close} title={t('security.passkeys.rename')}>
        {rename && <RenamePasskey row={rename} onDone={close} />}
      </Dialog>
      <Dialog opened={remove !== undefined} onClose={close} title={t('security.passkeys.removeAsk')}>
        {remove && <Removing row={remove} onDone={close} />}
      </Dialog>
    </Card>
  )
}

function Row({ row, onRename, onRemove }: { row: Passkey; onRename: () => void; onRemove: () => void }) {
  const t = useT()
  const format = useFormat()
  const { name } = row
  return (
    <li className={css.session}>
      <IconFingerprint size={22} stroke={1.7} aria-hidden="true" />
      <div className={css.sessionWords}>
        <div className="k-row">
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {row.synced && <StatePill kind="info">{t('security.passkeys.synced')}</StatePill>}
          {row.doubted && <StatePill kind="stop">{t('security.passkeys.doubted')}</StatePill>}
        </div>
        <div className="k-dim">
          {row.lastUsedAt
            ? t('security.passkeys.used', {
                from: format.date(row.createdAt, 'exact'),
                seen: format.relative(row.lastUsedAt),
              })
            : t('security.passkeys.unused', { from: format.date(row.createdAt, 'exact') })}
        </div>
        {row.doubted && <p>{t('security.passkeys.doubtedText')}</p>}
      </div>
      <Button variant="subtle" aria-label={t('security.passkeys.renameOf', { name })} onClick={onRename}>
        {t('security.passkeys.renameAct')}
      </Button>
      <Button variant="default" aria-label={t('security.passkeys.removeOf', { name })} onClick={onRemove}>
        {t('security.passkeys.remove')}
      </Button>
    </li>
  )
}

function Removing({ row, onDone }: { row: Passkey; onDone: () => void }) {
  const t = useT()
  const remove = useSend(removePasskey)
  return (
    <div className={css.said}>
      <p>{t('security.passkeys.removeText', { name: row.name })}</p>
      {remove.isError && (
        <Notice kind="stop" live>
          {problemText(remove.error, 'access')}
        </Notice>
      )}
      <div className="k-row">
        <Button variant="default" data-autofocus onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(
              { input: { params: { id: row.id } } },
              {
                onSuccess: () => {
                  toast(t('security.passkeys.removed'))
                  onDone()
                },
              },
            )
          }
        >
          {t('security.passkeys.remove')}
        </Button>
      </div>
    </div>
  )
}
