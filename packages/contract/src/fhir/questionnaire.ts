/** QuestionnaireResponse: a look at the needs, domain by domain, and the six questions on functioning. There is no sum of either. */
import type { z } from 'zod'
import { Disability, disabilityDomains } from '../people/schema.ts'
import { Needs as NeedsShape, type Needs } from './record.ts'
import { piece, type Spot } from './spot.ts'
import { coding, extension, some, system } from './systems.ts'
import type { Element, Resource } from './types.ts'

const questionnaire = (name: string) => system(`questionnaire:${name}`)
export const functioningName = questionnaire('washington-group-short-set')
const needsName = questionnaire('needs')

export const needsOf = (one: Needs, subject: Element): Resource => ({
  resourceType: 'QuestionnaireResponse',
  extension: [extension('about', 'valueCode', one.about)],
  questionnaire: `${needsName}|${one.version}`,
  status: 'completed',
  subject,
  authored: one.takenOn,
  ...some(
    'item',
    one.levels.map(level => ({
      linkId: level.domain,
      answer: [
        {
          valueInteger: level.level,
          item: [{ linkId: `${level.domain}.why`, answer: [{ valueString: level.reason }] }],
        },
      ],
    })),
  ),
})

export const isNeeds = (spot: Spot): boolean =>
  String(spot.get('questionnaire').value ?? '').startsWith(`${needsName}|`)
export const isFunctioning = (spot: Spot): boolean => spot.get('questionnaire').value === functioningName

export const readNeeds = (spot: Spot): Needs | undefined =>
  piece(
    spot,
    NeedsShape,
    {
      about: spot.extension('about').get('valueCode'),
      version: spot.get('questionnaire').text()?.split('|')[1],
      takenOn: spot.get('authored'),
      levels: spot.each('item').map(item => {
        const answer = item.first('answer')
        return {
          domain: item.get('linkId').value,
          level: answer.get('valueInteger').value,
          reason: answer.first('item').first('answer').get('valueString').value,
        }
      }),
    },
    { '/levels': spot.get('item') },
  )

type Functioning = z.infer<typeof Disability>
export const functioningOf = (one: Functioning, subject: Element): Resource => ({
  resourceType: 'QuestionnaireResponse',
  extension: [extension('answered-by', 'valueCode', one.answeredBy)],
  questionnaire: functioningName,
  status: 'completed',
  subject,
  authored: one.askedOn,
  item: disabilityDomains.map(domain => ({
    linkId: domain,
    answer: [{ valueCoding: coding('difficulty', one[domain]) }],
  })),
})

export const readFunctioning = (spot: Spot): Functioning | undefined => {
  const items = spot.each('item')
  const answer = (domain: string) =>
    items
      .find(item => item.get('linkId').value === domain)
      ?.first('answer')
      .get('valueCoding')
      .get('code').value
  return piece(spot, Disability, {
    ...Object.fromEntries(disabilityDomains.map(domain => [domain, answer(domain)])),
    askedOn: spot.get('authored'),
    answeredBy: spot.extension('answered-by').get('valueCode'),
  })
}
