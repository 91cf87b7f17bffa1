/** One service: what and for whom, where and when, how to reach it, and who last made sure. */
import { verifyService } from '@kerege/contract/services/routes'
import type { Place, Service } from '@kerege/contract/services/schema'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import { useOrganisations, useService } from './api.ts'
import { Said, Stand } from './Said.tsx'
import { OrganisationDrawer } from './OrganisationDrawer.tsx'
import css from './services.module.css'
import { agesText, hoursText } from './words.ts'

export function ServicePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useService(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

function One({ one }: { one: Service }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={format.text(one.name).text}
        eyebrow={
          <>
            <Link to="/services">{t('services.title')}</Link>
            {' · '}
            <Said text={one.organisation.name} />
          </>
        }
        facts={[<Stand key="stand" row={one} />, t(`services.cost.${one.cost}`)]}
        acts={one.mayKeep && <Acts one={one} />}
      />
      <div className="k-aside">
        <div className="k-stack">
          <What one={one} />
          <Where places={one.places} />
        </div>
        <Reach one={one} />
      </div>
    </>
  )
}

function Acts({ one }: { one: Service }) {
  const t = useT()
  const verify = useSend(verifyService)
  const act = () =>
    verify.mutate(
      { input: { params: { id: one.id }, body: { seen: one.version } } },
      { onSuccess: () => toast(t('services.verify.done')) },
    )
  return (
    <>
      {verify.error && (
        <Notice kind="stop" live>
          {problemText(verify.error, 'services')}
        </Notice>
      )}
      <Button leftSection={<IconCheck size={18} stroke={1.7} />} loading={verify.isPending} onClick={act}>
        {t('services.verify')}
      </Button>
      <Button variant="default" component={Link} to={`/services/${one.id}/change`}>
        {t('services.change')}
      </Button>
    </>
  )
}

type Fact = readonly [string, ReactNode]
const said = (label: string, value: ReactNode): Fact[] => (value ? [[label, value]] : [])

function What({ one }: { one: Service }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const text = (map: Service['description']) =>
    map && (
      <div className={css.text}>
        <Said text={map} />
      </div>
    )
  return (
    <Card title={t('services.what')}>
      <Facts
        facts={[
          ...said(t('services.description'), text(one.description)),
          ...said(t('services.domains'), one.domains.map(domain => t(`domains.${domain}`)).join(', ')),
          ...said(t('services.eligibility'), text(one.eligibility)),
          ...said(t('services.ages'), agesText(one, t)),
          ...said(t('services.languages'), format.list(one.languages.map(format.language))),
          [
            t('services.area'),
            one.areas.length === 0 ? t('services.area.all') : format.list(one.areas.map(areas.name)),
          ],
          ...said(t('services.apply'), text(one.apply)),
          ...said(t('services.costNote'), one.costNote),
          ...said(t('services.capacity'), one.capacity),
        ]}
      />
    </Card>
  )
}

function Where({ places }: { places: readonly Place[] }) {
  const t = useT()
  const areas = useAreas()
  return (
    <Card flush title={t('services.where')}>
      {places.length === 0 && <p className={css.none}>{t('services.where.none')}</p>}
      <ul className={css.places}>
        {places.map(place => (
          <li key={place.id} className={css.place}>
            <strong>{place.name ?? areas.name(place.area)}</strong>
            <span>{[place.address, place.name && areas.name(place.area)].filter(Boolean).join(' · ')}</span>
            {place.phone && <Phone number={place.phone} />}
            {place.hours.map(hours => (
              <span key={hoursText(hours, t)} className="k-num">
                {hoursText(hours, t)}
              </span>
            ))}
            {place.hoursNote && <span className="k-dim">{place.hoursNote}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Phone = ({ number }: { number: string }) => (
  <a className="k-num" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
    {number}
  </a>
)

function Reach({ one }: { one: Service }) {
  const t = useT()
  const format = useFormat()
  const [changing, change] = useState(false)
  const organisation = useOrganisations().data?.find(row => row.id === one.organisationId)
  const phone = one.phone ?? organisation?.phone
  const email = one.email ?? organisation?.email
  const website = one.website ?? organisation?.website
  const { verifiedOn, verifiedBy } = one
  return (
    <aside aria-label={t('services.reach')}>
      <Card
        title={t('services.reach')}
        foot={
          one.mayKeep &&
          organisation && (
            <Button variant="subtle" onClick={() => change(true)}>
              {t('services.organisation.change')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t('services.organisation'), <Said key="name" text={one.organisation.name} />],
            [t('services.organisation.kind'), t(`consents.to.${one.organisation.kind}`)],
            ...said(t('services.phone'), phone && <Phone number={phone} />),
            ...said(t('services.email'), email && <a href={`mailto:${email}`}>{email}</a>),
            ...said(
              t('services.website'),
              website && (
                <a href={website} rel="noreferrer noopener" target="_blank">
                  {website}
                </a>
              ),
            ),
            ...said(
              t('services.verified'),
              verifiedOn &&
                (verifiedBy
                  ? t('services.verified.by', { day: format.date(verifiedOn, 'text'), name: verifiedBy.name })
                  : format.date(verifiedOn, 'text')),
            ),
          ]}
        />
      </Card>
      {organisation && (
        <OrganisationDrawer one={organisation} opened={changing} onClose={() => change(false)} />
      )}
    </aside>
  )
}
