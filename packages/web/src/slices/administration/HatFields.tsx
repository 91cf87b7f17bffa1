/** One role in one place: role, agency, team, areas. The list of roles is that of this kind of node. */
import { listAgencies } from '@kerege/contract/access/routes'
import { role, roleNames } from '@kerege/contract/access/roles'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { AreasField } from '../../ui/form/AreaField.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { useFormState } from '../../ui/form/Form.tsx'
import { RepeatField } from '../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'

export function HatFields({ at }: { at: string }) {
  const t = useT()
  const blank = () => ({ role: '', agencyId: '', areas: [] })
  return (
    <RepeatField
      at={at}
      legend={n => t('administration.roleNo', { n })}
      add={t('administration.addRole')}
      blank={blank}
      min={1}
      max={10}
    >
      {one => <OneHat at={one} />}
    </RepeatField>
  )
}

function OneHat({ at }: { at: string }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const { node } = useSession()
  const places = useGet(listAgencies, {}, { freshFor: 300_000 }).data?.body
  const agencyId = form.get(`${at}/agencyId`)
  const teams = places?.teams.filter(team => team.agencyId === agencyId) ?? []
  return (
    <>
      <ChoiceField
        compact
        at={`${at}/role`}
        label={t('administration.role')}
        options={roleNames
          .filter(name => role(name).nodes.includes(node.kind))
          .map(value => ({ value, label: t(`access.role.${value}`) }))}
      />
      <SearchChoiceField
        at={`${at}/agencyId`}
        label={t('administration.agency')}
        options={
          places?.agencies.map(agency => ({ value: agency.id, label: format.text(agency.name).text })) ?? []
        }
      />
      {teams.length > 0 && (
        <SearchChoiceField
          optional
          at={`${at}/teamId`}
          label={t('administration.team')}
          options={teams.map(team => ({ value: team.id, label: team.name }))}
        />
      )}
      <AreasField at={`${at}/areas`} label={t('administration.areas')} />
    </>
  )
}
