/** How somebody from outside checks the log without trusting this node: its signed state, its key, and the commands that do it. */
import { Button } from '@mantine/core'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useLogState } from '../api.ts'
import css from './proof.module.css'

const keptAs = 'checkpoint.txt'

export function ProofDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('audit.proof.title')}>
      {opened && <Proof />}
    </Drawer>
  )
}

function Proof() {
  const t = useT()
  const format = useFormat()
  const log = useLogState().data?.body
  if (!log) return null
  const { key, note, size, at } = log
  const from = `npx kerege log consistency --url ${window.location.origin} \\\n  --key ${key} \\\n  --since ${keptAs} | npx kerege log verify`
  const entry = `npx kerege log prove --url ${window.location.origin} \\\n  --key ${key} \\\n  --entry ${Math.max(0, size - 1)} | npx kerege log verify`
  const copy = () => navigator.clipboard.writeText(note ?? '').then(() => toast(t('audit.proof.copied')))
  return (
    <div className={css.proof}>
      <p>{t('audit.proof.text')}</p>
      <Facts
        facts={[
          [t('audit.proof.entries'), format.number(size)],
          [
            t('audit.proof.signed'),
            at ? (
              <time key="at" dateTime={at}>
                {format.relative(at)} · {format.date(at, 'exact')}
              </time>
            ) : (
              t('audit.proof.none')
            ),
          ],
          [
            t('audit.proof.key'),
            <span key="key" className={css.word}>
              {key}
            </span>,
          ],
        ]}
      />
      <p className="k-dim">{t('audit.proof.compare')}</p>
      {note && (
        <section>
          <h3>{t('audit.proof.keep')}</h3>
          <p>{t('audit.proof.keepText', { file: keptAs })}</p>
          <pre className={css.code}>{note.trim()}</pre>
          <div className="k-row">
            <Button variant="default" onClick={() => void copy()}>
              {t('audit.proof.copy')}
            </Button>
            <a href="/log/checkpoint" download={keptAs}>
              {t('audit.proof.save')}
            </a>
          </div>
        </section>
      )}
      <section>
        <h3>{t('audit.proof.later')}</h3>
        <p>{t('audit.proof.laterText')}</p>
        <pre className={css.code}>{from}</pre>
      </section>
      <section>
        <h3>{t('audit.proof.entry')}</h3>
        <p>{t('audit.proof.entryText')}</p>
        <pre className={css.code}>{entry}</pre>
      </section>
    </div>
  )
}
