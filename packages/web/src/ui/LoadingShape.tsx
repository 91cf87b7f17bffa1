/** Nothing for 300 ms, then still bars in the shape of what comes. Never a spinner for a page, no shimmer. */
import { useEffect, useState } from 'react'
import { useT } from '../i18n/useT.tsx'
import css from './LoadingShape.module.css'

const widths = ['42%', '88%', '72%', '34%', '80%', '64%']

export function LoadingShape({ rows = 5 }: { rows?: number }) {
  const t = useT()
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={`${css.shape} ${shown ? '' : css.wait}`} role="status" data-loading>
      <span className="k-hidden">{t('ui.loading')}</span>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike
        <span key={at} className={css.bar} style={{ width: widths[at % widths.length] }} />
      ))}
    </div>
  )
}
