/** One person on the list: where their line stands and what can follow, consent, proof, carers, needs on board. */
import type { LineFile } from '@kerege/contract/repatriation/operations/preparing'
import type { LineWithSteps, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { useLine, useLineFile, useOperation, usePeople } from '../api.ts'
import css from '../operations.module.css'
import { legsText, lineKind } from '../words.ts'
import { Care } from './Care.tsx'
import { Consents } from './Consents.tsx'
import { LineMoves } from './LineMoves.tsx'
import { Needs } from './Needs.tsx'
import { PlaceDrawer } from './PlaceDrawer.tsx'
import { Proof } from './Proof.tsx'

export function LinePage() {
  const { id = '', line: lineId = '' } = useParams({ strict: false }) as { id?: string; line?: string }
  const file = useLineFile(id, lineId)
  const line = useLine(id, lineId)
  return (
    <Answered query={useOperation(id)}>
      {({ body: operation }) => (
        <Answered query={line}>
          {({ body, etag }) => (
            <Answered query={file}>
              {({ body: kept }) => (
                <OneLine key={body.id} operation={operation} line={body} etag={etag ?? ''} file={kept} />
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

interface Props {
  operation: Operation
  line: LineWithSteps
  etag: string
  file: LineFile
}

function OneLine({ operation, line, etag, file }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={t('operations.onList')}
        shown={<bdi>{line.name}</bdi>}
        eyebrow={
          <Link to={`/operations/${operation.id}`}>
            <bdi>{operation.name}</bdi>
          </Link>
        }
        facts={[
          <StatePill key="state" kind={lineKind[line.state]}>
            {t(`operations.line.${line.state}`)}
          </StatePill>,
          format.age(line.birth),
        ]}
        acts={
          <Button variant="default" component={Link} to={`/people/${line.personId}`}>
            {t('operations.openPerson')}
          </Button>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card title={t('operations.next')}>
            <LineMoves operation={operation} line={line} />
          </Card>
          {file.consents && <Consents operation={operation} line={line} consents={file.consents} />}
          {file.evidence && <Proof operation={operation} line={line} evidence={file.evidence} />}
          {line.ageGroup !== '18-59' && line.ageGroup !== '60+' && (
            <Care operation={operation} line={line} care={file.care} />
          )}
          {file.needs && <Needs operation={operation} line={line} needs={file.needs} />}
        </div>
        <aside className="k-stack" aria-label={t('operations.place')}>
          <Place operation={operation} line={line} etag={etag} />
          <Became line={line} />
        </aside>
      </div>
    </>
  )
}

function Place({ operation, line, etag }: Omit<Props, 'file'>) {
  const t = useT()
  const format = useFormat()
  const [changing, change] = useState(false)
  const families = usePeople(operation.id).data?.body.families ?? []
  const family = families.find(one => one.id === line.familyId)
  const legs = legsText(line, operation.legs, t)
  return (
    <Card
      title={t('operations.place')}
      side={
        operation.may.keep && (
          <Button
            variant="subtle"
            leftSection={<IconPencil size={18} stroke={1.7} />}
            onClick={() => change(true)}
          >
            {t('operations.change')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('operations.family'), family ? <bdi key="family">{family.name}</bdi> : t('operations.alone')],
          ...(line.head ? [[t('operations.headShort'), t('operations.yes')] as const] : []),
          ...(line.carer ? [[t('operations.carer'), <bdi key="carer">{line.carer.name}</bdi>] as const] : []),
          ...(line.bracelet ? [[t('operations.bracelet'), line.bracelet] as const] : []),
          ...(line.braceletAsked
            ? [
                [
                  t('operations.bracelet'),
                  t('operations.braceletAsked', { asked: line.braceletAsked }),
                ] as const,
              ]
            : []),
          ...(line.forCountry
            ? [[t('operations.forCountry'), format.country(line.forCountry)] as const]
            : []),
          ...(line.basis ? [[t('operations.basis'), t(`operations.basis.${line.basis}`)] as const] : []),
          ...(legs ? [[t('operations.tab.legs'), legs] as const] : []),
        ]}
      />
      <PlaceDrawer
        operation={operation}
        line={line}
        etag={etag}
        families={families}
        opened={changing}
        onClose={() => change(false)}
      />
    </Card>
  )
}

/** The latest first. */
function Became({ line }: { line: LineWithSteps }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('operations.became')} flush>
      <ol className={css.rows}>
        {line.steps.toReversed().map(step => (
          <li key={`${step.at} ${step.to}`}>
            <div className={css.words}>
              <strong>{t(`operations.line.${step.to}`)}</strong>
              {step.reason && <p dir="auto">{step.reason}</p>}
              <p className="k-dim k-small">
                {format.date(step.at, 'exact')} · {step.by.name}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
