/** What stands of a life now, section by section as far as they are open; what was before beneath each, and the way to add to it. */
import { kindsIn, needsParent, parentOf, type SituationSection } from '@kerege/contract/situation/kinds'
import type { Entry, Situation } from '@kerege/contract/situation/schema'
import { Button } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaperForm } from '../../ui/PaperForm.tsx'
import css from '../casework/casework.module.css'
import { useConcerns } from '../casework/api.ts'
import { NoteConcernDrawer } from '../casework/concerns/NoteConcernDrawer.tsx'
import { useSituation } from './api.ts'
import { EndDrawer } from './EndDrawer.tsx'
import { EntryDrawer, type Fresh } from './EntryDrawer.tsx'
import { EntryRow, type RowActs } from './EntryRow.tsx'
import { HistoryDrawer } from './HistoryDrawer.tsx'

export function PersonSituation({ personId }: { personId: string }) {
  return (
    <Answered query={useSituation(personId)}>
      {({ body }) => <Sections personId={personId} body={body} />}
    </Answered>
  )
}

function Sections({ personId, body }: { personId: string; body: Situation }) {
  const [writing, write] = useState<Fresh | Entry>()
  const [ending, end] = useState<Entry>()
  const [past, look] = useState<Entry>()
  const acts: RowActs = { onChange: write, onEnd: end, onHistory: look }
  return (
    <div className="k-stack">
      {body.readable.map(section => (
        <OneSection
          key={section}
          section={section as SituationSection} // the server answers these alone
          personId={personId}
          body={body}
          acts={acts}
          onAdd={write}
        />
      ))}
      <EntryDrawer personId={personId} of={writing} onClose={() => write(undefined)} />
      <EndDrawer one={ending} onClose={() => end(undefined)} />
      <HistoryDrawer one={past} onClose={() => look(undefined)} />
    </div>
  )
}

interface SectionProps {
  section: SituationSection
  personId: string
  body: Situation
  acts: RowActs
  onAdd: (fresh: Fresh) => void
}

function OneSection({ section, personId, body, acts, onAdd }: SectionProps) {
  const t = useT()
  const rows = body.rows.filter(row => row.compartment === section)
  const writes = body.writable.includes(section)
  // What hangs on another stands with it.
  const heads = rows.filter(row => !row.parentId)
  const now = heads.filter(row => row.state === 'open')
  const before = heads.filter(row => row.state !== 'open')
  const one = (row: Entry) => (
    <EntryRow key={row.id} one={row} acts={acts}>
      <Hanging of={row} rows={rows} writes={writes} acts={acts} onAdd={onAdd} />
    </EntryRow>
  )
  // One health summary stands at a time.
  const addable = kindsIn(section).filter(
    kind => !needsParent(kind) && !(kind === 'health' && now.length > 0),
  )
  return (
    <Card
      flush
      title={t(`situation.section.${section}`)}
      side={
        (section === 'education' || section === 'health') && <Print section={section} personId={personId} />
      }
      foot={
        writes &&
        addable.length > 0 && (
          <div className={css.acts}>
            {addable.map(kind => (
              <Button
                key={kind}
                variant="subtle"
                leftSection={<IconPlus size={18} stroke={1.7} />}
                onClick={() => onAdd({ kind })}
              >
                {t(`situation.add.${kind}`)}
              </Button>
            ))}
          </div>
        )
      }
    >
      {now.length === 0 && <p className={css.none}>{t('situation.none')}</p>}
      {section === 'education' && <Bullied personId={personId} />}
      <ul className={css.line}>{now.map(one)}</ul>
      {before.length > 0 && (
        <details className={css.none}>
          <summary>{t('situation.past', { n: before.length })}</summary>
          <ul className={css.line}>{before.map(one)}</ul>
        </details>
      )}
    </Card>
  )
}

function Hanging({
  of,
  rows,
  writes,
  acts,
  onAdd,
}: { of: Entry; rows: readonly Entry[] } & { writes: boolean } & Pick<SectionProps, 'acts' | 'onAdd'>) {
  const t = useT()
  const its = rows.filter(row => row.parentId === of.id)
  const kinds = kindsIn(of.compartment as SituationSection).filter(kind => parentOf[kind] === of.content.kind)
  return (
    <>
      {its.length > 0 && (
        <ul className={css.line}>
          {its.map(row => (
            <EntryRow key={row.id} one={row} acts={acts} />
          ))}
        </ul>
      )}
      {writes && of.state === 'open' && (
        <div className={`${css.acts} k-screen`}>
          {kinds.map(kind => (
            <Button
              key={kind}
              variant="default"
              size="xs"
              leftSection={<IconPlus size={16} stroke={1.7} />}
              onClick={() => onAdd({ kind, parentId: of.id })}
            >
              {t(`situation.add.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

const unkind = 'unkind-at-school'

/** Bullying has its own place among the concerns; here it is not overlooked, and written down by who stands at the door of the school. */
function Bullied({ personId }: { personId: string }) {
  const t = useT()
  const [noting, note] = useState(false)
  const body = useConcerns(personId).data?.body
  if (!body) return null
  if (body.rows.some(one => one.code === unkind && one.state !== 'over'))
    return (
      <div className={css.none}>
        <Notice kind="wait" title={t('situation.bullied')}>
          {t('situation.bullied.text')}
        </Notice>
      </div>
    )
  if (!body.mayNote.includes('education')) return null
  return (
    <div className={`${css.acts} k-screen`}>
      <Button variant="subtle" leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => note(true)}>
        {t('situation.add.bullied')}
      </Button>
      <NoteConcernDrawer
        personId={personId}
        sections={['education']}
        code={unkind}
        opened={noting}
        onClose={() => note(false)}
      />
    </div>
  )
}

function Print({ section, personId }: { section: 'education' | 'health'; personId: string }) {
  const t = useT()
  const [opened, open] = useState(false)
  const title = t(section === 'education' ? 'situation.print.school' : 'situation.print.health')
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconPrinter size={18} stroke={1.7} />}
        onClick={() => open(true)}
      >
        {title}
      </Button>
      <Drawer opened={opened} onClose={() => open(false)} title={title}>
        {opened && (
          <PaperForm
            name="situation.paper"
            of={section === 'education' ? 'school-page' : 'health-page'}
            query={{ personId }}
            words={{
              text: t('situation.print.text'),
              language: t('situation.print.language'),
              format: t('situation.print.format'),
              act: t('situation.print.act'),
            }}
            onClose={() => open(false)}
          />
        )}
      </Drawer>
    </>
  )
}
