/** The lessons report as a Word or PDF file, by the writers that papers of the Council use. */
import { type Language, textIn } from '@kerege/contract/common'
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { Block } from '@kerege/contract/council/documents/text'
import { lessonSections } from '@kerege/contract/practices/trainings/after/schema'
import type { Context } from '../../../../platform/context.ts'
import { type Outflow, once } from '../../../../platform/handler.ts'
import { localDay } from '../../../../platform/localDay.ts'
import { agencyNames, agencyOf } from '../../agencies.ts'
import { get } from '../events/store.ts'
import { words } from './certificateFile.ts'
import { read } from './lessons.ts'
import { dayText } from './writing.ts'

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

export async function lessonsFile(
  ctx: Context,
  id: string,
  { format, language }: { format: 'docx' | 'pdf'; language: Language },
): Promise<Outflow> {
  const lessons = await read(ctx, id)
  const event = await get(ctx, id)
  const say = (key: string) => words(language, key)
  const date = localDay(ctx.now, ctx.node.info.timeZone)
  const head: DocumentHead = {
    kind: 'report',
    body: textIn(agencyOf(await agencyNames(ctx.tx), event.agency_id).name, language).text,
    date,
    language,
    sourceLanguage: language,
    version: Math.max(1, lessons.version),
    distribution: 'general',
  }
  const blocks = lessonSections.flatMap((section, at): Block[] => {
    const text = lessons.sections[section]
    if (!text) return []
    const lines = textIn(text, language).text.split('\n').filter(Boolean)
    return [
      { id: `h${at}`, kind: 'heading', level: 1, runs: [{ text: say(`lessons.section.${section}`) }] },
      ...lines.map(
        (line, place): Block => ({ id: `p${at}x${place}`, kind: 'paragraph', runs: [{ text: line }] }),
      ),
    ]
  })
  const text = { title: textIn(lessons.title, language).text, blocks }
  const above = { distribution: '', day: dayText(date), language: '', draft: say('lessons') }
  const bytes =
    format === 'docx'
      ? await (await import('../../../../platform/papers/docx.ts')).writeDocx(head, text, above)
      : await (await import('../../../../platform/papers/pdf.ts')).writePdf(head, text, above)
  ctx.trail.counted('bytes', bytes.length)
  return {
    contentType: mediaTypes[format],
    fileName: `lessons-${event.from_day}.${language}.${format}`,
    length: bytes.length,
    chunks: once(bytes),
  }
}
