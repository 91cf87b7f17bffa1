/** The five lists of trainings, each at an address of its own. */
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { Tabs } from '../../../../ui/Tabs.tsx'

const ids = ['events', 'board', 'catalogue', 'needs', 'gaps'] as const
type Id = (typeof ids)[number]

export function TrainingTabs({ here }: { here: Id }) {
  const t = useT()
  const may = useMay()
  // Needs are told among those who ask for trainings and hold them.
  const shown = ids.filter(id => may('trainings.take') || (id !== 'needs' && id !== 'gaps'))
  return (
    <Tabs
      label={t('trainings.title')}
      here={here}
      tabs={shown.map(id => ({
        id,
        label: t(`trainings.tab.${id}`),
        href: id === 'events' ? '/trainings' : `/trainings/${id}`,
      }))}
    />
  )
}
