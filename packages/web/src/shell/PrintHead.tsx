/** Only on paper: whose node, who printed it and when. What a page seals on paper, it says itself. */
import { useEffect, useState } from 'react'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { useSession } from './session.ts'
import css from './shell.module.css'

export function PrintHead() {
  const t = useT()
  const format = useFormat()
  const { account, node } = useSession()
  const [at, setAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    const print = () => setAt(new Date().toISOString())
    addEventListener('beforeprint', print)
    return () => removeEventListener('beforeprint', print)
  }, [])
  return (
    <div className={`${css.print} k-paper`} aria-hidden="true">
      <img src="/logo-mono.svg" alt="" width={20} height={20} />
      <strong>Kerege</strong> {format.text(node.name).text}
      <span className={css.printBy}>
        {t('shell.printed', { name: account.name, when: format.date(at, 'exact') })}
      </span>
    </div>
  )
}
