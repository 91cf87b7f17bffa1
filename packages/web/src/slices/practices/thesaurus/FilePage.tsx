/** The thesaurus as a file: taken out, and taken in again once somebody has seen what would become of it. */
import { urlOf } from '@kerege/contract/client'
import { previewThesaurus, takeThesaurus, thesaurusAsFile } from '@kerege/contract/practices/thesaurus/routes'
import { mostThesaurusLetters } from '@kerege/contract/practices/thesaurus/schema'
import { Button, Checkbox, FileButton } from '@mantine/core'
import { IconDownload, IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'
import { FileReport } from './FileReport.tsx'

export function FilePage() {
  const t = useT()
  const file = (as: 'turtle' | 'csv') => urlOf(thesaurusAsFile, { query: { as } })
  return (
    <>
      <PageHead
        title={t('thesaurus.file')}
        eyebrow={<Link to="/thesaurus">{t('thesaurus.title')}</Link>}
        facts={[t('thesaurus.fileLede')]}
      />
      <div className="k-stack k-narrow">
        <Card title={t('thesaurus.takeOut')}>
          <div className="k-row">
            {(['csv', 'turtle'] as const).map(as => (
              <Button
                key={as}
                component="a"
                variant="default"
                href={file(as)}
                download
                leftSection={<IconDownload size={18} stroke={1.7} />}
              >
                {t(`thesaurus.as.${as}`)}
              </Button>
            ))}
          </div>
        </Card>
        <Card title={t('thesaurus.takeIn')}>
          <TakeIn />
        </Card>
      </div>
    </>
  )
}

function TakeIn() {
  const t = useT()
  const navigate = useNavigate()
  const [text, setText] = useState<string>()
  const [whole, setWhole] = useState(false)
  const [asking, ask] = useState(false)
  const [isTooLong, setTooLong] = useState(false)
  const reading = useMutation({
    mutationFn: async (body: { text: string; whole: boolean }) =>
      (await send(previewThesaurus, { body })).body,
  })
  const report = reading.data
  const look = (given: string, all: boolean) => {
    setTooLong(given.length > mostThesaurusLetters)
    if (given.length <= mostThesaurusLetters) reading.mutate({ text: given, whole: all })
    else reading.reset()
  }
  const choose = async (chosen: File | null) => {
    if (!chosen) return
    const given = await chosen.text()
    setText(given)
    look(given, whole)
  }
  const take = async (reason: string) => {
    if (text === undefined || !report) return
    await send(takeThesaurus, { body: { text, whole, seen: report.seen, reason } })
    toast(t('thesaurus.saved'))
    await queryClient.invalidateQueries()
    await navigate({ to: '/thesaurus' })
  }
  const useful =
    report !== undefined &&
    report.faults.length === 0 &&
    report.added.length + report.changed.length + report.removed.length > 0
  return (
    <div className="k-stack">
      <Checkbox
        checked={whole}
        label={t('thesaurus.whole')}
        description={t('thesaurus.wholeHint')}
        onChange={event => {
          setWhole(event.currentTarget.checked)
          if (text !== undefined) look(text, event.currentTarget.checked)
        }}
      />
      <div>
        <FileButton accept=".ttl,.csv,.txt" onChange={choose}>
          {props => (
            <Button
              {...props}
              variant={useful ? 'default' : 'filled'}
              loading={reading.isPending}
              leftSection={<IconFileText size={18} stroke={1.7} />}
            >
              {t('thesaurus.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {isTooLong && (
        <Notice kind="stop" live>
          {t('thesaurus.problem.too-large')}
        </Notice>
      )}
      {reading.error && (
        <Notice kind="stop" live>
          {problemText(reading.error, 'thesaurus')}
        </Notice>
      )}
      {report && <FileReport report={report} />}
      {useful && (
        <div>
          <Button onClick={() => ask(true)}>{t('thesaurus.takeIn')}</Button>
        </div>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => ask(false)}
        title={t('thesaurus.takeInTitle')}
        consequence={t('thesaurus.takeInText')}
        act={t('thesaurus.takeIn')}
        grave={false}
        slice="thesaurus"
        onAct={take}
      />
    </div>
  )
}
