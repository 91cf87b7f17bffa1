/** Whose tasks: mine, those I gave, my team's, all that are open to me. Kept in the address. */
import { taskViews } from '@kerege/contract/tasks/schema'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { Tabs } from '../../ui/Tabs.tsx'

export type Of = (typeof taskViews)[number]

export const ofWanted = (search: { of?: string }): Of => taskViews.find(view => view === search.of) ?? 'mine'

export function OfTabs({ here }: { here: Of }) {
  const t = useT()
  const { hat } = useSession()
  return (
    <Tabs
      label={t('tasks.whose')}
      here={here}
      tabs={taskViews
        .filter(view => view !== 'team' || hat.team)
        .map(view => ({
          id: view,
          label: t(`tasks.of.${view}`),
          href: view === 'mine' ? '/tasks' : `/tasks?of=${view}`,
        }))}
    />
  )
}
