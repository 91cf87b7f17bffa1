/** From the working side to the page that everybody reads. Written by the server, so it is opened and not routed to. */
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { useT } from '../../../i18n/useT.tsx'

interface Props {
  what: 'sessions' | 'decisions'
  one: { id: string; symbol?: string | undefined }
}

export function PublicLink({ what, one }: Props) {
  return <a href={publicAddress(what, one)}>{useT()('council.publicPage.look')}</a>
}
