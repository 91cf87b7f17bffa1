/** How a statement stands: preferred, public or not, superseded, withdrawn. At most two at once. */
import type { Statement } from '@kerege/contract/figures/schema'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'

export function Marks({ statement }: { statement: Pick<Statement, 'stand' | 'preferred' | 'isPublic'> }) {
  const t = useT()
  const { stand, preferred, isPublic } = statement
  if (stand !== 'current') return <StatePill kind="mute">{t(`figures.stand.${stand}`)}</StatePill>
  return (
    <span className="k-row">
      {preferred && <StatePill kind="ok">{t('figures.preferred')}</StatePill>}
      {!isPublic && <StatePill kind="seal">{t('figures.notPublic')}</StatePill>}
    </span>
  )
}
