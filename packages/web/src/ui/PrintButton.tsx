/** Prints the page as it stands; what belongs to the screen only stays behind (`k-screen`). */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useT } from '../i18n/useT.tsx'

export function PrintButton() {
  const t = useT()
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={18} stroke={1.7} />}
      onClick={() => window.print()}
    >
      {t('ui.print')}
    </Button>
  )
}
