/** What was learnt as the draft of a practice: its texts where they belong, the rest for its author to write. */
import { languages, type MultiText } from '../../../common.ts'
import type { MakePractice } from '../../record/schema.ts'
import type { Event } from '../events/schema.ts'
import type { Lessons } from './schema.ts'

type Known = Pick<Event, 'domains' | 'country' | 'from'>

export function practiceOfLessons(id: string, lessons: Lessons, event: Known): MakePractice {
  const { held, figures, worked, hindered, next } = lessons.sections
  return {
    id,
    audience: 'practitioners',
    licence: 'CC-BY-4.0',
    sourceLanguage: languages.find(language => writtenIn(language, lessons)) ?? 'en',
    content: {
      texts: {
        title: lessons.title,
        ...(held ? { summary: held } : {}),
        ...(figures ? { evidence: figures } : {}),
        ...(worked ? { results: worked } : {}),
        ...(hindered ? { limits: hindered } : {}),
        ...(next ? { transfer: next } : {}),
      },
      facts: {
        domains: event.domains,
        themes: [],
        settings: [],
        audience: ['staff'],
        ages: {},
        sex: 'any',
        country: event.country,
        since: Number(event.from.slice(0, 4)),
        evidenceLevel: 'followed',
        figures: [],
        sources: [],
        related: [],
      },
    },
  }
}

/** What people wrote says it best; what the system drafted is there in every language. */
const writtenIn = (language: keyof MultiText, { title, sections }: Lessons): boolean =>
  title[language] !== undefined &&
  [sections.worked, sections.hindered, sections.next].every(text => !text || text[language] !== undefined)
