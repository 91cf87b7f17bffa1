/** Drafts the record anew: says what follows the sources, and asks where somebody wrote and the sources changed too. */
import { previewRedraft, redraftRecord } from '@kerege/contract/council/record/routes'
import type { Redrafting } from '@kerege/contract/council/record/schema'
import type { Session } from '@kerege/contract/council/schema'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from '../council.module.css'
import { BlockView } from '../documents/Blocks.tsx'

interface Props {
  session: Session
  opened: boolean
  onClose: () => void
}

export function RedraftDrawer({ session, opened, onClose }: Props) {
  const t = useT()
  const preview = useGet(previewRedraft, { params: { id: session.id } }, { enabled: opened })
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.rec.redraft')}>
      <Answered query={preview}>
        {({ body }) => <Choose key={body.version} session={session} preview={body} onDone={onClose} />}
      </Answered>
    </Drawer>
  )
}

type Ask = Redrafting['asks'][number]
const nameOf = ({ language, blockId }: Pick<Ask, 'language' | 'blockId'>) => `${language}.${blockId}`

function Choose({ session, preview, onDone }: { session: Session; preview: Redrafting; onDone: () => void }) {
  const t = useT()
  const [taken, setTaken] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const take = preview.asks
        .filter(ask => taken.includes(nameOf(ask)))
        .map(({ language, blockId }) => ({ language, blockId }))
      await send(redraftRecord, { params: { id: session.id }, body: { basedOn: preview.version, take } })
      await queryClient.invalidateQueries()
      onDone()
    } catch (error) {
      setProblem(error)
      // Somebody saved meanwhile: what would be lost is read again.
      await queryClient.invalidateQueries()
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={css.inside}>
      <p>
        {t('council.rec.followN', { n: preview.followed })} {t('council.rec.kept')}
      </p>
      {preview.asks.length > 0 && <Notice kind="wait">{t('council.rec.asks')}</Notice>}
      {preview.asks.map(ask => (
        <OneAsk
          key={nameOf(ask)}
          ask={ask}
          taken={taken.includes(nameOf(ask))}
          onTake={take =>
            setTaken(now => (take ? [...now, nameOf(ask)] : now.filter(name => name !== nameOf(ask))))
          }
        />
      ))}
      {problem !== undefined && (
        <Notice kind="stop" live>
          {problemText(problem, 'council')}
        </Notice>
      )}
      <div className={css.acts}>
        <Button loading={busy} onClick={() => void go()}>
          {t('council.rec.redraft')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}

function OneAsk({ ask, taken, onTake }: { ask: Ask; taken: boolean; onTake: (take: boolean) => void }) {
  const t = useT()
  const format = useFormat()
  const side = (label: string, block: Ask['mine']) => (
    <div>
      <div className="k-dim k-small">{label}</div>
      <div lang={ask.language}>
        {block ? <BlockView block={block} /> : <p className="k-dim">{t('council.rec.nothing')}</p>}
      </div>
    </div>
  )
  return (
    <section className={css.inside} aria-label={format.language(ask.language)}>
      <strong>{format.language(ask.language)}</strong>
      {side(t('council.rec.mine'), ask.mine)}
      {side(t('council.rec.theirs'), ask.theirs)}
      <Checkbox
        label={t('council.rec.take')}
        checked={taken}
        onChange={event => onTake(event.currentTarget.checked)}
      />
    </section>
  )
}
