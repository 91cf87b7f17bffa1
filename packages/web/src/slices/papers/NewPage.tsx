/** A paper that a person needs, written down in a minute: what it proves, the usual way here, and what is closed. */
import { facts } from '@kerege/contract/people/papers/rules'
import { makePaper } from '@kerege/contract/people/papers/routes'
import type { PaperGuide } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import { newId } from '../../ui/newId.ts'
import { NotHere } from '../../ui/NotHere.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { useGuide, usePersonPapers } from './api.ts'
import { BlocksField } from './BlocksField.tsx'
import { OfficeFields, PaperChoice, PathwayChoice, withoutEmptyOffice } from './fields.tsx'

export function NewPage() {
  const { subject } = useSearch({ strict: false }) as { subject?: string }
  const guide = useGuide()
  if (!subject) return <NotHere />
  return guide ? <NewPaper key={subject} subject={subject} guide={guide} /> : <LoadingShape rows={6} />
}

interface Asked {
  id: string
  fact?: string
  /** `birth 0`: one of the usual ways, or `own`. */
  pathway?: string
  own?: string
  paper?: string
  office?: Record<string, unknown>
}

const waysFor = (guide: PaperGuide, fact: string | undefined) =>
  guide.pathways.flatMap((way, at) => (way.fact === fact ? [{ key: `${fact} ${at}`, way }] : []))

/** The way that was chosen, as the steps that it stands for; the steps get their ids here, once. */
function shaped(asked: Asked, guide: PaperGuide, ids: readonly string[]) {
  const { own, ...rest } = withoutEmptyOffice(asked)
  const chosen = waysFor(guide, asked.fact).find(one => one.key === asked.pathway)?.way
  if (!chosen) return { ...rest, pathway: asked.pathway === 'own' ? own : undefined }
  const { pathway, paper, steps } = chosen
  return {
    ...rest,
    pathway,
    ...(paper ? { paper } : {}),
    steps: steps.map((code, at) => ({ id: ids[at], code })),
  }
}

function NewPaper({ subject, guide }: { subject: string; guide: PaperGuide }) {
  const t = useT()
  const { today } = useFormat()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId(), on: today, blocks: [] }))
  const [ids] = useState(() => Array.from({ length: 12 }, newId))
  const form = useForm({
    name: `papers.new.${subject}`,
    schema: bodyOf(makePaper),
    initial,
    shape: values => shaped(values as Asked, guide, ids),
    send: (body, options) => send(makePaper, { params: { id: subject }, body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      toast(t('papers.made'))
      await navigate({ to: `/papers/${body.id}` })
    },
  })
  const back = `/people/${subject}/identity`
  const { fact, pathway } = form.values as Asked
  return (
    <>
      <PageHead
        title={t('papers.new')}
        eyebrow={<Link to={back}>{t('papers.person')}</Link>}
        facts={[t('papers.newText')]}
      />
      <div className="k-narrow">
        <Card>
          <Form
            form={form}
            submit={t('papers.make')}
            beside={
              <Button variant="subtle" size="md" component={Link} to={back}>
                {t('ui.cancel')}
              </Button>
            }
          >
            <ChoiceField
              compact
              at="/fact"
              label={t('papers.field.fact')}
              options={facts.map(value => ({ value, label: t(`papers.fact.${value}`) }))}
            />
            <Twins subject={subject} fact={fact} />
            {fact && <UsualWays guide={guide} fact={fact} />}
            {pathway === 'own' && (
              <>
                <PaperChoice />
                <PathwayChoice at="/own" />
              </>
            )}
            <BlocksField at="/blocks" />
            <DayField at="/on" label={t('papers.onNew')} />
            <OfficeFields />
          </Form>
        </Card>
      </div>
    </>
  )
}

function UsualWays({ guide, fact }: { guide: PaperGuide; fact: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <ChoiceField
      at="/pathway"
      label={t('papers.usual')}
      hint={t('papers.usualNote')}
      options={[
        ...waysFor(guide, fact).map(({ key, way }) => ({
          value: key,
          label: t(`papers.pathway.${way.pathway}`),
          hint: format.list(way.steps.map(code => t(`papers.step.${code}`))),
        })),
        { value: 'own', label: t('papers.usualOwn') },
      ]}
    />
  )
}

/** Allowed, and said: somebody waits for the same already. */
function Twins({ subject, fact }: { subject: string; fact: string | undefined }) {
  const t = useT()
  const rows = usePersonPapers(subject).data?.body.rows ?? []
  const n = rows.filter(row => row.fact === fact && row.closedOn === undefined).length
  return n > 0 ? (
    <Notice kind="wait" live>
      {t('papers.twins', { n })}
    </Notice>
  ) : null
}
