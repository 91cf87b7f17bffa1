/** Every row, filtered by what is left to do; compared with the register first, in portions, so that one sees it go on. */
import type { ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { rowViews } from '@kerege/contract/repatriation/manifest/imports'
import { decideImportRows, listImportRows, matchImport } from '@kerege/contract/repatriation/manifest/routes'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { queryClient, send, useGet, useSend } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from './manifest.module.css'
import { Row } from './Row.tsx'

type View = (typeof rowViews)[number]
const portion = 25

export function Rows({ list }: { list: ManifestImport }) {
  const t = useT()
  const { counts, state } = list
  const { language } = useLoaded()
  const [view, setView] = useState<View>(state === 'imported' ? 'all' : 'look')
  const [after, setAfter] = useState<readonly number[]>([])
  const rows = useGet(
    listImportRows,
    { params: { id: list.id }, query: { view, after: after.at(-1) ?? 0, limit: portion, language } },
    { enabled: counts.unmatched === 0 },
  )
  const { left, error } = useMatching(list)
  const many = useSend(decideImportRows)
  const choose = (next: View) => {
    setView(next)
    setAfter([])
  }
  if (counts.unmatched > 0) {
    return (
      <Notice kind={error ? 'stop' : 'info'} live>
        {error
          ? problemText(error, 'manifest')
          : t('manifest.matching', { done: counts.rows - (left ?? counts.unmatched), of: counts.rows })}
      </Notice>
    )
  }
  return (
    <Card
      title={t('manifest.step.rows')}
      note={t('manifest.counts', { open: counts.open, accepted: counts.accepted, parked: counts.parked })}
    >
      <div className="k-stack">
        {state === 'open' && (
          <div className={css.acts}>
            <Button
              variant="default"
              disabled={counts.clean === 0}
              loading={many.isPending}
              onClick={() => many.mutate({ input: { params: { id: list.id }, body: { what: 'clean' } } })}
            >
              {t('manifest.acceptClean', { n: counts.clean })}
            </Button>
            <Button
              variant="subtle"
              disabled={counts.open === 0}
              onClick={() => many.mutate({ input: { params: { id: list.id }, body: { what: 'rest' } } })}
            >
              {t('manifest.parkRest', { n: counts.open })}
            </Button>
          </div>
        )}
        <fieldset className={css.views} aria-label={t('manifest.views')}>
          {rowViews.map(value => (
            <Button
              key={value}
              size="compact-md"
              variant={value === view ? 'filled' : 'default'}
              aria-pressed={value === view}
              onClick={() => choose(value)}
            >
              {t(`manifest.view.${value}`)}
            </Button>
          ))}
        </fieldset>
        {state === 'open' && <p className={`k-dim k-small ${css.keys}`}>{t('manifest.keys')}</p>}
        <Answered query={rows}>
          {({ body }) =>
            body.rows.length === 0 ? (
              <p className="k-dim">{t(view === 'look' ? 'manifest.nothingToLook' : 'manifest.nothing')}</p>
            ) : (
              <>
                <ol className={css.rows}>
                  {body.rows.map(row => (
                    <Row key={`${row.id} ${row.version}`} row={row} list={list} />
                  ))}
                </ol>
                <div className={css.acts}>
                  {after.length > 0 && (
                    <Button variant="default" onClick={() => setAfter(old => old.slice(0, -1))}>
                      {t('manifest.back')}
                    </Button>
                  )}
                  {body.next && (
                    <Button variant="default" onClick={() => setAfter(old => [...old, Number(body.next)])}>
                      {t('manifest.next')}
                    </Button>
                  )}
                </div>
              </>
            )
          }
        </Answered>
      </div>
    </Card>
  )
}

/** Asks until nothing is left; a list that was left alone meanwhile goes on where it stood. */
function useMatching({ id, counts }: ManifestImport) {
  const [left, setLeft] = useState<number>()
  const [error, setError] = useState<unknown>()
  const busy = useRef(false)
  useEffect(() => {
    if (counts.unmatched === 0 || busy.current) return
    busy.current = true
    const go = async () => {
      try {
        for (let more = 1; more > 0; ) {
          more = (await send(matchImport, { params: { id } })).body.left
          setLeft(more)
        }
        await queryClient.invalidateQueries()
      } catch (thrown) {
        setError(thrown)
      } finally {
        busy.current = false
      }
    }
    void go()
  }, [id, counts.unmatched])
  return { left, error }
}
