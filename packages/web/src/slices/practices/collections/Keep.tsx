/** The button "Keep": into one's own reading list, and out of it again. */
import { dropKept, keepPractice, listKept } from '@kerege/contract/practices/collections/routes'
import { Button } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react'
import { queryClient, useGet, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { problemText } from '../../../ui/problems.ts'
import { toast } from '../../../ui/toasts.ts'

export function Keep({ practiceId }: { practiceId: string }) {
  const t = useT()
  const rows = useGet(listKept, {}).data?.body.rows
  const keep = useSend(keepPractice)
  const drop = useSend(dropKept)
  const kept = rows?.some(row => row.practice.id === practiceId) ?? false
  const after = {
    onSuccess: () => {
      toast(t(kept ? 'practices.keep.dropped' : 'practices.keep.done'))
      void queryClient.invalidateQueries({ queryKey: [listKept.method, listKept.path] })
    },
    onError: (error: unknown) => toast(problemText(error, 'practices')),
  }
  const press = () => {
    const params = { id: practiceId }
    if (kept) drop.mutate({ input: { params } }, after)
    else keep.mutate({ input: { params, body: {} } }, after)
  }
  const Icon = kept ? IconBookmarkFilled : IconBookmark
  return (
    <Button
      variant="default"
      aria-pressed={kept}
      loading={keep.isPending || drop.isPending}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden="true" />}
      onClick={press}
    >
      {t(kept ? 'practices.keep.kept' : 'practices.keep')}
    </Button>
  )
}
