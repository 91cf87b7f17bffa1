/** Searches that one keeps: a mail says when something new fits, and never what. */
import { endSearch, listSearches, saveSearch } from '@kerege/contract/practices/finding/routes'
import {
  mostSavedSearches,
  type PracticeFacets,
  type SavedSearch,
} from '@kerege/contract/practices/finding/schema'
import { ActionIcon, Button } from '@mantine/core'
import { IconBell, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { newId } from '../../../ui/newId.ts'
import css from './finding.module.css'

interface Props {
  words: string
  facets: PracticeFacets
  onPick: (search: SavedSearch) => void
}

export function Kept({ words, facets, onPick }: Props) {
  const t = useT()
  const rows = useGet(listSearches, {}).data?.body.rows ?? []
  const again = () => queryClient.invalidateQueries()
  const save = useMutation({
    mutationFn: () => send(saveSearch, { body: { id: newId(), words: words.slice(0, 200), facets } }),
    onSuccess: again,
  })
  const end = useMutation({
    mutationFn: (id: string) => send(endSearch, { params: { id } }),
    onSuccess: again,
  })
  const here = rows.some(row => row.words === words && JSON.stringify(row.facets) === JSON.stringify(facets))
  return (
    <div className={css.kept}>
      {words !== '' && !here && rows.length < mostSavedSearches && (
        <Button
          variant="default"
          leftSection={<IconBell size={18} stroke={1.7} aria-hidden="true" />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('practices.find.keep')}
        </Button>
      )}
      {rows.length > 0 && <span className="k-dim">{t('practices.find.kept')}</span>}
      {rows.map(row => (
        <span key={row.id} className={css.keptOne}>
          <Button variant="subtle" size="compact-md" onClick={() => onPick(row)}>
            <bdi>{row.words}</bdi>
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('practices.find.end', { words: row.words })}
            onClick={() => end.mutate(row.id)}
          >
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </span>
      ))}
    </div>
  )
}
