/** How requests to see a file are asked. */
import { personFiles, previewFile } from '@kerege/contract/rights/fileRoutes'
import { useGet } from '../../../api.ts'

export const useFilesOf = (id: string, enabled: boolean) =>
  useGet(personFiles, { params: { id } }, { enabled })
export const useFilePreview = (id: string) => useGet(previewFile, { params: { id } })
