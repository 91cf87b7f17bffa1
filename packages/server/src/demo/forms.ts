/**
 * Invented forms: a first talk with each family of those who can be entered by a door, one of them corrected afterwards; a visit
 * of long ago by the version of then, one of last week and one that is still being written; a look back where there was time for
 * it. Nobody in it is real.
 */
import type { Answers } from '@kerege/contract/forms/answers'
import type { Definition } from '@kerege/contract/forms/definition'
import { definitions } from '@kerege/contract/forms/definitions'
import { ageOn } from '@kerege/contract/people/rules'
import type pg from 'pg'
import { copyRows, type Value } from './copy.ts'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { type FormTexts, formTexts } from './formTexts.ts'
import { type Random, random } from './random.ts'
import type { DemoNode, DemoState } from './types.ts'

interface Made {
  forms: Value[][]
  pages: Value[][]
}

export async function fillForms(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const chance = random(`${seed}/${state}/forms`)
  const made: Made = { forms: [], pages: [] }
  const workers = new Set(
    demo.accounts.filter(one => one.role === 'caseManager' && one.door).map(one => one.id),
  )
  const texts = formTexts[state]
  const children = new Set(
    demo.people.filter(one => (ageOn(one.contact.birth, today)?.max ?? 18) < 18).map(one => one.id),
  )
  demo.grants
    .filter(one => one.kind === 'own' && workers.has(one.accountId) && children.has(one.subjectId))
    .forEach((grant, nth) => {
      const about = { personId: grant.subjectId, by: grant.accountId, today }
      invent(made, chance, about, 'intake', 1, -100, intake(texts), nth % 3 === 0 ? texts : undefined)
      if (nth % 2 === 0) invent(made, chance, about, 'visit', 1, -80, visit(texts, addDays(today, -80)))
      if (nth % 3 === 0) invent(made, chance, about, 'review', 1, -20, review(texts, addDays(today, 70)))
      invent(made, chance, about, 'visit', 2, -6, {
        ...visit(texts, addDays(today, -6)),
        school: { attends: 'goes' },
      })
      // The last stays open: what was seen is written, and nothing else yet.
      if (nth % 2 === 0)
        invent(
          made,
          chance,
          about,
          'visit',
          2,
          -1,
          { meeting: { day: addDays(today, -1), seen: texts.seen } },
          undefined,
          true,
        )
    })
  await copyRows(
    client,
    'forms.forms',
    'id person_id step form form_version sections state version begun_by begun_at handed_by handed_at'.split(
      ' ',
    ),
    made.forms,
  )
  await copyRows(
    client,
    'forms.pages',
    'form_id person_id page compartment edition answers version reason account_id at'.split(' '),
    made.pages,
  )
  await handOver(client, demo)
  await client.query(
    `update forms.forms f set case_id = c.id from cases.cases c
      where c.person_id = f.person_id and c.state not in ('ended', 'transferred', 'merged')`,
  )
}

/** Of each of these workers one visit was begun by their supervisor, who asks them to go on with it. */
async function handOver(client: pg.ClientBase, demo: DemoNode): Promise<void> {
  const lead = demo.accounts.find(one => one.key === 'supervisor')
  if (!lead) return
  await client.query(
    `with handed as (
       update forms.forms set with_id = begun_by, begun_by = $1, given_by = $1, given_at = begun_at
        where id in (select distinct on (begun_by) id from forms.forms where state = 'draft' order by begun_by, id) returning id)
     update forms.pages p set account_id = $1 from handed h where p.form_id = h.id`,
    [lead.id],
  )
}

interface About {
  personId: string
  by: string
  today: string
}

type Pages = Readonly<Record<string, Answers>>

function invent(
  made: Made,
  chance: Random,
  { personId, by, today }: About,
  step: 'intake' | 'visit' | 'review',
  version: number,
  days: number,
  pages: Pages,
  corrected?: FormTexts,
  draft = false,
) {
  const form: Definition | undefined = definitions.find(one => one.id === step && one.version === version)
  if (!form) return
  const day = addDays(today, days)
  const at = momentOf(day, 36_000)
  const id = chance.id(idTime(timeOf(day), today))
  const written = form.pages.filter(page => pages[page.name])
  const state = draft ? 'draft' : corrected ? 'corrected' : 'handed-in'
  made.forms.push([
    ...[id, personId, step, form.id, form.version, [...new Set(form.pages.map(page => page.compartment))]],
    ...[state, written.length + 1, by, at, draft ? null : by, draft ? null : at],
  ])
  for (const { name, compartment } of written)
    made.pages.push([id, personId, name, compartment, 1, pages[name] ?? {}, 1, null, by, at])
  if (corrected) {
    const later = momentOf(addDays(today, days + 4), 40_000)
    const again = { ...pages.child, wants: corrected.wantsNow }
    made.pages.push([id, personId, 'child', 'protection', 2, again, 2, corrected.why, by, later])
  }
}

const intake = (texts: FormTexts): Pages => ({
  arrival: { told: texts.told, stay: 'relatives', needs: ['clothes'] },
  household: { livesWith: ['mother', 'siblings', 'grandparents'] },
  child: { asked: 'with-carer', wants: texts.wants, safe: 'yes' },
  school: { place: 'no-place', hinders: ['papers', 'language'] },
  papers: { missing: ['birth-certificate'], missingWords: texts.tried },
  sharing: { explained: 'yes' },
})

const visit = (texts: FormTexts, day: string): Pages => ({
  meeting: {
    day,
    present: ['the-child', 'mother'],
    seen: texts.seen,
    agreed: texts.agreed,
    next: addDays(day, 21),
  },
  child: { asked: 'with-carer', words: texts.wants, worry: 'no' },
})

const review = (texts: FormTexts, next: string): Pages => ({
  goals: { goals: [{ goal: texts.goal, change: 'reached', words: texts.goalWords }] },
  family: { familyView: texts.familyView },
  child: { asked: 'alone', childView: texts.wants, safe: 'yes' },
  ahead: { goOn: 'go-on', nextReview: next },
})
