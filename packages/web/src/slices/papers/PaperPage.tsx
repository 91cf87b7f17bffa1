/** One paper: what it keeps closed is said first, then the way to it with one button, then what happened so far. */
import { isOpen } from '@kerege/contract/people/papers/rules'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { IconPencil, IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { usePaper, usePaperName } from './api.ts'
import { Became } from './Became.tsx'
import { Closed } from './Closed.tsx'
import { Issued } from './Issued.tsx'
import { Moves } from './Moves.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import css from './papers.module.css'
import { Proof } from './Proof.tsx'
import { Way } from './Way.tsx'
import { officeText, stateKind, waitText } from './words.ts'

export function PaperPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={usePaper(id)}>
      {({ body, etag }) => <OnePaper key={body.id} paper={body} etag={etag ?? ''} />}
    </Answered>
  )
}

function OnePaper({ paper, etag }: { paper: Paper; etag: string }) {
  const t = useT()
  const name = usePaperName()(paper)
  const blocked = paper.blocks.length > 0
  return (
    <>
      <div className="k-screen">
        <PageHead
          title={t('papers.paper')}
          shown={name}
          eyebrow={
            <Link to={`/people/${paper.personId}`}>
              <bdi>{paper.person}</bdi>
            </Link>
          }
          facts={[
            <StatePill key="state" kind={stateKind[paper.state]}>
              {t(`papers.state.${paper.state}`)}
            </StatePill>,
            <StatePill key="wait" kind={blocked ? 'stop' : 'mute'}>
              {waitText(paper, t)}
            </StatePill>,
          ]}
          acts={<Acts paper={paper} />}
        />
      </div>
      {paper.twins > 0 && (
        <Notice
          kind="wait"
          act={
            <Button variant="default" component={Link} to={`/people/${paper.personId}/identity`}>
              {t('papers.open')}
            </Button>
          }
        >
          {t('papers.twins', { n: paper.twins })}
        </Notice>
      )}
      {paper.state === 'issued' && <Issued paper={paper} />}
      <div className="k-aside k-screen">
        <div className="k-stack">
          <Card title={t('papers.way')} stop={blocked}>
            <div className={css.body}>
              <Closed blocks={paper.blocks} />
              {paper.obstacle && isOpen(paper.state) && <p dir="auto">{paper.obstacle}</p>}
              <Way paper={paper} />
            </div>
          </Card>
          {paper.mayChange && (
            <Card title={t('papers.what')}>
              <Moves paper={paper} />
            </Card>
          )}
          <Proof paper={paper} etag={etag} />
        </div>
        <aside className="k-stack" aria-label={t('papers.facts')}>
          <InShort paper={paper} />
          <Became paper={paper} />
        </aside>
      </div>
      <PaperSheet paper={paper} name={name} />
    </>
  )
}

function Acts({ paper }: { paper: Paper }) {
  const t = useT()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.7} />}
        onClick={() => window.print()}
      >
        {t('papers.print')}
      </Button>
      {paper.mayChange && (
        <Button
          variant="default"
          component={Link}
          to={`/papers/${paper.id}/edit`}
          leftSection={<IconPencil size={18} stroke={1.7} />}
        >
          {t('papers.change')}
        </Button>
      )}
    </>
  )
}

function InShort({ paper }: { paper: Paper }) {
  const t = useT()
  const format = useFormat()
  const office = officeText(paper.office)
  return (
    <Card title={t('papers.facts')}>
      <div className={css.narrow}>
        <Facts
          facts={[
            [t('papers.field.fact'), t(`papers.fact.${paper.fact}`)],
            [t('papers.field.pathway'), t(`papers.pathway.${paper.pathway}`)],
            ...(office ? [[t('papers.field.office'), <bdi key="office">{office}</bdi>] as const] : []),
            ...(paper.office?.contact
              ? [[t('papers.field.officeContact'), <bdi key="contact">{paper.office.contact}</bdi>] as const]
              : []),
            [t('papers.since'), format.date(paper.waitingSince)],
            ...(paper.filedOn ? [[t('papers.filedSince'), format.date(paper.filedOn)] as const] : []),
            ...(paper.nextOn && isOpen(paper.state)
              ? [[t('papers.field.nextOn'), format.date(paper.nextOn)] as const]
              : []),
            [t('papers.field.responsible'), paper.responsible.name],
          ]}
        />
      </div>
    </Card>
  )
}
