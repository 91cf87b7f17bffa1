/** For the second administrator: which roles somebody would have, on the page where they agree to it. */
import { listAgencies } from '@kerege/contract/access/routes'
import { HatDraft } from '@kerege/contract/access/schema'
import type { Approval } from '@kerege/contract/approvals/schema'
import { textIn } from '@kerege/contract/common'
import { z } from 'zod'
import { useGet } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'

export default function WhichHats({ approval }: { approval: Approval }) {
  const may = useMay()
  return may('accounts.administer') ? <Hats approval={approval} /> : null
}

function Hats({ approval }: { approval: Approval }) {
  const t = useT()
  const { language } = useLoaded()
  const known = useGet(listAgencies, {}).data?.body
  const hats = z.array(HatDraft).safeParse(JSON.parse(String(approval.params['hats'] ?? '[]')))
  if (!hats.success) return null
  const placeOf = (hat: z.output<typeof HatDraft>) => {
    const agency = known?.agencies.find(one => one.id === hat.agencyId)
    const team = known?.teams.find(one => one.id === hat.teamId)
    return [agency && textIn(agency.name, language).text, team?.name, ...hat.areas].filter(Boolean).join(', ')
  }
  return (
    <Card title={t('administration.hatsProposed')}>
      <Facts facts={hats.data.map(hat => [t(`access.role.${hat.role}`), placeOf(hat)] as const)} />
    </Card>
  )
}
