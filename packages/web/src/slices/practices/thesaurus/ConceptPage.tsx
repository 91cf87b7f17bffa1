/** One concept: its labels and place, where it is used, and taking it out where nothing needs it. */
import { changeConcept, getConcept, removeConcept } from '@kerege/contract/practices/thesaurus/routes'
import type { Concept } from '@kerege/contract/practices/thesaurus/schema'
import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ConceptFields, useLabels } from './ConceptFields.tsx'
import { joined, shape } from './shape.ts'

export function ConceptPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getConcept, { params: { id } })}>
      {({ body }) => <One key={`${body.id} ${body.version}`} concept={body} />}
    </Answered>
  )
}

function One({ concept }: { concept: Concept }) {
  const t = useT()
  const { id, version, label, alternatives, broader, related } = concept
  const name = useLabels()(id)
  const form = useForm({
    name: `thesaurus.${id}`,
    schema: bodyOf(changeConcept),
    initial: { label, alternatives: joined(alternatives), broader, related },
    shape,
    send: (body, options) =>
      send(changeConcept, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: async () => {
      toast(t('thesaurus.saved'))
      await queryClient.invalidateQueries()
    },
  })
  return (
    <>
      <PageHead
        title={name}
        eyebrow={<Link to="/thesaurus">{t('thesaurus.title')}</Link>}
        facts={[
          <bdi key="id" lang="en">
            {id}
          </bdi>,
          t('thesaurus.usesN', { n: concept.uses }),
        ]}
      />
      <div className="k-stack k-narrow">
        <Card>
          <Form form={form} submit={t('thesaurus.save')}>
            <ConceptFields id={id} />
          </Form>
        </Card>
        <UsedCard concept={concept} />
      </div>
    </>
  )
}

function UsedCard({ concept }: { concept: Concept }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const nameOf = useLabels()
  const remove = useSend(removeConcept)
  const [asking, ask] = useState(false)
  const { id, uses, usedIn, narrower } = concept
  const isFree = uses === 0 && narrower.length === 0
  const hidden = uses - usedIn.length
  return (
    <Card title={t('thesaurus.usedIn')}>
      <div className="k-stack">
        {uses === 0 && <p>{t('thesaurus.notUsed')}</p>}
        {usedIn.length > 0 && (
          <ul>
            {usedIn.map(one => (
              <li key={one.id}>
                <Link to={`/practices/${one.id}`}>{format.text(one.title).text}</Link>{' '}
                <span className="k-dim">{one.symbol}</span>
              </li>
            ))}
          </ul>
        )}
        {hidden > 0 && <p className="k-dim">{t('thesaurus.hiddenUses', { n: hidden })}</p>}
        {narrower.length > 0 && (
          <div>
            <h3>{t('thesaurus.narrower')}</h3>
            <ul>
              {narrower.map(one => (
                <li key={one}>
                  <Link to={`/thesaurus/concepts/${one}`}>{nameOf(one)}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        {isFree ? (
          <div>
            <Button
              variant="default"
              leftSection={<IconTrash size={18} stroke={1.7} />}
              onClick={() => ask(true)}
            >
              {t('thesaurus.remove')}
            </Button>
          </div>
        ) : (
          <p className="k-dim">{t('thesaurus.removeBlocked')}</p>
        )}
      </div>
      <ReasonDialog
        opened={asking}
        onClose={() => ask(false)}
        title={t('thesaurus.removeTitle')}
        consequence={t('thesaurus.removeText')}
        act={t('thesaurus.remove')}
        slice="thesaurus"
        onAct={async reason => {
          await remove.mutateAsync({ input: { params: { id }, body: { reason } } })
          await navigate({ to: '/thesaurus' })
        }}
      />
    </Card>
  )
}
