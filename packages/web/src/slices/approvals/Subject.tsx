/** What a request is about, by name, and as a link where there is a page to open. */
import type { ApprovalRow } from '@kerege/contract/approvals/schema'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../shell/session.ts'
import { linkTo } from '../../ui/address.ts'
import { subjectPath } from './words.ts'

interface Props {
  approval: Pick<ApprovalRow, 'subjectKind' | 'subjectId' | 'params'>
  name: string
}

export function Subject({ approval, name }: Props) {
  const may = useMay()
  const path = subjectPath(approval, may('accounts.administer'))
  if (!path) return <bdi>{name}</bdi>
  return (
    <Link {...linkTo(path)}>
      <bdi>{name}</bdi>
    </Link>
  )
}
