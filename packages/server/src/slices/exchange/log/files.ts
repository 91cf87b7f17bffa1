/** The log for anybody: the signed root, and the items in pages that are the same for everybody. */
import { checkpointPath, itemsPath, type Page, pageSize } from '@kerege/contract/exchange/feed'
import { publicFile } from '../../../platform/publicPage.ts'

const checkpointFile = publicFile({
  path: checkpointPath,
  type: 'text/plain; charset=utf-8',
  async render({ tx }) {
    const last = await tx
      .selectFrom('exchange.checkpoints')
      .select('note')
      .orderBy('size', 'desc')
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return last?.note ?? null
  },
})

const itemsFile = publicFile({
  path: itemsPath(0).replace('0', ':from'),
  type: 'application/json; charset=utf-8',
  async render({ tx, params }) {
    const said = params.from ?? ''
    const from = Number(said)
    if (!/^(0|[1-9]\d{0,11})$/.test(said) || from % pageSize !== 0) return null
    const rows = await tx
      .selectFrom('exchange.items')
      .select(['hash', 'text'])
      .where('number', '>=', from)
      .where('number', '<', from + pageSize)
      .orderBy('number')
      .execute()
    if (rows.length === 0) return null
    const items = rows.map(({ text, hash }) => text ?? { hash: hash.toString('base64') })
    return JSON.stringify({ type: 'kerege-exchange-page/1', from, items } satisfies Page)
  },
})

export const exchangeFiles = [checkpointFile, itemsFile]
