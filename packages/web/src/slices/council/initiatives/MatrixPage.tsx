/** The matrix for a year or a day: what runs under which pillar in which state, where nothing does, where two do the same. */
import { viewMatrix } from '@kerege/contract/council/initiatives/routes'
import type { Matrix } from '@kerege/contract/council/initiatives/schema'
import { Button, TextInput } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { dayFromText, dayToText } from '../../../ui/form/dayText.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { Gaps } from './Gaps.tsx'
import css from './matrix.module.css'
import { MatrixTable } from './MatrixTable.tsx'
import { Overlaps } from './Overlaps.tsx'

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)

export function MatrixPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { year, on } = useSearch({ strict: false }) as { year?: string; on?: string }
  const query = on && isDay(on) ? { on } : year && /^\d{4}$/.test(year) ? { year } : {}
  return (
    <>
      <PageHead
        title={t('initiatives.matrix')}
        eyebrow={<Link to="/initiatives">{t('initiatives.title')}</Link>}
        facts={[
          'on' in query
            ? t('initiatives.onDay', { day: format.date(query.on) })
            : 'year' in query
              ? query.year
              : format.today.slice(0, 4),
          t('initiatives.asked', { day: format.date(format.today) }),
        ]}
        acts={
          <>
            {may('council.prepare') && (
              <Button
                variant="default"
                component={Link}
                to="/initiatives/pillars"
                leftSection={<IconAdjustments size={18} stroke={1.7} />}
              >
                {t('initiatives.pillars')}
              </Button>
            )}
            <PrintButton />
          </>
        }
      />
      <Answered query={useGet(viewMatrix, { query: query as never })}>
        {({ body }) => (
          <div className="k-stack">
            <When matrix={body} day={'on' in query ? query.on : undefined} />
            <MatrixTable matrix={body} />
            <Gaps matrix={body} />
            <Overlaps matrix={body} />
          </div>
        )}
      </Answered>
    </>
  )
}

/** Years as links, and a day for those who ask how it stood then. */
function When({ matrix, day }: { matrix: Matrix; day: string | undefined }) {
  const t = useT()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(() => dayToText(day ?? ''))
  const shown = day === undefined ? Number(matrix.from.slice(0, 4)) : undefined
  const read = dayFromText(typed)
  const wrong = typed !== '' && typed.length >= 10 && !isDay(read)
  return (
    <div className={`${css.when} k-screen`}>
      <nav aria-label={t('initiatives.year')}>
        <ul className={css.years}>
          {matrix.years.map(year => (
            <li key={year}>
              <Link
                to="/initiatives/matrix"
                search={{ year: String(year) } as never}
                className={css.year}
                {...(year === shown ? { 'aria-current': 'true' as const } : {})}
              >
                {year}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form
        className={css.day}
        onSubmit={event => {
          event.preventDefault()
          if (isDay(read)) void navigate({ to: '/initiatives/matrix', search: { on: read } as never })
        }}
      >
        <TextInput
          label={t('initiatives.day')}
          value={typed}
          placeholder={t('ui.form.dayExample')}
          inputMode="numeric"
          maxLength={10}
          error={wrong ? t('ui.fault.not-valid') : undefined}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isDay(read)}>
          {t('initiatives.show')}
        </Button>
      </form>
    </div>
  )
}
