/** Who works on this node: accounts with their roles and state. */
import { listAccounts } from '@kerege/contract/access/routes'
import { roleNames } from '@kerege/contract/access/roles'
import type { AccountFilter, AccountRow } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { z } from 'zod'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { AccountState } from './AccountState.tsx'

export function AccountsPage() {
  const t = useT()
  const format = useFormat()
  const columns = useMemo<Column<AccountRow>[]>(() => {
    const roles = (row: AccountRow) => format.list(row.hats.map(hat => t(`access.role.${hat.role}`)))
    return [
      { id: 'name', label: t('administration.name'), cell: row => <bdi>{row.name}</bdi> },
      { id: 'state', label: t('administration.state'), cell: row => <AccountState account={row} /> },
      { id: 'roles', label: t('administration.roles'), cell: roles },
      {
        id: 'agency',
        label: t('administration.agency'),
        cell: row => [...new Set(row.hats.map(hat => hat.agency))].join(', '),
      },
      {
        id: 'factor',
        label: t('administration.secondFactor'),
        cell: row => t(row.secondFactor ? 'administration.factor.on' : 'administration.factor.off'),
      },
      {
        id: 'seen',
        label: t('administration.lastSeen'),
        cell: row => (row.lastSeenAt ? format.relative(row.lastSeenAt) : t('administration.never')),
      },
    ]
  }, [t, format])
  const filters = useMemo<Filter[]>(
    () => [
      {
        id: 'role',
        label: t('administration.role'),
        kind: 'choice',
        options: roleNames.map(value => ({ value, label: t(`access.role.${value}`) })),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead
        title={t('administration.accounts')}
        acts={
          <Button
            component={Link}
            to="/accounts/invite"
            leftSection={<IconUserPlus size={18} stroke={1.7} />}
          >
            {t('administration.invite')}
          </Button>
        }
      />
      <DataList
        name="accounts"
        label={t('administration.accounts')}
        columns={columns}
        filters={filters}
        load={async (query, signal) =>
          // Words of the address: the node parses them, and refuses what is no role.
          (await send(listAccounts, { query: query as z.input<typeof AccountFilter> }, { signal })).body
        }
        rowId={row => row.id}
        rowName={row => <bdi>{row.name}</bdi>}
        href={row => `/accounts/${row.id}`}
        phone={row => ({
          state: <AccountState account={row} />,
          line: format.list(row.hats.map(hat => t(`access.role.${hat.role}`))),
        })}
        empty={{ title: t('administration.noAccounts'), text: t('administration.noAccountsText') }}
      />
    </>
  )
}
