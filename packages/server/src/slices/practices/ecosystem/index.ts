/** The library as the world sees it: pages, feeds, citations, and the door for harvesters. In the order of the menu. */
import type { AnyPublic } from '../../../platform/publicPage.ts'
import { usesOfOne } from '../adoption/store.ts'
import { oaiProvider } from './oai/provider.ts'
import { citationsOfList, citationsOfOne } from './pages/citations.ts'
import { practicesAtom } from './pages/feeds.ts'
import { listPage } from './pages/listPage.ts'
import { recordPages } from './pages/recordPage.ts'
import { themesPage } from './pages/themesPage.ts'
import { thesaurusFile } from './pages/thesaurus.ts'

export const practicePages: readonly AnyPublic[] = [
  listPage,
  practicesAtom,
  ...citationsOfList,
  themesPage,
  thesaurusFile,
  ...citationsOfOne,
  ...recordPages((visit, practiceId) => usesOfOne(visit.tx, practiceId)),
  oaiProvider,
]
