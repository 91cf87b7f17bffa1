/** Brings a case from a FHIR file: chosen, looked at whole, then taken in. Of the file nothing is kept on the device. */
import { lookAtFhir } from '@kerege/contract/fhir/routes'
import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { LookedAt } from './LookedAt.tsx'

export type Bundle = Record<string, unknown>

export function BringPage() {
  const t = useT()
  const [bundle, setBundle] = useState<Bundle>()
  const [unread, setUnread] = useState(false)
  const looking = useMutation({
    mutationFn: async (given: Bundle) => (await send(lookAtFhir, { body: { bundle: given } })).body,
  })
  const read = async (chosen: File | null) => {
    if (!chosen) return
    const parsed = parse(await chosen.text())
    setUnread(!parsed)
    setBundle(parsed)
    looking.reset()
    if (parsed) looking.mutate(parsed)
  }
  return (
    <>
      <PageHead title={t('fhir.bring')} facts={[t('fhir.bring.text')]} />
      <div className="k-stack">
        <div>
          <FileButton accept=".json,application/fhir+json" onChange={read}>
            {props => (
              <Button
                {...props}
                variant={looking.data ? 'default' : 'filled'}
                loading={looking.isPending}
                leftSection={<IconFileText size={18} stroke={1.7} />}
              >
                {t('fhir.bring.choose')}
              </Button>
            )}
          </FileButton>
        </div>
        {unread && (
          <Notice kind="stop" live>
            {t('fhir.bring.noJson')}
          </Notice>
        )}
        {looking.error && (
          <Notice kind="stop" live>
            {problemText(looking.error, 'fhir')}
          </Notice>
        )}
        {bundle && looking.data && <LookedAt key={looking.submittedAt} bundle={bundle} look={looking.data} />}
      </div>
    </>
  )
}

function parse(text: string): Bundle | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Bundle)
      : undefined
  } catch {
    return undefined
  }
}
