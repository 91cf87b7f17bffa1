/** Tells those who keep order that a text should not stand there, with a reason. Its author does not learn who did. */
import { reportText } from '@kerege/contract/practices/questions/routes'
import type { TextKind } from '@kerege/contract/practices/questions/rules'
import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { newId } from '../../../ui/newId.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { toast } from '../../../ui/toasts.ts'

export function ReportButton({ kind, targetId }: { kind: TextKind; targetId: string }) {
  const t = useT()
  const [opened, setOpened] = useState(false)
  return (
    <div className="k-screen">
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconFlag size={16} stroke={1.7} />}
        onClick={() => setOpened(true)}
      >
        {t('practices.questions.report')}
      </Button>
      <ReasonDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('practices.questions.report')}
        consequence={t('practices.questions.reportText')}
        act={t('practices.questions.reportAct')}
        slice="practices"
        grave={false}
        onAct={async reason => {
          await send(reportText, { body: { id: newId(), kind, targetId, reason } })
          toast(t('practices.questions.reported'))
        }}
      />
    </div>
  )
}
