/** `/public/thesaurus.ttl`: the concepts by which practices are found, for other libraries and their editors. */
import { thesaurusTurtle } from '@kerege/contract/analysis/thesaurus/turtle'
import { publicFile } from '../../../../platform/publicPage.ts'
import { currentAnalyser } from '../../thesaurus/current.ts'

export const thesaurusFile = publicFile({
  path: '/public/thesaurus.ttl',
  type: 'text/turtle; charset=utf-8',
  render: async ({ tx }) => thesaurusTurtle((await currentAnalyser(tx)).concepts),
})
