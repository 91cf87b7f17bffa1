/** Words of the invented documents. */
import type { Block, DocumentText } from '@kerege/contract/council/documents/text'

const heading = (id: string, text: string): Block => ({ id, kind: 'heading', level: 1, runs: [{ text }] })
const numbered = (id: string, number: string, text: string): Block => ({
  id,
  kind: 'paragraph',
  number,
  runs: [{ text }],
})
const item = (id: string, number: string, text: string): Block => ({
  id,
  kind: 'item',
  depth: 1,
  number,
  runs: [{ text }],
})

const agendaOf = (title: string, day: string, lines: readonly string[]): DocumentText => ({
  title,
  blocks: [heading('d', day), ...lines.map((line, at) => item(`i${at + 1}`, `${at + 1}.`, line))],
})
export const agenda = {
  en: agendaOf('Provisional agenda of the third session', 'First day', [
    'Opening and adoption of the agenda',
    'What became of the recommendations of the second session',
    'School places for children who have returned: what has worked',
    'One contact in every state: draft recommendation',
    'Other matters and closing',
  ]),
  ru: agendaOf('Предварительная повестка дня третьей сессии', 'Первый день', [
    'Открытие и утверждение повестки дня',
    'Что стало с рекомендациями второй сессии',
    'Места в школах для вернувшихся детей: что получилось',
    'Один контакт в каждом государстве: проект рекомендации',
    'Прочие вопросы и закрытие',
  ]),
  kk: agendaOf('Үшінші сессияның алдын ала күн тәртібі', 'Бірінші күн', [
    'Ашылуы және күн тәртібін бекіту',
    'Екінші сессия ұсынымдары қалай орындалды',
    'Оралған балаларға мектептегі орындар: не нәтиже берді',
    'Әр мемлекетте бір байланыс: ұсыным жобасы',
    'Басқа мәселелер және жабылуы',
  ]),
} as const

const recommendationOf = (
  title: string,
  head: string,
  lines: readonly [string, string, string],
): DocumentText => ({
  title,
  blocks: [
    heading('h', head),
    numbered('a', '1.', lines[0]),
    numbered('b', '2.', lines[1]),
    numbered('c', '3.', lines[2]),
  ],
})
export const recommendation = {
  en: recommendationOf(
    'One contact in every state for families who have returned',
    'The Council recommends',
    [
      'That every state names one office to which a family can turn with any question after its return.',
      'That the office answers within ten working days.',
      'That the office reports to each session how many questions it received and what they were about, without names.',
    ],
  ),
  ru: recommendationOf('Один контакт в каждом государстве для вернувшихся семей', 'Совет рекомендует', [
    'Каждому государству назвать одно учреждение, в которое семья может обратиться с любым вопросом после возвращения.',
    'Этому учреждению отвечать в течение десяти рабочих дней.',
    'Этому учреждению сообщать каждой сессии, сколько вопросов поступило и о чём они, без имён.',
  ]),
  kk: recommendationOf('Оралған отбасылар үшін әр мемлекетте бір байланыс', 'Кеңес ұсынады', [
    'Әр мемлекет отбасы оралғаннан кейін кез келген сұрақпен жүгіне алатын бір мекемені белгілесін.',
    'Мекеме он жұмыс күні ішінде жауап берсін.',
    'Мекеме әр сессияға қанша сұрақ түскенін және олардың не туралы екенін есімсіз хабарласын.',
  ]),
} as const

export const amendments = {
  accepted: {
    blockId: 'b',
    words: 'That the office answers within five working days, and at once where a child is ill.',
    reason: 'Ten days are long when a child needs a doctor',
  },
  waiting: {
    blockId: 'b',
    words: 'That the office answers within ten working days in the language of the family.',
    reason: 'An answer helps only those who can read it',
  },
} as const
export const answer = 'Agreed among the delegations'
export const comment = 'Could the numbers be given by region as well?'
