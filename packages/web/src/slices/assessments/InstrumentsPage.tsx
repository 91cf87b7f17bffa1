/** What this node has of each questionnaire: official texts by language, and cut-offs of its own. */
import type { InstrumentRow } from '@kerege/contract/assessments/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useInstruments } from './api.ts'
import css from './assessments.module.css'
import { CutOffDrawer } from './CutOffDrawer.tsx'
import { TextDrawer } from './TextDrawer.tsx'

export function InstrumentsPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('assessments.instruments')}
        facts={[t('assessments.instruments.lead'), t('assessments.text.never')]}
      />
      <Answered query={useInstruments()}>
        {({ body }) => (
          <div className="k-stack">
            {body.rows.map(row => (
              <OneInstrument key={row.id} row={row} />
            ))}
          </div>
        )}
      </Answered>
    </>
  )
}

function OneInstrument({ row }: { row: InstrumentRow }) {
  const t = useT()
  const may = useMay()
  const { table } = useLoaded()
  const [over, setOver] = useState<'text' | 'cut-off'>()
  const language = (tag: string) => table.languages[tag as keyof typeof table.languages] ?? tag
  return (
    <Card title={row.title} note={row.licence}>
      {row.texts.length === 0 && <p className="k-dim">{t('assessments.text.none')}</p>}
      <ul>
        {row.texts.map(text => (
          <li key={text.language}>
            <strong>{language(text.language)}</strong>
            <div className="k-dim k-small">{[text.source, text.licence].join(' · ')}</div>
          </li>
        ))}
      </ul>
      {row.cutOffs.map(cutOff => (
        <div key={cutOff.id}>
          {t('assessments.cut.published', { n: cutOff.published })}
          <ul>
            {cutOff.own.map(one => (
              <li key={one.language}>
                {t('assessments.cut.own', { language: language(one.language), n: one.value })}
                <div className="k-dim k-small">{one.source}</div>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {may('instruments.administer') && (
        <div className={css.acts}>
          <Button variant="default" onClick={() => setOver('text')}>
            {t('assessments.text.add')}
          </Button>
          {row.cutOffs.length > 0 && (
            <Button variant="default" onClick={() => setOver('cut-off')}>
              {t('assessments.cut.set')}
            </Button>
          )}
        </div>
      )}
      <TextDrawer row={row} opened={over === 'text'} onClose={() => setOver(undefined)} />
      <CutOffDrawer row={row} opened={over === 'cut-off'} onClose={() => setOver(undefined)} />
    </Card>
  )
}
