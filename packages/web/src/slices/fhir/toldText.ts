/** One thing that a sender told, in a line. What cannot be read by today's shapes says nothing. */
import type { FhirImport } from '@kerege/contract/fhir/importing'
import { Consent, Episode, Goal, Household, Needs, Referral, Relative } from '@kerege/contract/fhir/record'
import { nameText, shownName } from '@kerege/contract/people/rules'
import { ContactSection, IdentitySection, JourneySection } from '@kerege/contract/people/schema'
import type { z } from 'zod'
import type { useFormat } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'

type Told = FhirImport['told'][number]
type Format = ReturnType<typeof useFormat>

export function toldText({ kind, content }: Told, t: Translate, format: Format): string {
  const as = <Shape extends z.ZodType>(shape: Shape): z.output<Shape> | undefined =>
    shape.safeParse(content).data
  switch (kind) {
    case 'goal': {
      const goal = as(Goal)
      return goal ? `${goal.words} → ${goal.target}` : ''
    }
    case 'needs': {
      const { takenOn, ...level } = content
      const one = Needs.shape.levels.element.safeParse(level).data
      const day = Needs.shape.takenOn.safeParse(takenOn).data
      if (!one) return ''
      const what = `${t(`needs.${one.domain}`)}: ${t(`needs.level.${one.level}`)}`
      return [what, one.reason, day && format.date(day)].filter(Boolean).join(' · ')
    }
    case 'consent': {
      const one = as(Consent)
      if (!one) return ''
      const to = [...one.recipients.map(who => t(`consents.to.${who}`)), ...one.contacts]
      const words = one.purposes.map(purpose => t(`consents.purpose.${purpose}`))
      return [t(`consents.kind.${one.kind}`), words.join(', '), to.join(', '), format.date(one.since)]
        .filter(Boolean)
        .join(' · ')
    }
    case 'referral': {
      const one = as(Referral)
      return one ? `${one.service}: ${one.task}` : ''
    }
    case 'relative': {
      const one = as(Relative)
      return one ? [t(`kinship.kind.${one.kind}`), one.name].filter(Boolean).join(': ') : ''
    }
    case 'household': {
      const one = as(Household)
      return one ? [one.name, ...one.members.map(member => member.name)].join(', ') : ''
    }
    case 'episode': {
      const one = as(Episode)
      return one ? `${t(`cases.state.${one.state}`)}, ${format.date(one.openedAt)}` : ''
    }
    case 'contact': {
      const name = shownName(as(ContactSection)?.names ?? [])
      return name ? nameText(name) : ''
    }
    case 'identity': {
      const one = as(IdentitySection)
      const numbers = one?.identifiers.map(number => `${number.system} ${number.value}`) ?? []
      return [...(one?.names.map(nameText) ?? []), ...numbers].join(', ')
    }
    case 'journey': {
      const place = as(JourneySection)?.birthPlace
      return [place?.place, place?.country].filter(Boolean).join(', ')
    }
    case 'functioning':
      return ''
  }
}
