/** Documents that anybody may read, with their body and session as far as these are public. */
import type { Tx } from '../../../../platform/database.ts'

export const selected = (tx: Tx) =>
  tx
    .selectFrom('council.documents as d')
    .innerJoin('council.bodies as b', 'b.id', 'd.body_id')
    // Of a session that is not public nobody in particular learns anything.
    .leftJoin('council.sessions as s', 's.id', 'd.session_id')
    .select(['d.id', 'd.symbol', 'd.state', 'd.source_language', 'd.issued_at', 'd.based_on', 'd.relation'])
    .select([
      'b.name as body_name',
      's.id as session_id',
      's.symbol as session_symbol',
      's.title as session_title',
    ])
    .where('d.is_public', '=', true)
