/** The tree on a page of its own, as wide as the screen, and what leaves on paper. */
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { usePerson } from '../api.ts'
import { usePersonName } from '../person/usePersonName.tsx'
import { useTree } from './api.ts'
import { TreeView } from './TreeView.tsx'

export function TreePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const person = usePerson(id)
  return (
    <Answered query={person} rows={8}>
      {({ body }) => <OneTree person={body} />}
    </Answered>
  )
}

function OneTree({ person }: { person: Person }) {
  const t = useT()
  const shown = usePersonName(person)
  const query = useTree(person.id)
  return (
    <>
      <PageHead
        title={t('kinship.tree')}
        eyebrow={t('kinship.tree')}
        shown={shown}
        acts={
          <>
            <Button variant="default" component={Link} to={`/people/${person.id}/kinship`}>
              {t('kinship.tree.back')}
            </Button>
            <Button leftSection={<IconPrinter size={18} stroke={1.7} />} onClick={() => window.print()}>
              {t('kinship.tree.print')}
            </Button>
          </>
        }
      />
      <Answered query={query} rows={8}>
        {({ body }) => <TreeView large tree={body} self={person.id} />}
      </Answered>
    </>
  )
}
