/** How far the search follows the thesaurus, and the steps that were taken, the last of which can be undone. */
import { thesaurusState, undoThesaurus } from '@kerege/contract/practices/thesaurus/routes'
import type { ThesaurusState } from '@kerege/contract/practices/thesaurus/schema'
import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keyOf, send, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { useLabels } from './ConceptFields.tsx'

/** Asked again while the library is being written anew, and no longer. */
const lookEveryMs = 4000

export function StepsCard() {
  const t = useT()
  const query = useQuery({
    queryKey: keyOf(thesaurusState, {}),
    queryFn: ({ signal }) => send(thesaurusState, {}, { signal }),
    refetchInterval: ({ state }) => {
      const index = state.data?.body.index
      return index && index.done < index.whole ? lookEveryMs : false
    },
  })
  return (
    <Card title={t('thesaurus.steps')}>
      <Answered query={query} rows={2}>
        {({ body }) => (
          <div className="k-stack">
            <Follows index={body.index} />
            {body.steps.length === 0 ? (
              <p className="k-dim">{t('thesaurus.noSteps')}</p>
            ) : (
              <Steps state={body} />
            )}
          </div>
        )}
      </Answered>
    </Card>
  )
}

function Follows({ index: { whole, done } }: Pick<ThesaurusState, 'index'>) {
  const t = useT()
  if (done >= whole) return <p>{t('thesaurus.indexed')}</p>
  const words = t('thesaurus.index', { done, whole })
  return (
    <div>
      <p role="status">{words}</p>
      <Progress value={(done / whole) * 100} aria-label={words} />
    </div>
  )
}

const shown = 3

function Steps({ state: { steps, last } }: { state: ThesaurusState }) {
  const t = useT()
  const format = useFormat()
  const nameOf = useLabels()
  const undo = useSend(undoThesaurus)
  const [asking, ask] = useState(false)
  return (
    <>
      <ul className="k-stack">
        {steps.slice(0, shown).map(step => (
          <li key={step.id}>
            {t(`thesaurus.step.${step.kind}`)}:{' '}
            {t('thesaurus.counts', { added: step.added, changed: step.changed, removed: step.removed })}
            <div>
              {step.concepts.map(nameOf).join(', ')}
              {step.added + step.changed + step.removed > step.concepts.length && ' …'}
            </div>
            <div className="k-dim k-small">
              <bdi>{step.by}</bdi> · {format.relative(step.at)}
              {step.undone && ` · ${t('thesaurus.undone')}`}
              {step.reason && (
                <>
                  {' · '}
                  <bdi>{step.reason}</bdi>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {last && (
        <div>
          <Button variant="default" onClick={() => ask(true)}>
            {t('thesaurus.undo')}
          </Button>
        </div>
      )}
      {last && (
        <ReasonDialog
          opened={asking}
          onClose={() => ask(false)}
          title={t('thesaurus.undoTitle')}
          consequence={t('thesaurus.undoText')}
          act={t('thesaurus.undo')}
          grave={false}
          slice="thesaurus"
          onAct={reason => undo.mutateAsync({ input: { params: { id: last }, body: { reason } } })}
        />
      )}
    </>
  )
}
