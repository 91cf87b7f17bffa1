/** One list: what its columns mean, then every row as the person that it will become, then all of them at once. */
import { dropImport, getImport } from '@kerege/contract/repatriation/manifest/routes'
import type { ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { FileProblems } from './FileProblems.tsx'
import { Finish } from './Finish.tsx'
import { Mapping } from './Mapping.tsx'
import { Rows } from './Rows.tsx'

export function ListPage() {
  const { list = '' } = useParams({ strict: false }) as { list?: string } // the route names it
  const { language } = useLoaded()
  return (
    <Answered query={useGet(getImport, { params: { id: list }, query: { language } })}>
      {({ body, etag }) => <OneList key={body.id} list={body} etag={etag ?? ''} />}
    </Answered>
  )
}

const steps = ['map', 'rows', 'done'] as const

function OneList({ list, etag }: { list: ManifestImport; etag: string }) {
  const t = useT()
  const format = useFormat()
  // Somebody who comes back to a list that was compared goes on with its rows.
  const [mapped, setMapped] = useState(list.counts.unmatched < list.counts.rows)
  const here = list.state === 'imported' ? 'done' : mapped || !list.mappable ? 'rows' : 'map'
  return (
    <>
      <PageHead
        title={t('manifest.list')}
        eyebrow={<Link to={`/operations/${list.operationId}/imports`}>{t('manifest.title')}</Link>}
        facts={[
          t('manifest.one', { when: format.relative(list.broughtAt), who: list.broughtBy }),
          t('manifest.rows', { n: list.counts.rows }),
          <StatePill key="state" kind={list.state === 'imported' ? 'ok' : 'wait'}>
            {t(`manifest.state.${list.state}`)}
          </StatePill>,
        ]}
        acts={list.state === 'open' && <Drop list={list} etag={etag} />}
      />
      <div className="k-stack">
        <Steps
          label={t('manifest.steps')}
          here={here}
          steps={steps.map(id => ({ id, word: t(`manifest.step.${id}`) }))}
        />
        <FileProblems list={list} />
        {here === 'map' && <Mapping list={list} etag={etag} onMapped={() => setMapped(true)} />}
        {here !== 'map' && (
          <>
            {here === 'rows' && list.mappable && (
              <div>
                <Button variant="subtle" onClick={() => setMapped(false)}>
                  {t('manifest.mapAgain')}
                </Button>
              </div>
            )}
            <Rows list={list} />
            <Finish list={list} />
          </>
        )}
      </div>
    </>
  )
}

function Drop({ list, etag }: { list: ManifestImport; etag: string }) {
  const t = useT()
  const navigate = useNavigate()
  const drop = useSend(dropImport)
  const [asked, setAsked] = useState(false)
  const go = () =>
    drop.mutate(
      { input: { params: { id: list.id } }, options: { ifMatch: etag } },
      { onSuccess: () => void navigate({ to: `/operations/${list.operationId}/imports` }) },
    )
  return (
    <Button
      variant="default"
      {...(asked ? { color: 'red' } : {})}
      loading={drop.isPending}
      onClick={() => (asked ? go() : setAsked(true))}
    >
      {t(asked ? 'manifest.drop.sure' : 'manifest.drop')}
    </Button>
  )
}
