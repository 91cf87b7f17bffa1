/**
 * While a name is typed: who on the register looks alike, and why. Two equal answers each; neither is pushed, since
 * a second record and a wrong one do the same harm.
 */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { nameText } from '@kerege/contract/people/rules'
import { BirthDate, type PersonName, Sex } from '@kerege/contract/people/schema'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useFormState } from '../../../ui/form/Form.tsx'
import { useSearch } from '../api.ts'
import { Likeness } from '../Likeness.tsx'
import { resemblance } from '../likeness.ts'
import css from '../people.module.css'
import { Known } from '../search/Result.tsx'

const most = 3

export function LookAlikes() {
  const t = useT()
  const form = useFormState()
  const [others, setOthers] = useState<readonly string[]>([])
  const names = ((form.get('/contact/names') ?? []) as PersonName[]).map(nameText).filter(Boolean)
  const [q] = useDebouncedValue((names[0] ?? '').trim(), 600)
  const found = useSearch(q, 12)
  const birth = BirthDate.safeParse(form.get('/contact/birth'))
  const sex = Sex.safeParse(form.get('/contact/sex'))
  const alike = (q.length < 3 || names.length === 0 ? [] : (found.data?.body.rows ?? []))
    .map(row => ({ row, likeness: resemblance({ names, birth: birth.data, sex: sex.data }, row) }))
    .filter(({ row, likeness }) => likeness.grade >= 3 && !others.includes(row.id))
    .toSorted((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, most)
  return (
    <section className={css.alikes} aria-label={t('people.alike.region')}>
      <p className="k-hidden" role="status">
        {found.isSuccess && alike.length > 0 && t('people.alike.n', { n: alike.length })}
      </p>
      {alike.map(({ row, likeness }) => (
        <div key={row.id} className={css.alike}>
          <h2>{t('people.alike.question')}</h2>
          <div className={css.who}>
            <span className={css.name}>
              <bdi>{row.label}</bdi>
            </span>
            <Known row={row} />
          </div>
          <Likeness found={likeness} />
          <div className={css.pair}>
            <Button variant="default" component={Link} to={`/people/${row.id}`}>
              {t('people.alike.open')}
            </Button>
            <Button variant="default" onClick={() => setOthers([...others, row.id])}>
              {t('people.alike.other')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}
