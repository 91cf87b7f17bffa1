/** What became of a paper: newest first, with who, when and why; what was taken back stays, struck through. */
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Joint } from '../../ui/Joint.tsx'
import { takeBack } from './api.ts'
import css from './papers.module.css'

export function Became({ paper }: { paper: Paper }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card
      title={t('papers.became')}
      foot={
        paper.mayUndo && (
          <div className={css.undo}>
            <Button variant="default" onClick={() => void takeBack(paper.id)}>
              {t('papers.undo')}
            </Button>
            <span className="k-dim">{t('papers.undoText')}</span>
          </div>
        )
      }
    >
      <ol className={css.became}>
        {paper.transitions.toReversed().map(step => (
          <li key={`${step.at} ${step.to}`}>
            <Joint state={step.undone ? 'to-come' : 'done'} size={14} />
            <div>
              <div>
                {step.undone ? <s>{t(`papers.state.${step.to}`)}</s> : t(`papers.state.${step.to}`)}
                {', '}
                {format.date(step.on)}
                {step.undone && ` · ${t('papers.undone')}`}
              </div>
              {step.reason && <div dir="auto">{t('papers.quote', { text: step.reason })}</div>}
              <div className="k-dim k-small">
                {step.by.name}
                {' · '}
                <time dateTime={step.at}>{format.date(step.at, 'exact')}</time>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
