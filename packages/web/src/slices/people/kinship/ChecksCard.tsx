/** What on the tree does not go together: a list to look at with the family, never a verdict on anybody. */
import { lookAtCheck } from '@kerege/contract/people/kinship/routes'
import type { ShownCheck } from '@kerege/contract/people/kinship/schema'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { newId } from '../../../ui/newId.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { useTree } from './api.ts'
import css from './kinship.module.css'

export function ChecksCard({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const [looking, look] = useState<ShownCheck>()
  const sending = useSend(lookAtCheck)
  const checks = useTree(person.id).data?.body.checks ?? []
  if (checks.length === 0) return null
  const writable = may('people.correct') && person.writable.includes('kinship')
  const ordered = checks.toSorted((a, b) => rank(a) - rank(b))
  return (
    <Card flush title={t('kinship.checks')} note={t('kinship.checks.note')}>
      <ul>
        {ordered.map(check => (
          <li key={`${check.code} ${check.relationIds.join()}`} className={css.row}>
            <div className={css.words}>
              <p>{checkText(t, check)}</p>
              {!check.certain && <p className="k-dim k-small">{t('kinship.possible')}</p>}
              {check.looked && <Looked looked={check.looked} />}
            </div>
            <div className={css.acts}>
              <StatePill kind={check.looked ? 'ok' : check.severity === 'contradiction' ? 'wait' : 'info'}>
                {t(`kinship.severity.${check.severity}`)}
              </StatePill>
              {writable && !check.looked && (
                <Button variant="default" onClick={() => look(check)}>
                  {t('kinship.look')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {looking && (
        <ReasonDialog
          opened
          grave={false}
          slice="kinship"
          onClose={() => look(undefined)}
          title={t('kinship.look.title')}
          consequence={
            <>
              {checkText(t, looking)} {t('kinship.look.text')}
            </>
          }
          act={t('kinship.look.act')}
          example={t('kinship.look.example')}
          onAct={reason => {
            const { code, relationIds } = looking
            const body = { id: newId(), code, relationIds, reason }
            return sending.mutateAsync({ input: { params: { id: person.id }, body } })
          }}
        />
      )}
    </Card>
  )
}

/** What nobody has looked at first, and of that what cannot be before what is a question. */
const rank = (check: ShownCheck) => (check.looked ? 2 : 0) + (check.severity === 'question' ? 1 : 0)

function Looked({ looked }: { looked: NonNullable<ShownCheck['looked']> }) {
  const t = useT()
  const format = useFormat()
  const { by, at, reason } = looked
  return <p className="k-dim k-small">{t('kinship.looked', { name: by, date: format.date(at), reason })}</p>
}

const checkText = (t: Translate, { code, names: [one = '', two = '', three = ''] }: ShownCheck): string =>
  t(`kinship.check.${code}`, { one, two, three })
