/** One curriculum, in its last version or in an older one that a link names. */
import { getCurriculum, withdrawCurriculum } from '@kerege/contract/practices/trainings/catalogue/routes'
import type { Curriculum } from '@kerege/contract/practices/trainings/catalogue/schema'
import { Button } from '@mantine/core'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { linkTo } from '../../../../ui/address.ts'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { useDomainsText } from '../../../../ui/domains/words.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../../ui/ReasonDialog.tsx'
import { Said, SaidFully } from '../../../council/parts/Said.tsx'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import { languagesText, useProfessionsText } from '../parts/words.ts'
import css from '../trainings.module.css'

export function CurriculumPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { number } = useSearch({ strict: false }) as { number?: string }
  const query = number ? { number } : {}
  return (
    <Answered query={useGet(getCurriculum, { params: { id }, query })}>
      {({ body }) => <One curriculum={body} />}
    </Answered>
  )
}

function One({ curriculum }: { curriculum: Curriculum }) {
  const t = useT()
  const format = useFormat()
  const [withdrawing, setWithdrawing] = useState(false)
  const { content, id } = curriculum
  return (
    <>
      <PageHead
        title={format.text(content.title).text}
        eyebrow={<Link to="/trainings/catalogue">{t('trainings.catalogue')}</Link>}
        facts={[
          <AgencyLabel key="agency" agency={curriculum.agency} />,
          t('trainings.hoursN', { n: content.hours }),
          languagesText(content.languages, format),
        ]}
        acts={
          curriculum.mayChange && (
            <>
              <Button variant="subtle" onClick={() => setWithdrawing(true)}>
                {t('trainings.catalogue.withdraw')}
              </Button>
              <Button variant="default" component={Link} to={`/trainings/catalogue/${id}/edit`}>
                {t('trainings.change')}
              </Button>
            </>
          )
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {curriculum.withdrawnReason && (
            <Notice kind="stop" title={t('trainings.catalogue.withdrawn')}>
              <bdi>{curriculum.withdrawnReason}</bdi>
            </Notice>
          )}
          {curriculum.number !== curriculum.current && (
            <Notice
              kind="info"
              act={<Link to={`/trainings/catalogue/${id}`}>{t('trainings.catalogue.current')}</Link>}
            >
              {t('trainings.catalogue.older', { n: curriculum.number })}
            </Notice>
          )}
          <Card title={t('trainings.aims')}>
            <SaidFully text={content.aims} />
          </Card>
          <Content curriculum={curriculum} />
        </div>
        <CurriculumFacts curriculum={curriculum} />
      </div>
      <ReasonDialog
        opened={withdrawing}
        onClose={() => setWithdrawing(false)}
        title={t('trainings.catalogue.withdraw')}
        consequence={t('trainings.catalogue.withdrawText')}
        act={t('trainings.catalogue.withdraw')}
        slice="trainings"
        onAct={async reason => {
          await send(
            withdrawCurriculum,
            { params: { id }, body: { reason } },
            { ifMatch: `"${curriculum.version}"` },
          )
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

function Content({ curriculum: { content } }: { curriculum: Curriculum }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      {content.modules.length > 0 && (
        <Card flush title={t('trainings.modules')}>
          <ol className={css.rows}>
            {content.modules.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a module is its place in the course
              <li key={at}>
                <div className={css.words}>
                  <Said text={one.title} />
                </div>
                <span className="k-dim k-num">{t('trainings.hoursN', { n: one.hours })}</span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {(content.materials.length > 0 || content.courseUrl) && (
        <Card flush title={t('trainings.materials')} note={t('trainings.materialsNote')}>
          <ul className={css.rows}>
            {content.courseUrl && (
              <li>
                <a href={content.courseUrl} rel="noreferrer" target="_blank">
                  {t('trainings.course')}
                </a>
              </li>
            )}
            {content.materials.map(one => (
              <li key={`${one.url} ${one.title}`}>
                <div className={css.words}>
                  <a href={one.url} rel="noreferrer" target="_blank">
                    <bdi>{one.title}</bdi>
                  </a>
                </div>
                {one.language && <span className="k-dim">{format.language(one.language)}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function CurriculumFacts({ curriculum }: { curriculum: Curriculum }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const professionsText = useProfessionsText()
  const { content, id } = curriculum
  return (
    <aside className="k-stack" aria-label={t('trainings.facts')}>
      <Card title={t('trainings.facts')}>
        <Facts
          facts={[
            [t('trainings.forWhom'), professionsText(content.professions)],
            [t('domains.title'), domainsText(content.domains)],
            [
              t('trainings.licence'),
              content.licence === 'ask' ? t('trainings.licence.ask') : content.licence,
            ],
            ...content.practiceIds.map(
              practice =>
                [
                  t('trainings.teaches'),
                  <Link key={practice} {...linkTo(`/practices/${practice}`)}>
                    {t('trainings.practice')}
                  </Link>,
                ] as const,
            ),
            ...curriculum.events.map(
              one =>
                [
                  t('trainings.title'),
                  <Link key={one.id} to={`/trainings/${one.id}`}>
                    <Said text={one.title} />
                  </Link>,
                ] as const,
            ),
          ]}
        />
      </Card>
      <Card title={t('trainings.versions')}>
        <ul className={css.inside}>
          {curriculum.versions.map(one => (
            <li key={one.number}>
              <Link {...linkTo(`/trainings/catalogue/${id}?number=${one.number}`)}>
                {t('trainings.versionNo', { n: one.number })}
              </Link>{' '}
              <span className="k-dim k-small">
                {format.date(one.at)} · <bdi>{one.by}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </aside>
  )
}
