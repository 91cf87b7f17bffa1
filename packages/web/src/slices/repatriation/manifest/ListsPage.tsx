/** Brings a list of names for an operation; and those that were brought before. Nobody is registered by bringing one. */
import { bringManifest, listImports } from '@kerege/contract/repatriation/manifest/routes'
import { mostRows } from '@kerege/contract/repatriation/manifest/schema'
import { getOperation } from '@kerege/contract/repatriation/operations/routes'
import { Button, FileButton } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from './manifest.module.css'

export function ListsPage() {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route names it
  const operation = useGet(getOperation, { params: { id } })
  return (
    <Answered query={operation}>
      {({ body }) => (
        <>
          <PageHead
            title={t('manifest.title')}
            eyebrow={
              <Link to={`/operations/${id}`}>
                <bdi>{body.name}</bdi>
              </Link>
            }
            facts={[t('manifest.lede')]}
          />
          <div className="k-stack">
            {body.list.state === 'open' ? (
              <Bring operationId={id} />
            ) : (
              <Notice kind="info">{t('manifest.problem.list-frozen')}</Notice>
            )}
            <Brought operationId={id} />
          </div>
        </>
      )}
    </Answered>
  )
}

function Bring({ operationId }: { operationId: string }) {
  const t = useT()
  const navigate = useNavigate()
  const bring = useSend(bringManifest)
  const read = async (chosen: File | null) => {
    if (!chosen) return
    const body = new Uint8Array(await chosen.arrayBuffer())
    bring.mutate(
      { input: { params: { id: operationId }, query: { importId: newId() }, body } },
      {
        onSuccess: ({ body: made }) => void navigate({ to: `/operations/${operationId}/imports/${made.id}` }),
      },
    )
  }
  return (
    <Card title={t('manifest.bring')}>
      <p>{t('manifest.bring.text', { most: mostRows })}</p>
      <div className={css.acts}>
        <FileButton accept=".xlsx,.xlsm,.csv,.txt" onChange={file => void read(file)}>
          {props => (
            <Button
              {...props}
              loading={bring.isPending}
              leftSection={<IconFileSpreadsheet size={18} stroke={1.7} />}
            >
              {t('manifest.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {bring.error && (
        <Notice kind="stop" live>
          {problemText(bring.error, 'manifest')}
        </Notice>
      )}
    </Card>
  )
}

function Brought({ operationId }: { operationId: string }) {
  const t = useT()
  const format = useFormat()
  const lists = useGet(listImports, { params: { id: operationId } })
  return (
    <Answered query={lists} rows={2}>
      {({ body }) =>
        body.rows.length > 0 && (
          <Card title={t('manifest.brought')} flush>
            <ul className={css.lists}>
              {body.rows.map(one => (
                <li key={one.id}>
                  <Link to={`/operations/${operationId}/imports/${one.id}`}>
                    {t('manifest.one', { when: format.relative(one.broughtAt), who: one.broughtBy })}
                  </Link>
                  <span className="k-dim">{t('manifest.rows', { n: one.rows })}</span>
                  {one.state === 'imported' && one.parked > 0 && (
                    <span className="k-dim">{t('manifest.parkedRows', { n: one.parked })}</span>
                  )}
                  <StatePill kind={one.state === 'imported' ? 'ok' : 'wait'}>
                    {t(`manifest.state.${one.state}`)}
                  </StatePill>
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Answered>
  )
}
