/** Pages for anybody: the mark, the language, the page. */
import { Link, Outlet } from '@tanstack/react-router'
import { useT } from '../i18n/useT.tsx'
import { Mark } from '../ui/Mark.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import css from './OpenLayout.module.css'

export function OpenLayout() {
  const t = useT()
  return (
    <div className={css.page}>
      <header className={css.head}>
        <Link to="/" className={css.name}>
          <Mark size={36} />
          <span>Kerege</span>
        </Link>
        <LanguageMenu />
      </header>
      <main aria-label={t('shell.main')}>
        <Outlet />
      </main>
    </div>
  )
}
