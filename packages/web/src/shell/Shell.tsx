/** The frame of all pages inside: rail and top bar on a desk, bar and tabs on a phone, and what stands over them. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useRouterState } from '@tanstack/react-router'
import { frames } from '../frames.ts'
import { useT } from '../i18n/useT.tsx'
import { IdleGuard } from './IdleGuard.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { PaletteHost } from './Palette.tsx'
import { PrintHead } from './PrintHead.tsx'
import { ProofAsked } from './ProofAsked.tsx'
import { Rail } from './Rail.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import css from './shell.module.css'
import { TabBar } from './TabBar.tsx'
import { PhoneBar, TopBar } from './TopBar.tsx'
import { ViewBanner } from './ViewBanner.tsx'

export function Shell({ children }: { children: ReactNode }) {
  const t = useT()
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: state => state.location.pathname })
  const before = useRef(path)
  useEffect(() => {
    // A new page begins at its heading for those who hear it; filters in the address are no new page.
    if (before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return (
    <PaletteHost>
      <div className={css.shell}>
        <a href="#main" className={css.skip}>
          {t('shell.skip')}
        </a>
        <Rail />
        <div className={css.column}>
          <TopBar />
          <PhoneBar />
          <PrintHead />
          <main id="main" ref={main} tabIndex={-1} className={css.main} aria-label={t('shell.main')}>
            <ViewBanner />
            {children}
          </main>
        </div>
        <TabBar />
      </div>
      <KeysHelp />
      <IdleGuard />
      <SessionEnded />
      <ProofAsked />
      {frames.map(
        ({ useStart }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of slices does not change
          useStart && <Started key={at} useStart={useStart} />,
      )}
    </PaletteHost>
  )
}

/** What a slice does while somebody is signed in. */
function Started({ useStart }: { useStart: () => void }) {
  useStart()
  return null
}
