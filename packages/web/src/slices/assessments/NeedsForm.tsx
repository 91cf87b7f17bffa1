/** Looks at needs, domain by domain: the level in words, why, and what stood there before. */
import { type NeedDomain, needLevels, type NeedLevel, needs } from '@kerege/contract/assessments/needs'
import { finishAssessment } from '@kerege/contract/assessments/routes'
import type { Assessment, SaveAssessment } from '@kerege/contract/assessments/schema'
import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { bodyOf, queryClient } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useField } from '../../ui/form/useField.ts'
import { useForm } from '../../ui/form/useForm.ts'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import { LeaseNotice } from '../cases/leases/LeaseNotice.tsx'
import { useLease } from '../cases/leases/useLease.ts'
import css from './assessments.module.css'
import { LevelBars } from './LevelBars.tsx'
import { useKept } from './useKept.ts'

type Draft = { levels?: Record<string, { level?: NeedLevel; reason?: string } | undefined> }

/** A reason without its level waits in the form: there is nothing to keep it at. */
const kept = (values: unknown): SaveAssessment => {
  const levels = (values as Draft).levels ?? {}
  const said = Object.entries(levels).flatMap(([domain, one]) => {
    // One line is kept; who presses Enter means a pause.
    const reason = one?.reason?.replace(/\s+/g, ' ').trim()
    return one?.level ? [[domain, { level: one.level, ...(reason ? { reason } : {}) }] as const] : []
  })
  return { levels: Object.fromEntries(said) }
}

/** As the node asks it: each domain of one's own with its level and its reason. */
const whole = (domains: readonly NeedDomain[]) =>
  bodyOf(finishAssessment).superRefine(({ levels }, ctx) => {
    for (const domain of domains) {
      const part = !levels?.[domain] ? 'level' : !levels[domain].reason ? 'reason' : undefined
      if (part) ctx.addIssue({ code: 'custom', message: 'required', path: ['levels', domain, part] })
    }
  })

export function NeedsForm({ one }: { one: Assessment }) {
  const t = useT()
  const navigate = useNavigate()
  const node = useKept(one)
  const lease = useLease('assessment', one.id, true)
  const form = useForm({
    name: `assessments.needs.${one.id}`,
    schema: whole(one.writable),
    initial: { levels: one.draft ?? {} },
    draft: false,
    shape: kept,
    send: body => node.finish(body),
    onDone: () => {
      toast(t('assessments.finished'))
      void queryClient.invalidateQueries()
    },
  })
  const first = useRef(true)
  const { values } = form
  const { keep } = node
  const keeping = useRef(keep)
  keeping.current = keep
  useEffect(() => {
    if (first.current) first.current = false
    else keeping.current(kept(values))
  }, [values])
  const filled = Object.keys(kept(values).levels ?? {}).length
  return (
    <div className="k-aside">
      <Form
        form={form}
        submit={t('assessments.finish')}
        beside={
          <Button
            variant="default"
            size="md"
            onClick={() => void navigate({ to: `/assessments/of/${one.personId}` })}
          >
            {t('assessments.later')}
          </Button>
        }
      >
        <LeaseNotice lease={lease} />
        {node.problem !== undefined && (
          <Notice kind="stop" live>
            {problemText(node.problem, 'assessments')}
          </Notice>
        )}
        <Card
          flush
          title={t('assessments.level')}
          note={t('assessments.filled', { n: filled, of: one.writable.length })}
          side={
            <span className="k-dim k-small" role="status">
              {node.savedAt && t('assessments.saved')}
            </span>
          }
        >
          {one.writable.map(domain => (
            <Domain key={domain} domain={domain} one={one} />
          ))}
        </Card>
      </Form>
      <Card title={t('assessments.who')}>
        <p>{t('assessments.whoNeeds')}</p>
      </Card>
    </div>
  )
}

function Domain({ domain, one }: { domain: NeedDomain; one: Assessment }) {
  const t = useT()
  const form = useFormState()
  const level = form.get(`/levels/${domain}/level`) as NeedLevel | undefined
  const before = one.previous?.levels.find(row => row.domain === domain)
  return (
    <div className={css.need}>
      <LevelField domain={domain} before={before} />
      {level && <p>{t(`needs.${domain}.${level}`)}</p>}
      {level && (
        <TextField
          at={`/levels/${domain}/reason`}
          label={t('assessments.reason')}
          {...(before ? { hint: `${t('assessments.before')}: ${before.reason}` } : {})}
          rows={2}
          maxLength={500}
        />
      )}
      {level && level >= needs.asksGoalFrom && (
        <p className={css.goal}>
          <IconInfoCircle size={18} stroke={1.7} aria-hidden="true" /> {t('assessments.asksGoal')}
        </p>
      )}
    </div>
  )
}

type Before = NonNullable<Assessment['previous']>['levels'][number] | undefined

function LevelField({ domain, before }: { domain: NeedDomain; before: Before }) {
  const t = useT()
  const field = useField<NeedLevel>({ at: `/levels/${domain}/level`, label: t(`needs.${domain}`) })
  const hint = `${field.id}-hint`
  return (
    <fieldset className={css.levels} aria-describedby={hint}>
      <legend>{t(`needs.${domain}`)}</legend>
      <div id={hint}>
        <span className="k-dim">{t(`needs.${domain}.hint`)}</span>
        <Change before={before} level={field.value} />
        {field.fault && <div className={css.fault}>{field.fault}</div>}
      </div>
      <div className={css.choices}>
        {needLevels.map(level => (
          <label key={level} className={css.choice}>
            <input
              type="radio"
              name={field.id}
              className="k-hidden"
              {...(level === 1 ? { id: field.id } : {})}
              checked={field.value === level}
              onChange={() => field.set(level)}
            />
            <LevelBars level={level} />
            <span>{t(`needs.level.${level}`)}</span>
            {before?.level === level && <span className={css.then}>{t('assessments.before')}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Against the last time, in words: of the need, never of the person. */
export function Change({ before, level }: { before: Before; level: NeedLevel | undefined }) {
  const t = useT()
  const format = useFormat()
  if (!before || !level) return null
  const key =
    level < before.level
      ? 'assessments.easier'
      : level > before.level
        ? 'assessments.harder'
        : 'assessments.asBefore'
  return <div className="k-small">{t(key, { day: format.date(before.takenOn) })}</div>
}
