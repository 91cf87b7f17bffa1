/** One collection in its order, each practice with where it is used. Printed as it stands. */
import {
  getCollection,
  listCollections,
  removeCollection,
} from '@kerege/contract/practices/collections/routes'
import type { Collection } from '@kerege/contract/practices/collections/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { SaidFully } from '../../council/parts/Said.tsx'
import css from '../adoption/adoption.module.css'
import { PracticeLink, UsesLine } from '../adoption/state.tsx'
import { useGroupName } from './groupName.ts'

export function CollectionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getCollection, { params: { id } })}>
      {({ body }) => <OneCollection collection={body} />}
    </Answered>
  )
}

function OneCollection({ collection }: { collection: Collection }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const groupName = useGroupName()
  const [removing, setRemoving] = useState(false)
  return (
    <>
      <PageHead
        title={format.text(collection.title).text}
        eyebrow={<Link to="/collections">{t('practices.collection.list')}</Link>}
        facts={[
          t(collection.curated ? 'practices.collection.curated' : 'practices.collection.by', {
            name: collection.by,
          }),
          ...(collection.group ? [groupName(collection.group)] : []),
          ...(collection.domains.length > 0 ? [domainsText(collection.domains)] : []),
        ]}
        acts={
          collection.mayChange && (
            <>
              <Button variant="subtle" onClick={() => setRemoving(true)}>
                {t('practices.collection.remove')}
              </Button>
              <Button component={Link} to={`/collections/${collection.id}/edit`}>
                {t('practices.collection.change')}
              </Button>
            </>
          )
        }
      />
      <div className="k-stack">
        {collection.about && (
          <Card>
            <SaidFully text={collection.about} />
          </Card>
        )}
        <Card flush title={t('practices.collection.items')}>
          {collection.items.length === 0 && <p className={css.empty}>{t('practices.collection.empty')}</p>}
          <ol className={css.rows}>
            {collection.items.map(({ practice, summary, uses }) => {
              const text = summary && format.text(summary)
              return (
                <li key={practice.id}>
                  <div className={css.words}>
                    <PracticeLink practice={practice} />
                    {text && (
                      <p className="k-dim k-small" lang={text.language} dir="auto">
                        {text.text}
                      </p>
                    )}
                  </div>
                  <span className="k-small">
                    <UsesLine uses={uses} />
                  </span>
                </li>
              )
            })}
          </ol>
        </Card>
      </div>
      <Removing collection={collection} opened={removing} onClose={() => setRemoving(false)} />
    </>
  )
}

function Removing({
  collection,
  opened,
  onClose,
}: {
  collection: Collection
  opened: boolean
  onClose: () => void
}) {
  const t = useT()
  const navigate = useNavigate()
  const remove = useSend(removeCollection)
  const go = () =>
    remove.mutate(
      { input: { params: { id: collection.id } } },
      {
        onSuccess: async () => {
          await queryClient.invalidateQueries({ queryKey: [listCollections.method, listCollections.path] })
          await navigate({ to: '/collections' })
        },
      },
    )
  return (
    <Dialog opened={opened} onClose={onClose} title={t('practices.collection.removeAsk')}>
      <div className="k-stack">
        <p>{t('practices.collection.removeText')}</p>
        <div className={css.acts}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={go}>
            {t('practices.collection.remove')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
