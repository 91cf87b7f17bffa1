/** The directory as a list, as a map, and by area; the list and the map keep each other's filters. */
import { useT } from '../../i18n/useT.tsx'
import { Tabs } from '../../ui/Tabs.tsx'

interface Props {
  here: 'list' | 'map' | 'areas'
  /** As they stand in the address, with the question mark. */
  filters?: string
}

export function Views({ here, filters = '' }: Props) {
  const t = useT()
  return (
    <Tabs
      label={t('services.view')}
      here={here}
      tabs={[
        { id: 'list', label: t('services.view.list'), href: `/services${filters}` },
        { id: 'map', label: t('services.view.map'), href: `/services/map${filters}` },
        { id: 'areas', label: t('services.view.areas'), href: '/services/areas' },
      ]}
    />
  )
}
