/** While somebody who works with people is signed in, their device keeps the practices of this node, at its leisure. */
import { useEffect } from 'react'
import { keepApp } from '../../../offline/keepApp.ts'
import { useMay, useSession } from '../../../shell/session.ts'

/** What the page itself needs comes first. */
const leisureMs = 5000

/** Also those inside the shell, which a device may open without a line. */
const pages = () =>
  Promise.all([import('./KeptPractices.tsx'), import('../ListPage.tsx'), import('../OnePage.tsx')])

export function useKeeping(): void {
  const may = useMay()('guidance.read')
  const { node } = useSession()
  useEffect(() => {
    if (!may) return
    const timer = setTimeout(async () => {
      try {
        const { keep } = await import('./keep.ts')
        await keepApp(pages)
        await keep(Date.now(), { timeZone: node.timeZone, languages: node.languages, country: node.country })
      } catch {
        // A browser that keeps nothing, or a line that has gone: the next start tries again.
      }
    }, leisureMs)
    return () => clearTimeout(timer)
  }, [may, node])
}
