/** From which body and which session something comes, as a row of a list says it. */
import type { MultiText } from '@kerege/contract/common'

interface Row {
  body_id: string
  body_code: string
  body_name: unknown
  session_id: string | null
  session_title: unknown
  session_symbol: string | null
}

export const whenceOf = (row: Row) => ({
  body: { id: row.body_id, code: row.body_code, name: row.body_name as MultiText },
  ...(row.session_id === null || row.session_title === null
    ? {}
    : {
        session: {
          id: row.session_id,
          title: row.session_title as MultiText,
          ...(row.session_symbol === null ? {} : { symbol: row.session_symbol }),
        },
      }),
})
