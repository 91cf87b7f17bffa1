/**
 * What a summary record says of decisions and of the voices on them: what was adopted stands there in its own words. What is restricted is named by its
 * number alone.
 */
import { type Language, textIn } from '@kerege/contract/common'
import type { Block, Run } from '@kerege/contract/council/documents/text'
import type { PartyName } from '@kerege/contract/council/schema'
import { dayText } from '../public/words.ts'
import { named, paragraph, partyIn } from './phrases.ts'
import type { RecordedDecision } from './sourceTypes.ts'
import { words } from './words.ts'

/** @returns nothing for a draft, for what is before the room, and for what was taken back: the session came to none of it */
export function decisionsIn(language: Language): (one: RecordedDecision) => Block[] {
  const say = (key: string, values: Record<string, string> = {}) => words(language, key, values)
  const who = (party: PartyName) => partyIn(party, language)
  const title = (one: RecordedDecision) => textIn(one.title, language).text

  const counted = ({ tally }: RecordedDecision) => ({
    for: String(tally.for),
    against: String(tally.against),
    abstain: String(tally.abstain),
  })

  const adopted = (one: RecordedDecision) => {
    const values = { symbol: one.symbol ?? '', title: title(one), ...counted(one) }
    return say(one.restricted ? 'decision.restricted' : `decision.${one.way ?? 'room'}`, values)
  }
  const ownWords = (one: RecordedDecision): Run[] => {
    const text = one.restricted ? '' : textIn(one.texts, language).text
    if (text === '') return []
    return [{ text: `\n${say('decision.text')}\n` }, { text, italic: true }]
  }
  const broken = (one: RecordedDecision) => {
    const list = one.voices.filter(voice => voice.kind === 'objected').map(voice => who(voice.party))
    const values = { title: title(one), list: list.join('; '), ...counted(one) }
    const how = one.way === 'vote' && list.length === 0 ? 'lost' : 'broken'
    return say(`decision.${how}${one.restricted ? 'Restricted' : ''}`, values)
  }
  const pending = (one: RecordedDecision, expiresAt: string) =>
    say('decision.pending', {
      title: title(one),
      day: dayText(language, expiresAt.slice(0, 10)),
      time: expiresAt.slice(11, 16),
    })
  const voice = (one: RecordedDecision, said: RecordedDecision['voices'][number]): Block[] => {
    if (said.kind !== 'reserved' && said.kind !== 'interpreted') return []
    const bare = one.restricted || !said.words
    const values = { who: who(said.party), symbol: one.symbol ?? '', words: said.words ?? '' }
    return [paragraph(named('v', said.id), say(`voice.${said.kind}${bare ? '.bare' : ''}`, values))]
  }

  return one => {
    const id = named('d', one.id)
    if (one.state === 'adopted')
      return [
        { id, kind: 'paragraph', runs: [{ text: adopted(one) }, ...ownWords(one)] },
        ...one.voices.flatMap(said => voice(one, said)),
      ]
    if (one.state === 'broken') return [paragraph(id, broken(one))]
    if (one.state === 'silence' && !one.restricted && one.expiresAt)
      return [paragraph(id, pending(one, one.expiresAt))]
    return []
  }
}
