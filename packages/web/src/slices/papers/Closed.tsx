/** What a paper keeps closed: an icon and the word for each, in the colour of what somebody cannot get. */
import type { Blocked } from '@kerege/contract/people/papers/rules'
import {
  IconBuildingBank,
  IconBriefcase,
  IconHeartHandshake,
  IconHome,
  IconPlane,
  IconSchool,
  IconStethoscope,
  IconWallet,
} from '@tabler/icons-react'
import { useT } from '../../i18n/useT.tsx'
import type { Icon } from '../../shell/slice.ts'
import css from './papers.module.css'

const icons: Readonly<Record<Blocked, Icon>> = {
  school: IconSchool,
  clinic: IconStethoscope,
  benefit: IconWallet,
  travel: IconPlane,
  housing: IconHome,
  work: IconBriefcase,
  guardianship: IconHeartHandshake,
  bank: IconBuildingBank,
}

export function Closed({ blocks }: { blocks: readonly Blocked[] }) {
  const t = useT()
  if (blocks.length === 0) return null
  return (
    <ul className={css.closed}>
      {blocks.map(one => {
        const OneIcon = icons[one]
        return (
          <li key={one}>
            <OneIcon size={18} stroke={1.7} />
            <span>{t(`papers.shut.${one}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
