/** The button that asks a device for its passkey. */
import { IconFingerprint } from '@tabler/icons-react'
import { Touch } from './Touch.tsx'

interface Props {
  label: string
  variant?: 'default' | 'filled'
  /** First in a dialog that opens. */
  focused?: boolean
  act: () => Promise<void>
}

export const PasskeyTouch = (props: Props) => <Touch {...props} icon={IconFingerprint} />
