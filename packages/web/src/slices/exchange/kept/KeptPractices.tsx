/** What can be read without a line: the practices that this device has kept. Needs neither node nor session. */
import { useRouterState } from '@tanstack/react-router'
import { PlaceContext } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { LanguageMenu } from '../../../shell/LanguageMenu.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from '../exchange.module.css'
import { KeptList } from './KeptList.tsx'
import { KeptOne } from './KeptOne.tsx'
import { useAllKept } from './useKept.ts'

const nowhere = { timeZone: 'UTC', languages: [] }
const one = /^\/exchange\/practices\/([0-9a-f-]{36})$/

export function KeptPractices() {
  const t = useT()
  const path = useRouterState({ select: state => state.location.pathname })
  const id = one.exec(path)?.[1]
  const { data } = useAllKept()
  if (!data) return null
  return (
    <PlaceContext value={data.state.place ?? nowhere}>
      <main className={css.kept}>
        <LanguageMenu />
        <Notice kind="wait">{t('exchange.kept.text')}</Notice>
        {id === undefined ? <KeptList /> : <KeptOne id={id} />}
      </main>
    </PlaceContext>
  )
}
