/** Light, dark, or as the device has it. */
import { useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useT } from '../i18n/useT.tsx'
import css from './shell.module.css'

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const

export function SchemeChoice() {
  const t = useT()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className={css.schemes}>
      <legend className="k-hidden">{t('shell.scheme')}</legend>
      {schemes.map(([scheme, Icon]) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={colorScheme === scheme}
          className={css.scheme}
          onClick={() => setColorScheme(scheme)}
        >
          <Icon size={18} stroke={1.7} aria-hidden="true" />
          <span>{t(`shell.scheme.${scheme}`)}</span>
        </button>
      ))}
    </fieldset>
  )
}
