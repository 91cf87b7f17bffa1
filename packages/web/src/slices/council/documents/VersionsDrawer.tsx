/** Every version of a text, and what changed from one to the next, marked by words and not by colour alone. */
import type { Language } from '@kerege/contract/common'
import { getChanges, listVersions } from '@kerege/contract/council/documents/routes'
import type { TextChanges } from '@kerege/contract/council/documents/schema'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { BlockView, Differences } from './Blocks.tsx'
import css from './documents.module.css'
import { LanguageStatePill } from './state.tsx'

interface Props {
  id: string
  language: Language
  opened: boolean
  onClose: () => void
}

export function VersionsDrawer({ opened, onClose, ...of }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.doc.versions')}>
      {opened && <Versions {...of} />}
    </Drawer>
  )
}

function Versions({ id, language }: Pick<Props, 'id' | 'language'>) {
  const t = useT()
  const format = useFormat()
  const [to, setTo] = useState<number>()
  return (
    <Answered query={useGet(listVersions, { params: { id, language } })}>
      {({ body }) => (
        <ol className={css.lines}>
          {body.rows.map(one => (
            <li key={one.version}>
              <div className={css.chosen}>
                <strong>{t('council.doc.versionN', { n: one.version })}</strong>
                <LanguageStatePill state={one.state} />
              </div>
              <div className="k-dim k-small">
                {one.by} · {format.date(one.at, 'exact')}
              </div>
              {one.version > 1 && (
                <button
                  type="button"
                  className="k-link"
                  aria-expanded={to === one.version}
                  onClick={() => setTo(to === one.version ? undefined : one.version)}
                >
                  {t('council.doc.compare')}
                </button>
              )}
              {to === one.version && <Compared id={id} language={language} to={to} />}
            </li>
          ))}
        </ol>
      )}
    </Answered>
  )
}

function Compared({ id, language, to }: { id: string; language: Language; to: number }) {
  return (
    <Answered query={useGet(getChanges, { params: { id, language }, query: { from: to - 1, to } })}>
      {({ body }) => <Changes changes={body} language={language} />}
    </Answered>
  )
}

function Changes({ changes, language }: { changes: TextChanges; language: Language }) {
  const t = useT()
  if (changes.changes.length === 0 && !changes.title) return <p className="k-dim">{t('council.doc.same')}</p>
  return (
    <ul className={css.stack} lang={language}>
      {changes.title && (
        <li>
          <strong>{t('council.title')}</strong>
          <p>
            <del className={css.went}>{changes.title.before}</del>{' '}
            <ins className={css.came}>{changes.title.after}</ins>
          </p>
        </li>
      )}
      {changes.changes.map(one => (
        <li key={one.kind === 'changed' ? one.after.id : one.block.id}>
          <strong>{t(`council.doc.change.${one.kind}`)}</strong>
          {one.kind === 'changed' ? (
            <Differences before={one.before} after={one.after} />
          ) : (
            <BlockView block={one.block} />
          )}
        </li>
      ))}
    </ul>
  )
}
