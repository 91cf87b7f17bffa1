/** One click into a role of one node. The door stands on that node: nothing is shared between them. */
import type { Start } from '@kerege/contract/access/schema'
import {
  IconBook2,
  IconBriefcase,
  IconBuildingCommunity,
  IconChevronRight,
  IconEye,
  IconGavel,
  IconHeartHandshake,
  IconPlane,
  IconScale,
  IconSchool,
  IconSettings,
  IconStethoscope,
  IconUserHeart,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { RoleName } from '@kerege/contract/access/roles'
import { useT } from '../../i18n/useT.tsx'
import type { Icon } from '../../shell/slice.ts'
import css from './start.module.css'

const icons: Record<RoleName, Icon> = {
  consularOfficer: IconPlane,
  operationLead: IconPlane,
  receptionOfficer: IconHeartHandshake,
  caseManager: IconBriefcase,
  supervisor: IconUsersGroup,
  nationalCoordinator: IconUsersGroup,
  psychologist: IconHeartHandshake,
  doctor: IconStethoscope,
  teacher: IconSchool,
  lawyer: IconScale,
  guardianshipOfficer: IconUserHeart,
  ngoWorker: IconHeartHandshake,
  ombudsperson: IconEye,
  familyMember: IconUserHeart,
  administrator: IconSettings,
  chair: IconGavel,
  secretariat: IconBriefcase,
  delegate: IconBuildingCommunity,
  expert: IconBook2,
  practitioner: IconBook2,
  observer: IconEye,
  hubAuditor: IconEye,
}

type StartNode = Start['nodes'][number]

export function Door({ door, start }: { door: StartNode['doors'][number]; start: StartNode }) {
  const t = useT()
  const Icon = icons[door.role]
  return (
    <a className={css.door} href={`${start.url.replace(/\/$/, '')}/enter#${encodeURIComponent(door.key)}`}>
      <Icon size={20} stroke={1.7} />
      <span className={css.doorWords}>
        <strong>{t(`access.role.${door.role}`)}</strong>
        <span>
          <bdi>{door.name}</bdi>
          {door.count !== undefined && ` · ${t('start.waiting', { n: door.count })}`}
        </span>
        <span className={css.try}>{t(`start.try.${door.role}`)}</span>
      </span>
      <IconChevronRight size={18} stroke={1.7} aria-hidden="true" />
    </a>
  )
}
