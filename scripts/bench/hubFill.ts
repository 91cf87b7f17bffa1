/**
 * Papers of a busy Council: texts of words that our own catalogues use, so that seven languages have their own letters,
 * some words are everywhere and most are rare.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Language, languages } from '../../packages/contract/src/common.ts'
import type { DocumentText } from '../../packages/contract/src/council/documents/text.ts'
import { textWords } from '../../packages/contract/src/council/documents/words.ts'
import { seeded } from '../../packages/contract/src/names/evaluation/people.ts'
import { copyRows } from '../../packages/server/src/demo/copy.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'

const kinds = [
  'agenda',
  'decision',
  'recommendation',
  'statement',
  'record',
  'report',
  'working-paper',
  'note',
]
const states = [
  'issued',
  'issued',
  'issued',
  'issued',
  'issued',
  'circulated',
  'issued',
  'draft',
  'issued',
  'withdrawn',
]
const meetings = 2000
const year = (at: number, of: number) => 2024 + Math.floor((at * 30) / of)

export type Vocabulary = Readonly<Record<Language, readonly string[]>>

export async function readVocabulary(): Promise<Vocabulary> {
  const root = join(import.meta.dirname, '../../packages')
  const slices = ['council', 'people', 'tasks'].map(slice => `web/src/slices/${slice}/messages`)
  const folders = [...slices, 'server/src/slices/council/public/messages']
  const words = async (language: Language) => {
    const texts = await Promise.all(folders.map(one => readFile(join(root, one, `${language}.json`), 'utf8')))
    const all = texts.flatMap(text => Object.values(JSON.parse(text) as Record<string, string>))
    return [...new Set(all.flatMap(text => text.match(/[\p{L}\u02bb]{4,}/gu) ?? []))]
  }
  return Object.fromEntries(
    await Promise.all(languages.map(async one => [one, await words(one)] as const)),
  ) as Record<Language, string[]>
}

export async function fillCouncil(client: pg.Client, documents: number, account: string): Promise<void> {
  const vocabulary = await readVocabulary()
  const draw = seeded(24)
  // A few words stand nearly everywhere, as in all papers of one house.
  const word = (language: Language) => {
    const all = vocabulary[language]
    return all[Math.floor((draw(10_000) / 10_000) ** 2.2 * all.length)] ?? ''
  }
  const sentence = (language: Language, n: number) =>
    Array.from({ length: n }, () => word(language)).join(' ')
  const said = (n: number) =>
    Object.fromEntries(languages.map(one => [one, { text: sentence(one, n), state: 'checked' }]))
  const body = (await client.query<{ id: string }>("select id from council.bodies where code = 'REC'"))
    .rows[0]?.id
  const day = (at: number, of: number) =>
    new Date(Date.UTC(2024, 0, 1) + (at / of) * 30 * 365.25 * 86_400_000).toISOString()

  await client.query('begin')
  const sessions = Array.from({ length: meetings }, () => newId())
  await copyRows(
    client,
    'council.sessions',
    [
      'id',
      'body_id',
      'kind',
      'title',
      'symbol',
      'state',
      'format',
      'from_day',
      'sorts_on',
      'summary',
      'city',
      'is_public',
      'created_at',
      'updated_at',
    ],
    sessions.map((id, at) => {
      const on = day(at, meetings)
      const symbol = `REC/${on.slice(0, 4)}/SES.${at + 100}`
      return [
        id,
        body,
        'session',
        said(6),
        symbol,
        'closed',
        'hybrid',
        on.slice(0, 10),
        on.slice(0, 10),
        said(40),
        'Astana',
        at % 10 !== 0,
        on,
        on,
      ]
    }),
  )
  await copyRows(
    client,
    'council.session_reports',
    ['id', 'session_id', 'ordinal', 'source', 'title', 'participants'],
    sessions.flatMap(id =>
      [0, 1].map(n => [newId(), id, n, `Source ${n}`, sentence('en', 6), String(30 + n)]),
    ),
  )
  const decisions = Array.from({ length: meetings }, () => newId())
  await copyRows(
    client,
    'council.decisions',
    [
      'id',
      'body_id',
      'session_id',
      'state',
      'way',
      'rules_version',
      'symbol',
      'number',
      'year',
      'closed_at',
      'created_by',
      'created_at',
      'updated_at',
    ],
    decisions.map((id, at) => {
      const on = day(at, meetings)
      const symbol = `REC/${year(at, meetings)}/DEC.${at + 1}`
      return [
        id,
        body,
        sessions[at],
        'adopted',
        'room',
        1,
        symbol,
        at + 1,
        year(at, meetings),
        on,
        account,
        on,
        on,
      ]
    }),
  )
  await copyRows(
    client,
    'council.decision_texts',
    ['decision_id', 'number', 'title', 'texts', 'digest', 'account_id', 'at'],
    decisions.map((id, at) => {
      const digest = `\\x${createHash('sha256').update(id).digest('hex')}`
      return [id, 1, said(8), said(120), digest, account, day(at, meetings)]
    }),
  )
  await client.query('analyze council.sessions, council.decisions, council.decision_texts')
  await client.query('select council.index_decision(id) from council.decisions')

  const papers = Array.from({ length: documents }, (_, at) => {
    const on = day(at, documents)
    const state = states[at % states.length] ?? 'issued'
    const symbol =
      state === 'issued' || at % 3 === 0
        ? `REC/${on.slice(0, 4)}/SES.${(at % meetings) + 100}/L.${at + 1}`
        : null
    return { id: newId(), at, on, state, symbol, restricted: at % 7 === 3 }
  })
  await copyRows(
    client,
    'council.documents',
    [
      'id',
      'body_id',
      'session_id',
      'kind',
      'source_language',
      'distribution',
      'state',
      'symbol',
      'circulated_at',
      'issued_at',
      'created_by',
      'created_at',
      'updated_at',
    ],
    papers.map(({ id, at, on, state, symbol, restricted }) => [
      id,
      body,
      sessions[at % meetings],
      kinds[at % kinds.length],
      at % 4 === 0 ? 'ru' : 'en',
      restricted ? 'restricted' : 'general',
      state,
      symbol,
      state === 'draft' ? null : on,
      state === 'issued' ? on : null,
      account,
      on,
      on,
    ]),
  )
  const text = (language: Language): DocumentText => ({
    title: sentence(language, 7),
    blocks: Array.from({ length: 12 }, (_, n) => ({
      id: `b${n}`,
      kind: 'paragraph',
      number: `${n + 1}.`,
      runs: [{ text: sentence(language, 18) }],
    })),
  })
  await client.query(
    'create temporary table filled (document_id uuid, language text, body jsonb, state text, stale boolean, title text, folded text, title_words text[], body_words text[])',
  )
  await client.query(
    'alter table council.document_texts disable trigger document_texts_keep_issued; alter table council.document_languages disable trigger document_languages_noted',
  )
  function* texts() {
    for (const { id, at, symbol } of papers)
      for (const language of languages) {
        // Every tenth document lacks one of its languages.
        if (at % 10 === 9 && language === languages[2 + (Math.floor(at / 10) % 5)]) continue
        const one = text(language)
        const words = textWords(one)
        const parts = (symbol ?? '')
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .filter(Boolean)
        const state = (at + language.charCodeAt(0)) % 9 === 0 ? 'draft' : 'checked'
        yield [
          id,
          language,
          one,
          state,
          (at + language.charCodeAt(1)) % 25 === 0,
          one.title,
          words.title.join(' '),
          words.title,
          [...words.body, ...parts],
        ]
      }
  }
  await copyRows(
    client,
    'filled',
    ['document_id', 'language', 'body', 'state', 'stale', 'title', 'folded', 'title_words', 'body_words'],
    texts(),
  )
  await client.query(
    `insert into council.document_texts (document_id, language, number, body, made_from, state, account_id, at, checked_at)
     select document_id, language, 1, body, case when language in ('en', 'ru') then null else 1 end, state, $1, now(),
       case state when 'checked' then now() end from filled`,
    [account],
  )
  await client.query(
    `insert into council.document_languages (document_id, language, number, state, stale, title, folded_title, words)
     select document_id, language, 1, state, stale, title, folded,
       setweight(array_to_tsvector(array(select distinct unnest(title_words))), 'A') || array_to_tsvector(array(select distinct unnest(body_words))) from filled`,
  )
  await client.query(
    'alter table council.document_texts enable trigger document_texts_keep_issued; alter table council.document_languages enable trigger document_languages_noted',
  )
  await client.query(`update council.documents d set in_languages = l.all_of_them, stale_languages = l.behind from (
    select document_id, array_agg(language) as all_of_them, coalesce(array_agg(language) filter (where stale), '{}') as behind
    from council.document_languages group by 1) l where l.document_id = d.id`)
  await client.query(
    'analyze council.documents, council.document_texts, council.document_languages, council.public_texts',
  )
  await client.query('select council.index_document(id) from council.documents where is_public')
  await client.query('commit')
}
