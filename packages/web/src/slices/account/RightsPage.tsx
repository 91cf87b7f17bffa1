/** What my role may see and do, in words: sections and whose, then the acts. From the same table as the server's. */
import { compartments } from '@kerege/contract/access/compartments'
import type { Scope } from '@kerege/contract/access/roles'
import { verbs } from '@kerege/contract/access/roles'
import { IconCheck } from '@tabler/icons-react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import css from './account.module.css'

export function RightsPage() {
  const t = useT()
  const format = useFormat()
  const { hat, rights } = useSession()
  const open = new Map(rights.compartments.map(one => [one.compartment, one]))
  const whose = (scopes: readonly Scope[]) => format.list(scopes.map(scope => t(`access.scope.${scope}`)))
  const shut = compartments.filter(compartment => !open.get(compartment)?.read.length)
  return (
    <>
      <PageHead
        title={t('account.rights')}
        eyebrow={[hat.agency, hat.team].filter(Boolean).join(', ')}
        facts={[t(`access.role.${hat.role}`)]}
      />
      {open.size === 0 ? (
        <Notice kind="info">{t('account.rights.nobody')}</Notice>
      ) : (
        <Card flush title={t('account.rights.sections')} note={t('account.rights.sectionsNote')}>
          <table className={css.rights}>
            <thead>
              <tr>
                <th scope="col">{t('account.rights.section')}</th>
                <th scope="col">{t('account.rights.read')}</th>
                <th scope="col">{t('account.rights.write')}</th>
              </tr>
            </thead>
            <tbody>
              {compartments
                .filter(compartment => !shut.includes(compartment))
                .map(compartment => {
                  const { read = [], write = [] } = open.get(compartment) ?? {}
                  return (
                    <tr key={compartment}>
                      <th scope="row">{t(`access.compartment.${compartment}`)}</th>
                      <td data-label={t('account.rights.read')}>{whose(read)}</td>
                      <td data-label={t('account.rights.write')}>
                        {write.length > 0 ? (
                          whose(write)
                        ) : (
                          <span className="k-dim">{t('account.rights.notChanged')}</span>
                        )}
                      </td>
                    </tr>
                  )
                })}
            </tbody>
          </table>
          {shut.length > 0 && (
            <p className={css.shut}>
              {t('account.rights.shut', {
                list: format.list(shut.map(compartment => t(`access.compartment.${compartment}`))),
              })}
            </p>
          )}
        </Card>
      )}
      <Card title={t('account.rights.acts')}>
        <ul className={css.verbs}>
          {verbs
            .filter(verb => rights.verbs.includes(verb))
            .map(verb => (
              <li key={verb}>
                <IconCheck size={18} stroke={1.8} aria-hidden="true" />
                {t(`access.verb.${verb}`)}
              </li>
            ))}
        </ul>
      </Card>
      <p className="k-dim">{t('account.rights.why')}</p>
    </>
  )
}
