/** The results framework: what is meant to come of the work, and which indicators are reported. Nobody is compared. */
import { matrixStates } from '@kerege/contract/council/initiatives/codes'
import { keepingRights } from '@kerege/contract/council/initiatives/routes'
import { importValues, previewValues, viewFramework } from '@kerege/contract/council/results/routes'
import type { Framework, IndicatorRow, Result } from '@kerege/contract/council/results/schema'
import { Button } from '@mantine/core'
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { known, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ExportDialog } from '../../../ui/list/ExportDialog.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { Bring } from '../parts/Bring.tsx'
import { Said } from '../parts/Said.tsx'
import { Figures } from './Figures.tsx'
import { IndicatorDrawer } from './IndicatorDrawer.tsx'
import own from './results.module.css'
import { type Place, ResultDrawer } from './ResultDrawer.tsx'
import { periodText } from './words.ts'

const sheetRoutes = { preview: previewValues, take: importValues }

export function ResultsPage() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const rights = useGet(keepingRights, {}).data?.body
  const [leaving, leave] = useState(false)
  const [bringing, bring] = useState(false)
  return (
    <>
      <PageHead
        title={t('results.title')}
        facts={[t('results.lede')]}
        acts={
          <>
            <PrintButton />
            {(rights?.all || rights?.party?.classification === 'member') && (
              <Button
                variant="default"
                leftSection={<IconUpload size={18} stroke={1.7} />}
                onClick={() => bring(true)}
              >
                {t('results.bring')}
              </Button>
            )}
            {may('export') && (
              <Button
                variant="default"
                leftSection={<IconDownload size={18} stroke={1.7} />}
                onClick={() => leave(true)}
              >
                {t('ui.list.export')}
              </Button>
            )}
          </>
        }
      />
      <Answered query={useGet(viewFramework, {})}>{({ body }) => <Tree framework={body} />}</Answered>
      <Drawer opened={bringing} onClose={() => bring(false)} title={t('results.bring')}>
        <p>{t('results.bringText')}</p>
        <Bring
          routes={sheetRoutes}
          columnName={field => t(known(`results.column.${field}`) ?? 'results.column.value')}
          onDone={() => bring(false)}
        />
      </Drawer>
      <ExportDialog
        opened={leaving}
        onClose={() => leave(false)}
        onExport={(reason, format) => takeOut('results', {}, reason, format, language)}
      />
    </>
  )
}

function Tree({ framework }: { framework: Framework }) {
  const t = useT()
  const may = useMay()('council.prepare')
  const [place, setPlace] = useState<Place>()
  const [output, setOutput] = useState<string>()
  const shown = framework.pillars.filter(
    pillar => may || framework.results.some(one => one.underId === pillar.id),
  )
  return (
    <div className="k-stack">
      {framework.results.length === 0 && !may && (
        <EmptyState title={t('results.none')}>{t('results.noneText')}</EmptyState>
      )}
      {shown.map(pillar => (
        <Card
          key={pillar.id}
          flush
          title={
            <>
              {pillar.code}. <Said text={pillar.name} />
            </>
          }
          side={
            may &&
            !pillar.retired && (
              <Button
                variant="subtle"
                className="k-screen"
                onClick={() => setPlace({ kind: 'outcome', underId: pillar.id })}
              >
                {t('results.addOutcome')}
              </Button>
            )
          }
        >
          {framework.results
            .filter(one => one.underId === pillar.id)
            .map(outcome => (
              <Outcome
                key={outcome.id}
                outcome={outcome}
                framework={framework}
                may={may}
                open={setPlace}
                add={setOutput}
              />
            ))}
          {!framework.results.some(one => one.underId === pillar.id) && (
            <p className={css.empty}>{t('results.nothingYet')}</p>
          )}
        </Card>
      ))}
      <ResultDrawer key={JSON.stringify(place)} place={place} onClose={() => setPlace(undefined)} />
      <IndicatorDrawer outputId={output} opened={output !== undefined} onClose={() => setOutput(undefined)} />
    </div>
  )
}

interface Branch {
  framework: Framework
  may: boolean
  open: (place: Place) => void
  add: (outputId: string) => void
}

function Outcome({ outcome, framework, may, open, add }: Branch & { outcome: Result }) {
  const t = useT()
  return (
    <section className={own.outcome} aria-label={outcome.code}>
      <Head result={outcome} may={may} open={open}>
        <Button variant="subtle" size="xs" onClick={() => open({ kind: 'output', underId: outcome.id })}>
          {t('results.addOutput')}
        </Button>
      </Head>
      {framework.results
        .filter(one => one.underId === outcome.id)
        .map(output => (
          <section key={output.id} className={own.output} aria-label={output.code}>
            <Head result={output} may={may} open={open}>
              <Button
                variant="subtle"
                size="xs"
                leftSection={<IconPlus size={16} stroke={1.7} />}
                onClick={() => add(output.id)}
              >
                {t('results.addIndicator')}
              </Button>
            </Head>
            <ul className={css.rows}>
              {framework.indicators
                .filter(one => one.outputId === output.id && (may || !one.retired))
                .map(one => (
                  <Indicator key={one.id} row={one} may={may} />
                ))}
            </ul>
          </section>
        ))}
    </section>
  )
}

function Head({
  result,
  may,
  open,
  children,
}: {
  result: Result
  may: boolean
  open: (place: Place) => void
  children: ReactNode
}) {
  const t = useT()
  return (
    <div className={own.head}>
      <h3>
        <span className="k-dim">{t(`results.${result.kind}`)} </span>
        {result.code} <Said text={result.title} />
      </h3>
      {may && (
        <span className="k-row k-screen">
          <Button variant="subtle" size="xs" onClick={() => open({ result })}>
            {t('initiatives.change')}
          </Button>
          {!result.retired && children}
        </span>
      )}
    </div>
  )
}

function Indicator({ row, may }: { row: IndicatorRow; may: boolean }) {
  const t = useT()
  const format = useFormat()
  const { period, reported, open } = row.coverage
  const silent = matrixStates.filter(state => !reported.includes(state)).map(format.country)
  return (
    <li>
      <div className={css.words}>
        <Link to={`/results/${row.id}`}>
          {row.code} <Said text={row.title} />
        </Link>
        <div className="k-dim k-small">
          {silent.length === 0
            ? t('results.allReported', { period: periodText(period, t) })
            : t('results.silent', { period: periodText(period, t), states: format.list(silent) })}
        </div>
        <Figures row={row} />
      </div>
      {row.retired && <StatePill kind="mute">{t('initiatives.retired')}</StatePill>}
      {may && open > 0 && <StatePill kind="wait">{t('results.openN', { n: open })}</StatePill>}
    </li>
  )
}
