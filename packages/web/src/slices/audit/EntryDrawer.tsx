/** One entry of the log in full. Of a record it knows the number only; what a record says is never in the log. */
import { Button } from '@mantine/core'
import type { AuditEntry } from '@kerege/contract/audit/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { known, useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './audit.module.css'
import { actionText, fieldText, outcomeKind } from './words.ts'

const mostSubjects = 20

export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | undefined; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer opened={entry !== undefined} onClose={onClose} title={entry ? actionText(entry.action, t) : ''}>
      {entry && <Entry entry={entry} onClose={onClose} />}
    </Drawer>
  )
}

function Entry({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const { who, role, at, outcome, code, reason, fields, counts, number, subjects, accountId } = entry
  const facts: [string, React.ReactNode][] = [
    [t('audit.who'), <bdi key="who">{who ?? t('audit.nobody')}</bdi>],
    ...(role ? [[t('audit.role'), t(`access.role.${role}`)] as [string, string]] : []),
    [t('audit.when'), format.date(at, 'exact')],
    [
      t('audit.outcome'),
      <StatePill key="outcome" kind={outcomeKind[outcome]}>
        {t(`audit.outcome.${outcome}`)}
      </StatePill>,
    ],
    ...(code ? [[t('audit.code'), codeText(code, t)] as [string, string]] : []),
    ...(reason ? [[t('ui.reason'), reason] as [string, string]] : []),
    ...(fields.length > 0
      ? [[t('audit.fields'), format.list(fields.map(field => fieldText(field, t)))] as [string, string]]
      : []),
    ...Object.entries(counts).map(([name, n]): [string, string] => [countText(name, t), format.number(n)]),
    [t('audit.number'), number === undefined ? t('audit.notNumbered') : format.number(number)],
  ]
  return (
    <div className={css.entry}>
      <Facts facts={facts} />
      {subjects.length > 0 && (
        <div>
          <h3>{t('audit.recordsN', { n: subjects.length })}</h3>
          <ul className={css.subjects}>
            {subjects.slice(0, mostSubjects).map(id => (
              <li key={id}>
                <Link
                  to="/audit"
                  search={{ subjectId: id } as never}
                  className={css.root ?? ''}
                  aria-label={t('audit.allOf', { id })}
                  onClick={onClose}
                >
                  {id}
                </Link>
              </li>
            ))}
          </ul>
          {subjects.length > mostSubjects && (
            <p className="k-dim">{t('audit.moreRecords', { n: subjects.length - mostSubjects })}</p>
          )}
        </div>
      )}
      {accountId && (
        <Button
          variant="default"
          component={Link}
          to="/audit"
          search={{ accountId } as never}
          onClick={onClose}
        >
          {t('audit.allBy')}
        </Button>
      )}
    </div>
  )
}

type Say = ReturnType<typeof useT>

function codeText(code: string, t: Say): string {
  const id = known(`ui.problem.${code}`, `access.problem.${code}`, `audit.code.${code}`)
  return id ? t(id) : code
}

function countText(name: string, t: Say): string {
  const id = known(`audit.count.${name}`)
  return id ? t(id) : name
}
