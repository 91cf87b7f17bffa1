/** One act of sharing: to whom, for what, on what it rested, and exactly what was told. */
import type { Disclosure } from '@kerege/contract/consents/tellingSchema'
import { Link, useParams } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PapersButton } from '../../reception/PapersButton.tsx'
import { useDisclosure } from './api.ts'
import { saidText } from '../words.ts'
import { Rests } from './ToldList.tsx'

export function DisclosurePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useDisclosure(id)}>{({ body }) => <Whole one={body} />}</Answered>
}

function Whole({ one }: { one: Disclosure }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={t('consents.one')}
        shown={<bdi>{one.contact.organisation}</bdi>}
        eyebrow={
          <Link to={`/sharing/of/${one.personId}`}>
            <bdi>{one.person}</bdi>
          </Link>
        }
        facts={[format.date(one.toldOn, 'text'), <Rests key="rests" row={one} />]}
        acts={<PapersButton papers={['sharing-note']} query={{ disclosureId: one.id }} />}
      />
      <div className="k-stack">
        {one.effect && one.effect !== 'in-effect' && (
          <Notice kind="wait">{t('consents.stoppedSince')}</Notice>
        )}
        <Card title={t('consents.one')}>
          <Facts
            facts={one.fields.map(({ field, value }) => [
              t(`consents.field.${field}`),
              <bdi key={field}>{value}</bdi>,
            ])}
          />
          {one.notShown > 0 && <p className="k-dim">{t('consents.notShown', { n: one.notShown })}</p>}
        </Card>
        <Card>
          <Facts
            facts={[
              [
                t('consents.column.rests'),
                one.voices.length === 0 ? (
                  [t(`consents.rests.${one.rests}`), one.basisWords].filter(Boolean).join(': ')
                ) : (
                  <ul key="rests">
                    {one.voices.map(voice => (
                      <li key={voice.id} dir="auto">
                        {[
                          saidText(voice, t),
                          voice.effect !== 'in-effect' && t(`consents.effect.${voice.effect}`),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </li>
                    ))}
                  </ul>
                ),
              ],
              ...(one.purpose
                ? [[t('consents.purposes'), t(`consents.purpose.${one.purpose}`)] as const]
                : []),
              [t('consents.tell.how'), t(`consents.how.${one.how}`)],
              [t('consents.column.by'), one.by.name],
              ...(one.contact.person ? [[t('consents.contact.person'), one.contact.person] as const] : []),
              ...(one.despite ? [[t('consents.tell.despite'), one.despite] as const] : []),
            ]}
          />
        </Card>
      </div>
    </>
  )
}
