/** One practice from this device. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { NotHere } from '../../../ui/NotHere.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PracticeView } from '../PracticeView.tsx'
import { HeldPill } from '../words.tsx'
import { useOneKept } from './useKept.ts'

export function KeptOne({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  const { data } = useOneKept(id)
  if (data === undefined) return null
  if (data === null) return <NotHere />
  return (
    <>
      <PageHead
        title={format.text(data.title).text}
        eyebrow={
          <>
            <Link to="/exchange/practices">{t('exchange.kept.back')}</Link> · {data.symbol}
          </>
        }
        facts={[<HeldPill key="state" state={data.state} />]}
      />
      <PracticeView state={data.state} given={data.given} />
    </>
  )
}
