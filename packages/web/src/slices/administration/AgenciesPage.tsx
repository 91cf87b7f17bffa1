/** Agencies of this node and their teams. */
import { listAgencies } from '@kerege/contract/access/routes'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { AgencyForm } from './AgencyForm.tsx'
import css from './administration.module.css'
import { TeamForm } from './TeamForm.tsx'

export function AgenciesPage() {
  const t = useT()
  const format = useFormat()
  const places = useGet(listAgencies, {})
  // What the drawer adds: an agency, or a team of the agency with this id.
  const [adding, add] = useState<'agency' | { teamOf: string }>()
  const close = () => add(undefined)
  return (
    <>
      <PageHead
        title={t('administration.agencies')}
        acts={
          <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => add('agency')}>
            {t('administration.addAgency')}
          </Button>
        }
      />
      <Answered query={places}>
        {({ body }) => (
          <>
            {body.agencies.length === 0 && (
              <EmptyState title={t('administration.noAgencies')}>
                {t('administration.noAgenciesText')}
              </EmptyState>
            )}
            <div className={css.agencies}>
              {body.agencies.map(agency => {
                const { text, language } = format.text(agency.name)
                const teams = body.teams.filter(team => team.agencyId === agency.id)
                return (
                  <Card
                    key={agency.id}
                    title={<span lang={language}>{text}</span>}
                    note={t(`administration.kind.${agency.kind}`)}
                  >
                    {teams.length === 0 && <p className="k-dim">{t('administration.noTeams')}</p>}
                    <ul className={css.teams}>
                      {teams.map(team => (
                        <li key={team.id}>{team.name}</li>
                      ))}
                    </ul>
                    <Button
                      variant="default"
                      aria-label={t('administration.addTeamTo', { agency: text })}
                      onClick={() => add({ teamOf: agency.id })}
                    >
                      {t('administration.addTeam')}
                    </Button>
                  </Card>
                )
              })}
            </div>
          </>
        )}
      </Answered>
      <Drawer
        opened={adding !== undefined}
        onClose={close}
        title={t(adding === 'agency' ? 'administration.addAgency' : 'administration.addTeam')}
      >
        {adding === 'agency' && <AgencyForm onDone={close} />}
        {typeof adding === 'object' && <TeamForm agencyId={adding.teamOf} onDone={close} />}
      </Drawer>
    </>
  )
}
