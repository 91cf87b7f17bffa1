/** Who I am, under which hat, and the ways to change either. */
import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconLogout } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useT } from '../i18n/useT.tsx'
import { SchemeChoice } from './SchemeChoice.tsx'
import { useSession } from './session.ts'
import css from './shell.module.css'
import { accountLinks } from './accountLinks.ts'
import { useHatChange } from './useHat.ts'
import { useSignOut } from './useSignOut.ts'

/** First letters of the first two words: "Айнұр Сәрсен" is АС. */
export const initials = (name: string): string =>
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
    <Menu position="bottom-end" shadow="md" width={300}>
      <Menu.Target>
        <UnstyledButton className={css.me ?? ''} aria-label={t('shell.account', { name: account.name })}>
          <span className={css.face} aria-hidden="true">
            {initials(account.name)}
          </span>
          <span className={css.meName}>
            <bdi>{account.name}</bdi>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(hats.length > 1 ? 'shell.hats' : 'shell.hat')}</Menu.Label>
        {hats.map(one => (
          <Menu.Item
            key={one.id}
            role="menuitemradio"
            aria-checked={one.id === hat.id}
            rightSection={one.id === hat.id ? <IconCheck size={16} /> : undefined}
            onClick={() => {
              if (one.id !== hat.id) void wear(one.id)
            }}
          >
            <span className={css.hatRole}>{t(`access.role.${one.role}`)}</span>
            <span className={css.hatPlace}>{[one.agency, one.team].filter(Boolean).join(', ')}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {accountLinks.map(({ path, label, icon: Icon }) => (
          <Menu.Item
            key={path}
            component={Link}
            to={path}
            leftSection={<Icon size={18} stroke={1.7} aria-hidden="true" />}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <SchemeChoice />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} stroke={1.7} aria-hidden="true" />}
          onClick={() => void leave()}
        >
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
