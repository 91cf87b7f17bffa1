/** All accepted rows at once, and taking the whole batch back until the list is frozen. */
import type { ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { finishImport, goOnWithParked, undoImport } from '@kerege/contract/repatriation/manifest/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { AreaField } from '../../../ui/form/AreaField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import css from './manifest.module.css'

export function Finish({ list }: { list: ManifestImport }) {
  const t = useT()
  if (list.state === 'imported') return <Done list={list} />
  if (list.counts.unmatched > 0) return null
  if (list.counts.open > 0 || list.counts.accepted === 0) {
    return (
      <Notice kind="info">
        {list.counts.open > 0
          ? t('manifest.problem.import-undecided', { rows: list.counts.open })
          : t('manifest.problem.import-nobody')}
      </Notice>
    )
  }
  return (
    <Card title={t('manifest.finish.title')}>
      <FinishForm list={list} />
    </Card>
  )
}

function FinishForm({ list }: { list: ManifestImport }) {
  const t = useT()
  const form = useForm({
    name: `manifest.finish.${list.id}`,
    schema: bodyOf(finishImport),
    draft: false,
    initial: {},
    send: (body, options) => send(finishImport, { params: { id: list.id }, body }, options),
    onDone: () => void queryClient.invalidateQueries(),
  })
  return (
    <Form form={form} submit={t('manifest.finish.go', { n: list.counts.accepted })}>
      <p>{t('manifest.finish.text', { accepted: list.counts.accepted, parked: list.counts.parked })}</p>
      <AreaField at="/area" label={t('manifest.finish.area')} hint={t('manifest.finish.areaHint')} />
    </Form>
  )
}

function Done({ list }: { list: ManifestImport }) {
  const t = useT()
  const undo = useSend(undoImport)
  const [asked, setAsked] = useState(false)
  return (
    <Card title={t('manifest.done.title')}>
      <p>{t('manifest.done.text', { n: list.counts.accepted })}</p>
      <div className={css.acts}>
        <Button component={Link} to={`/operations/${list.operationId}`}>
          {t('manifest.done.open')}
        </Button>
        {list.undoable && (
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('manifest.undo')}
          </Button>
        )}
      </div>
      {list.counts.parked > 0 && <GoOnWithParked list={list} />}
      {!list.undoable && <p className="k-dim k-small">{t('manifest.problem.import-frozen')}</p>}
      <ReasonDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('manifest.undo.title')}
        consequence={t('manifest.undo.text', { n: list.counts.accepted })}
        act={t('manifest.undo')}
        slice="manifest"
        onAct={reason => undo.mutateAsync({ input: { params: { id: list.id }, body: { reason } } })}
      />
    </Card>
  )
}

/** Who waited when the others came in is taken up again, as a list of their own. */
function GoOnWithParked({ list }: { list: ManifestImport }) {
  const t = useT()
  const navigate = useNavigate()
  const goOn = useSend(goOnWithParked)
  const [importId] = useState(newId)
  const go = () =>
    goOn.mutate(
      { input: { params: { id: list.id }, body: { importId } } },
      {
        onSuccess: ({ body }) => void navigate({ to: `/operations/${list.operationId}/imports/${body.id}` }),
      },
    )
  return (
    <div className="k-stack">
      <div className={css.acts}>
        <Button variant="default" loading={goOn.isPending} onClick={go}>
          {t('manifest.goOn', { n: list.counts.parked })}
        </Button>
      </div>
      <p className="k-dim k-small">{t('manifest.goOnNote')}</p>
      {goOn.error && (
        <Notice kind="stop" live>
          {problemText(goOn.error, 'manifest')}
        </Notice>
      )}
    </div>
  )
}
