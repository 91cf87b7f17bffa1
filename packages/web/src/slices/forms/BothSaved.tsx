/** A colleague kept this page meanwhile: both answers to each question that two people changed, and a choice. */
import type { Answers } from '@kerege/contract/forms/answers'
import type { SheetPage } from '@kerege/contract/forms/definition'
import { getForm } from '@kerege/contract/forms/routes'
import type { PageEdition, WholeForm } from '@kerege/contract/forms/schema'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConflictTable } from '../../ui/ConflictTable.tsx'
import type { FormState } from '../../ui/form/useForm.ts'
import { compareSections, merged } from '../people/edit/merge.ts'
import { AnswerText } from './AnswerList.tsx'
import type { Writing } from './values.ts'

interface Props {
  one: WholeForm
  page: SheetPage
  form: FormState
  mine: Answers
}

export function BothSaved({ one, page, form, mine }: Props) {
  const fresh = useQuery({
    // A new refusal means a newer version: it is read again.
    queryKey: ['forms.conflict', one.id, page.name, form.problem],
    queryFn: async ({ signal }) => {
      const { body } = await send(getForm, { params: { id: one.id } }, { signal })
      const stored = body.pages.find(each => each.page === page.name)
      return { seen: stored?.version ?? 0, theirs: stored?.now }
    },
    gcTime: 0,
  })
  return (
    <Answered query={fresh} rows={4}>
      {answer => <Choice key={answer.seen} page={page} form={form} mine={mine} {...answer} />}
    </Answered>
  )
}

interface ChoiceProps extends Omit<Props, 'one'> {
  seen: number
  theirs: PageEdition | undefined
}

function Choice({ page, form, mine, seen, theirs }: ChoiceProps) {
  const t = useT()
  const format = useFormat()
  const { base } = form.values as Writing
  const other = theirs?.answers ?? {}
  const merge = compareSections(base, mine, other)
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({})
  const [going, setGoing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { submit } = form
  useEffect(() => {
    if (!going) return
    setGoing(false)
    void submit()
  }, [going, submit])
  const save = () => {
    form.set('/answers', merged(mine, other, merge, chosen))
    form.set('/base', other)
    form.set('/seen', seen)
    // Sent in the next drawing, when the form holds what was chosen.
    setGoing(true)
  }
  const questions = page.elements.filter(each => merge.both.includes(each.name))
  const said = theirs
    ? t('forms.both.by', { name: theirs.by.name, when: format.date(theirs.at, 'exact') })
    : ''
  return (
    <div ref={box} tabIndex={-1}>
      <Card
        flush
        title={t('forms.both')}
        note={said}
        foot={
          <Button onClick={save} disabled={questions.some(each => !chosen[each.name])}>
            {t('forms.both.save')}
          </Button>
        }
      >
        {questions.length > 0 && (
          <ConflictTable
            conflicts={questions.map(each => ({
              id: each.name,
              field: each.title,
              mine: { value: <AnswerText one={each} value={mine[each.name]} />, when: t('forms.both.you') },
              theirs: { value: <AnswerText one={each} value={other[each.name]} />, when: said },
            }))}
            chosen={chosen}
            onChoose={(id, side) => setChosen(old => ({ ...old, [id]: side }))}
          />
        )}
      </Card>
    </div>
  )
}
