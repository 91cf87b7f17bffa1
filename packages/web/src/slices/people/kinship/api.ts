/** How kinship is asked: the relations of a person, and the tree around them. */
import { familyTree, listRelations } from '@kerege/contract/people/kinship/routes'
import { useGet } from '../../../api.ts'

export const useRelations = (id: string) => useGet(listRelations, { params: { id } })
export const useTree = (id: string) => useGet(familyTree, { params: { id } })
