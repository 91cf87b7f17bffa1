/** The tree on the person's page, once there is anybody to draw. */
import type { Person } from '@kerege/contract/people/schema'
import { Link } from '@tanstack/react-router'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useTree } from './api.ts'
import { TreeView } from './TreeView.tsx'

export function TreeCard({ person }: { person: Person }) {
  const t = useT()
  const tree = useTree(person.id).data?.body
  if (!tree || tree.people.length < 2) return null
  const open = tree.checks.filter(check => !check.looked).length
  return (
    <Card
      title={t('kinship.tree')}
      note={open > 0 ? t('kinship.checks.n', { n: open }) : t('kinship.tree.note')}
      side={<Link to={`/people/${person.id}/tree`}>{t('kinship.tree.large')}</Link>}
    >
      <TreeView tree={tree} self={person.id} />
    </Card>
  )
}
