/** Two saved at once: both readings of each paragraph, and a choice for each before anything is saved. */
import type { Block } from '@kerege/contract/council/documents/text'
import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { BlockView } from '../Blocks.tsx'
import css from '../documents.module.css'
import type { Met } from './useWriting.ts'

interface Props {
  met: Met
  language: string
  onChoose: (chosen: Record<string, 'mine' | 'theirs'>) => void
}

export function MetCard({ met, language, onChoose }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>(() =>
    Object.fromEntries(met.meetings.flatMap(one => (one.likely ? [[one.id, one.likely]] : []))),
  )
  const words = (block: Block | undefined) =>
    block ? <BlockView block={block} /> : <p className="k-dim">{t('council.doc.absent')}</p>
  return (
    <Card title={t('council.doc.met', { n: met.version })}>
      <Notice kind="wait" live>
        {t('council.doc.metText')}
      </Notice>
      <ul className={css.stack}>
        {met.meetings.map(one => (
          <li key={one.id}>
            <Radio.Group
              aria-label={t('council.doc.compare')}
              value={chosen[one.id] ?? ''}
              onChange={side => setChosen({ ...chosen, [one.id]: side as 'mine' | 'theirs' })}
            >
              <div className={`${css.block} ${css.pair}`}>
                <div>
                  <Radio value="mine" label={t('council.doc.mine')} />
                  <div lang={language}>{words(one.mine)}</div>
                </div>
                <div>
                  <Radio value="theirs" label={t('council.doc.theirs')} />
                  <div lang={language}>{words(one.theirs)}</div>
                </div>
              </div>
            </Radio.Group>
          </li>
        ))}
      </ul>
      <Button mt="md" disabled={met.meetings.some(one => !chosen[one.id])} onClick={() => onChoose(chosen)}>
        {t('council.doc.take')}
      </Button>
    </Card>
  )
}
