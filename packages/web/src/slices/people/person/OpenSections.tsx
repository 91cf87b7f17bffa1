/** Why these sections are open and those are not, by the hat that is worn. A section that is shut is not blurred. */
import { compartments } from '@kerege/contract/access/compartments'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconCheck, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useSession } from '../../../shell/session.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { useMayBreak } from '../../glass/PersonGlass.tsx'
import { sections } from '../words.ts'
import css from './person.module.css'

interface Props {
  person: Person
  opened: boolean
  onClose: () => void
  /** Opens what is shut in an emergency. */
  onGlass: () => void
}

export function OpenSections({ person, opened, onClose, onGlass }: Props) {
  const t = useT()
  const format = useFormat()
  const { rights, hat } = useSession()
  const mayBreak = useMayBreak(person)
  const why = (compartment: (typeof compartments)[number]): string => {
    const scopes = rights.compartments.find(one => one.compartment === compartment)?.read ?? []
    const list = format.list(scopes.map(scope => t(`access.scope.${scope}`)))
    if (!person.open.includes(compartment)) {
      return scopes.length === 0 ? t('people.open.notRole') : t('people.open.notThis', { scopes: list })
    }
    if (!sections.some(section => section === compartment)) return t('people.open.empty')
    return person.writable.includes(compartment) ? t('people.open.write') : t('people.open.read')
  }
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.open.title')}>
      <p>{t('people.open.text', { role: t(`access.role.${hat.role}`) })}</p>
      <ul className={css.openList}>
        {compartments.map(compartment => {
          const open = person.open.includes(compartment)
          const Icon = open ? IconCheck : IconLock
          return (
            <li key={compartment} className={open ? css.isOpen : css.isShut}>
              <Icon size={18} stroke={1.7} aria-hidden="true" />
              <span>
                <strong>{t(`access.compartment.${compartment}`)}</strong>
                <br />
                <span className="k-dim">{why(compartment)}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {mayBreak && (
        <div className="k-stack">
          <p className="k-dim">{t('glass.openNote')}</p>
          <div>
            <Button variant="default" onClick={onGlass}>
              {t('glass.openThis')}
            </Button>
          </div>
        </div>
      )}
      <Link to="/account/rights">{t('shell.link.rights')}</Link>
    </Drawer>
  )
}
