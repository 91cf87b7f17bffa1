/** Offers to write down, as told, what the household suggests. One press each; nothing happens by itself. */
import { addRelation } from '@kerege/contract/people/kinship/routes'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { toast } from '../../../ui/toasts.ts'
import { useRelations } from './api.ts'
import css from './kinship.module.css'
import { type Offer, offersFor } from './offers.ts'
import { kindText } from './words.ts'

export function OfferNotice({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const relations = useRelations(person.id).data?.body.rows
  const household = person.kinship?.household
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  if (!relations || !household || !may('people.correct') || !person.writable.includes('kinship')) return null
  const offers = offersFor(person.id, household, relations)
  if (offers.length === 0) return null
  const write = async ({ personId, kind, basis }: Offer) => {
    if (busy) return
    setBusy(personId)
    setProblem(undefined)
    const other = { who: 'person' as const, personId }
    const body = { id: newId(), kind, basis, standing: 'claimed' as const, other, evidence: [] }
    try {
      await send(addRelation, { params: { id: person.id }, body }, { idempotencyKey: body.id })
      await queryClient.invalidateQueries()
      toast(t('kinship.saved'))
    } catch (error) {
      setProblem(problemText(error, 'kinship'))
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Notice kind="info" title={t('kinship.offer')}>
      <p>{t('kinship.offer.text')}</p>
      <div className={css.offers}>
        {offers.map(offer => (
          <Button
            key={offer.personId}
            variant="default"
            loading={busy === offer.personId}
            onClick={() => void write(offer)}
          >
            {t('kinship.offer.act', { name: offer.name, kind: kindText(t, offer.kind, offer) })}
          </Button>
        ))}
      </div>
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
    </Notice>
  )
}
