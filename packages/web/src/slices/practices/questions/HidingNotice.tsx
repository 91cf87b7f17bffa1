/** Says to an author why a text is hidden, and lets them ask once that somebody else looks. */
import { appealHiding } from '@kerege/contract/practices/questions/routes'
import type { Hiding } from '@kerege/contract/practices/questions/hiding'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'

export function HidingNotice({ hiding }: { hiding: Hiding }) {
  const t = useT()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Notice
        kind="stop"
        title={t('practices.questions.hidden')}
        act={
          hiding.mayAppeal && (
            <Button variant="default" onClick={() => setOpened(true)}>
              {t('practices.questions.appeal')}
            </Button>
          )
        }
      >
        <bdi>{hiding.reason}</bdi>
        {hiding.appeal && !hiding.verdict && <p>{t('practices.questions.appealed')}</p>}
        {hiding.words && (
          <p>
            <bdi>{hiding.words}</bdi>
          </p>
        )}
      </Notice>
      <ReasonDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('practices.questions.appeal')}
        consequence={t('practices.questions.appealText')}
        act={t('practices.questions.appeal')}
        slice="practices"
        grave={false}
        onAct={async words => {
          await send(appealHiding, { params: { id: hiding.id }, body: { words } })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}
