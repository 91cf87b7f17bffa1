/** Who I am, in which role, and the ways to change either. */
import { UnstyledButton } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useT } from '../i18n/useT.tsx'
import { Dropdown } from '../ui/Dropdown.tsx'
import { DropdownItem } from '../ui/DropdownItem.tsx'
import { accountLinks } from './accountLinks.ts'
import { SchemeChoice } from './SchemeChoice.tsx'
import { useSession } from './session.ts'
import css from './shell.module.css'
import { useHatChange } from './useHat.ts'
import { useSignOut } from './useSignOut.ts'

/** First letters of the first two words: "Айнұр Сәрсен" is АС. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => [...word][0] ?? '')
    .join('')

export function AccountMenu() {
  const t = useT()
  const { account, hat, hats } = useSession()
  const wear = useHatChange()
  const leave = useSignOut()
  return (
    <Dropdown
      width={300}
      button={props => (
        <UnstyledButton
          {...props}
          className={css.me ?? ''}
          aria-label={t('shell.account', { name: account.name })}
        >
          <span className={css.face} aria-hidden="true">
            {initials(account.name)}
          </span>
          <span className={css.meName}>
            <bdi>{account.name}</bdi>
          </span>
        </UnstyledButton>
      )}
    >
      {close => (
        <>
          <p className={css.menuLabel}>{t(hats.length > 1 ? 'shell.hats' : 'shell.hat')}</p>
          {hats.map(one => (
            <DropdownItem
              key={one.id}
              chosen={one.id === hat.id}
              onClick={() => {
                close()
                if (one.id !== hat.id) void wear(one.id)
              }}
            >
              <span className={css.hatRole}>{t(`access.role.${one.role}`)}</span>
              <span className={css.hatPlace}>{[one.agency, one.team].filter(Boolean).join(', ')}</span>
            </DropdownItem>
          ))}
          <hr className={css.menuRule} />
          {accountLinks.map(({ path, label, icon: Icon }) => (
            <DropdownItem key={path} href={path} icon={<Icon size={18} stroke={1.7} />} onClick={close}>
              {t(label)}
            </DropdownItem>
          ))}
          <hr className={css.menuRule} />
          <SchemeChoice />
          <hr className={css.menuRule} />
          <DropdownItem
            icon={<IconLogout size={18} stroke={1.7} aria-hidden="true" />}
            onClick={() => void leave()}
          >
            {t('shell.signOut')}
          </DropdownItem>
        </>
      )}
    </Dropdown>
  )
}
