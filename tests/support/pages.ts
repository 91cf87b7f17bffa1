/**
 * Every page of the app, once: pictures are taken of each, and a journey looks at each for faults. A new page adds
 * its line.
 */
import { romanise } from '@kerege/contract/names/index'
import type { Page } from 'playwright-core'
import { go, settled } from './going.ts'

export interface PageOfApp {
  /** Kebab-case, unique: the name of its pictures. */
  readonly name: string
  /** Who opens it, signed in as whom the start page has for this role; nobody in particular when absent. */
  readonly role?: string
  /** Id of the node; `kz` when absent. */
  readonly node?: string
  readonly path: string
  /** What to do before one looks: open the first row, a menu, a dialog. */
  readonly act?: (page: Page) => Promise<void>
  /**
   * What opens over the page, as the words that one presses one after the other (keys of messages). Choice fields,
   * and menus within the page, are opened without being named here.
   */
  readonly opens?: readonly (readonly string[])[]
}

const administrator = 'administrator'
const worker = 'caseManager'

export const pages: readonly PageOfApp[] = [
  { name: 'start', node: 'hub', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in-sso', path: '/sign-in/sso' },
  { name: 'password-forgotten', path: '/password/forgotten' },
  { name: 'password-reset', path: '/password/reset?token=not-a-real-one' },
  { name: 'invitation', path: '/invitation?token=not-a-real-one' },
  { name: 'your-rights', path: '/your-rights' },
  { name: 'complain', path: '/complain' },
  {
    name: 'complaints-one',
    role: 'ombudsperson',
    path: '/complaints',
    act: openFirst('/complaints'),
    opens: [['complaints.act.sorted']],
  },
  { name: 'glass-open', role: worker, path: '/glass/open' },
  { name: 'glass', role: 'ombudsperson', path: '/glass?of=all' },
  { name: 'retention', role: 'supervisor', path: '/retention' },
  { name: 'not-here', role: administrator, path: '/nowhere' },
  {
    name: 'today',
    role: worker,
    path: '/today',
    opens: [['shell.language.now'], ['shell.account'], ['shell.search']],
  },
  { name: 'today-of-a-supervisor', role: 'supervisor', path: '/today' },
  { name: 'more', role: worker, path: '/more' },
  { name: 'account', role: administrator, path: '/account' },
  { name: 'account-rights', role: worker, path: '/account/rights' },
  { name: 'account-sessions', role: administrator, path: '/account/sessions' },
  {
    name: 'accounts',
    role: administrator,
    path: '/accounts',
    opens: [['ui.list.filters'], ['ui.list.filters', 'ui.list.tab.saved']],
  },
  {
    name: 'accounts-one',
    role: administrator,
    path: '/accounts',
    act: openFirst('/accounts'),
    opens: [['administration.block'], ['administration.changeRoles']],
  },
  { name: 'accounts-invite', role: administrator, path: '/accounts/invite' },
  {
    name: 'agencies',
    role: administrator,
    path: '/agencies',
    opens: [['administration.addAgency'], ['administration.addTeamTo']],
  },
  { name: 'areas', role: administrator, path: '/areas', opens: [['administration.import']] },
  { name: 'people', role: worker, path: '/people', opens: [['ui.list.filters']] },
  { name: 'people-search', role: worker, path: '/people/search' },
  {
    name: 'people-situation',
    role: worker,
    path: `/calendar?from=${new Date().toISOString().slice(0, 10)}`,
    act: openFirst('/people'),
  },
  { name: 'situation', role: worker, path: '/situation', opens: [['ui.list.filters']] },
  { name: 'people-found', role: worker, path: '/people', act: typeFirstName('/people/search') },
  { name: 'people-new', role: worker, path: '/people/new' },
  { name: 'people-alike', role: worker, path: '/people', act: typeFirstName('/people/new') },
  {
    name: 'people-one',
    role: worker,
    path: '/people',
    act: openFirst('/people'),
    opens: [
      ['people.open.why'],
      ['people.more', 'people.history'],
      ['people.more', 'people.move'],
      ['documents.add'],
    ],
  },
  {
    name: 'people-one-of-a-supervisor',
    role: 'supervisor',
    path: '/people',
    act: openFirst('/people'),
    opens: [
      ['people.whoSaw'],
      ['people.beside.add'],
      ['people.beside.endOf'],
      ['people.more', 'people.erase'],
    ],
  },
  { name: 'waiting', role: worker, path: '/waiting' },
  { name: 'boarding', role: 'operationLead', path: '/boarding' },
  {
    name: 'boarding-leg',
    role: 'operationLead',
    path: '/boarding',
    act: openBoard,
    opens: [['boarding.scan'], ['boarding.notOnList']],
  },
  {
    name: 'arrivals',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openArrivals,
  },
  { name: 'tasks', role: worker, path: '/tasks', opens: [['ui.list.filters']] },
  { name: 'cases', role: worker, path: '/cases', opens: [['ui.list.filters']] },
  { name: 'cases-bring', role: worker, path: '/cases/bring' },
  {
    name: 'cases-one',
    role: worker,
    path: '/cases',
    act: openFirst('/cases'),
    opens: [
      ['cases.back'],
      ['casework.notes.write'],
      ['casework.concerns.add'],
      ['casework.obstacles.add'],
      ['fhir.leave'],
    ],
  },
  {
    name: 'obstacles',
    role: 'supervisor',
    path: '/obstacles',
    opens: [['ui.list.filters']],
  },
  {
    name: 'obstacles-one',
    role: worker,
    path: '/obstacles',
    act: openFirst('/obstacles'),
    opens: [['casework.obstacles.do.solved']],
  },
  {
    name: 'calendar',
    role: worker,
    path: '/calendar',
    opens: [['visits.change'], ['visits.callOff']],
  },
  {
    name: 'services-one',
    role: 'supervisor',
    path: '/services',
    act: openFirst('/services'),
    opens: [['services.organisation.change']],
  },
  { name: 'services-areas', role: 'supervisor', path: '/services/areas' },
  { name: 'services-map', role: worker, path: '/services/map', opens: [['ui.list.filters']] },
  {
    name: 'referrals-one',
    role: worker,
    path: '/referrals',
    act: openFirst('/referrals'),
    opens: [['referrals.do.called-off']],
  },
  {
    name: 'offered-one',
    role: 'supervisor',
    path: '/offered',
    act: openFirst('/offered'),
    opens: [['transfers.accept'], ['transfers.decline']],
  },
  {
    name: 'entitlements-one',
    role: worker,
    path: '/entitlements',
    act: openFirst('/entitlements/of'),
    opens: [['entitlements.deliveries.add'], ['entitlements.print']],
  },
  { name: 'forms', role: worker, path: '/people', act: openForms(0), opens: [['forms.begin']] },
  { name: 'forms-draft', role: worker, path: '/people', act: openForms('draft') },
  { name: 'forms-handed-in', role: worker, path: '/people', act: openForms('handed') },
  { name: 'answer', path: '/answer#not-a-real-one' },
  { name: 'obstacles-by-desk', role: 'nationalCoordinator', path: '/obstacles?of=desks' },
  {
    name: 'plan',
    role: worker,
    path: '/cases?state=active',
    act: openFirst('/cases', '/plan'),
    opens: [['plans.review'], ['plans.print']],
  },
  {
    name: 'conference',
    role: worker,
    path: '/conferences',
    // One that has a record.
    act: openLast('/conferences'),
    opens: [['meetings.amend'], ['meetings.print']],
  },
  { name: 'best-interests', role: 'guardianshipOfficer', path: '/today', act: openFirst('/best-interests') },
  {
    name: 'assessments',
    role: 'psychologist',
    path: '/people',
    act: openAssessments,
    opens: [['assessments.take']],
  },
  { name: 'assessments-of-needs', role: worker, path: '/people', act: openAssessments },
  { name: 'assessments-one', role: 'psychologist', path: '/people', act: openScreening },
  { name: 'assessments-needs', role: worker, path: '/people', act: beginAssessment('needs') },
  { name: 'assessments-question', role: 'psychologist', path: '/people', act: beginAssessment('who-5') },
  {
    name: 'instruments',
    role: administrator,
    path: '/instruments',
    opens: [['assessments.text.add'], ['assessments.cut.set']],
  },
  { name: 'sharing', role: worker, path: '/sharing', opens: [['ui.list.filters']] },
  {
    name: 'sharing-of',
    role: worker,
    path: '/people',
    act: openSharing,
    opens: [['consents.record'], ['consents.tell']],
  },
  { name: 'sharing-told', role: worker, path: '/sharing', act: openFirst('/sharing/told') },
  {
    name: 'sharing-request',
    role: worker,
    path: '/sharing?of=requests',
    act: openFirst('/sharing/requests'),
    opens: [['consents.request.answer']],
  },
  { name: 'sharing-contacts', role: 'supervisor', path: '/sharing?of=contacts' },
  {
    name: 'cases-waiting',
    role: 'supervisor',
    path: '/cases?of=unassigned',
    act: openFirst('/cases'),
    opens: [['cases.give'], ['cases.end']],
  },
  { name: 'handovers-new', role: 'receptionOfficer', path: '/people', act: newHandover },
  { name: 'handovers-one', role: worker, path: '/people', act: openHandover },
  { name: 'papers', role: worker, path: '/papers' },
  { name: 'papers-one', role: worker, path: '/papers', act: openFirst('/papers') },
  { name: 'papers-edit', role: worker, path: '/papers', act: openFirst('/papers', '/edit') },
  { name: 'papers-new', role: worker, path: '/people', act: newPaper },
  { name: 'papers-of-one', role: worker, path: '/papers?blocks=any&mine=true', act: paperOwner },
  { name: 'tasks-new', role: worker, path: '/tasks/new' },
  {
    name: 'tasks-one',
    role: worker,
    path: '/tasks',
    act: openFirst('/tasks'),
    opens: [['tasks.change'], ['tasks.handOver'], ['tasks.cancel']],
  },
  {
    name: 'abroad',
    role: 'consularOfficer',
    path: '/abroad',
    opens: [['ui.list.filters']],
  },
  { name: 'abroad-lead', role: 'operationLead', path: '/abroad', opens: [['abroad.put']] },
  { name: 'abroad-new', role: 'consularOfficer', path: '/abroad/new' },
  { name: 'abroad-numbers', role: 'consularOfficer', path: '/abroad/numbers' },
  {
    name: 'abroad-one',
    role: 'consularOfficer',
    path: '/abroad',
    act: openFirst('/abroad'),
    opens: [['abroad.to.lost']],
  },
  { name: 'reception', role: 'receptionOfficer', path: '/reception', opens: [['reception.addHouse']] },
  {
    name: 'reception-house',
    role: 'receptionOfficer',
    path: '/reception',
    act: openFirst('/reception'),
    opens: [['reception.papers'], ['reception.changeHouse'], ['reception.takeIn'], ['reception.addRoom']],
  },
  { name: 'operations', role: 'operationLead', path: '/operations', opens: [['ui.list.filters']] },
  { name: 'operations-new', role: 'operationLead', path: '/operations/new' },
  {
    name: 'operations-people',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations'),
    opens: [['operations.leaveApart']],
  },
  {
    name: 'operations-edit',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations', '/edit'),
  },
  {
    name: 'operations-add',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations', '/add'),
  },
  {
    name: 'operations-lists-of-names',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations', '/imports'),
  },
  {
    name: 'operations-list-columns',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: bringList,
  },
  {
    name: 'operations-list-rows',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: async page => {
      await bringList(page)
      await page.locator('main section button').last().click()
      await page.waitForSelector('main li[tabindex="0"]')
    },
    opens: [['manifest.correct']],
  },
  {
    name: 'operations-line',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openLine,
    opens: [['operations.addConsent'], ['operations.addProof']],
  },
  {
    name: 'operations-legs',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations', '/legs'),
    opens: [['operations.addLeg'], ['operations.placePeople']],
  },
  {
    name: 'operations-readiness',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations', '/readiness'),
    opens: [['operations.addCheck'], ['operations.addStaff']],
  },
  {
    name: 'operations-versions',
    role: 'operationLead',
    path: '/operations?state=planned',
    act: openFirst('/operations', '/versions'),
  },
  {
    name: 'operations-summary',
    role: 'operationLead',
    path: '/operations?state=completed',
    act: openFirst('/operations'),
    opens: [['operations.addPublished'], ['operations.addLesson']],
  },
  { name: 'approvals', role: 'supervisor', path: '/approvals' },
  { name: 'approvals-history', role: 'supervisor', path: '/approvals/history' },
  { name: 'notices', role: worker, path: '/notifications' },
  { name: 'notices-settings', role: worker, path: '/notifications/settings' },
  { name: 'jobs', role: administrator, path: '/administration/jobs' },
  { name: 'node', role: administrator, path: '/administration/node' },
  { name: 'view', role: administrator, path: '/administration/view' },
  {
    name: 'audit',
    role: 'ombudsperson',
    path: '/audit',
    opens: [['ui.list.filters'], ['ui.list.export'], ['audit.proof.open']],
  },
  { name: 'people-of-a-teacher', role: 'teacher', path: '/people' },
  { name: 'duplicates', role: 'supervisor', path: '/duplicates', opens: [['ui.list.filters']] },
  {
    name: 'duplicates-one',
    role: 'supervisor',
    path: '/duplicates',
    act: async page => {
      await page.locator('main ol a').first().click()
      await page.getByRole('table').waitFor()
    },
    opens: [['people.dup.same']],
  },
  { name: 'duplicates-settings', role: 'nationalCoordinator', path: '/duplicates/settings' },
  { name: 'hub-today', node: 'hub', role: 'secretariat', path: '/today' },
  { name: 'practices-find', node: 'hub', role: 'secretariat', path: '/practices/search' },
  {
    name: 'practices-found',
    node: 'hub',
    role: 'practitioner-uz',
    path: '/practices/search',
    act: async page => {
      await page.locator('main search input').fill('maktabga qabul, hujjatsiz bola')
      await page.locator('main mark').first().waitFor()
    },
  },
  { name: 'sessions', node: 'hub', role: 'secretariat', path: '/sessions' },
  { name: 'sessions-one', node: 'hub', role: 'secretariat', path: '/sessions', act: openFirst('/sessions') },
  { name: 'sessions-new', node: 'hub', role: 'secretariat', path: '/sessions/new' },
  {
    name: 'sessions-invited',
    node: 'hub',
    role: 'chair',
    path: '/sessions?state=invited',
    act: openFirst('/sessions'),
  },
  {
    name: 'sessions-speakers',
    node: 'hub',
    role: 'delegate',
    path: '/sessions?state=invited',
    act: openFirst('/sessions', '/speakers'),
  },
  {
    name: 'sessions-record',
    node: 'hub',
    role: 'secretariat',
    path: '/sessions?state=closed&kind=working-group',
    act: openFirst('/sessions'),
  },
  {
    name: 'sessions-statement-new',
    node: 'hub',
    role: 'delegate',
    path: '/sessions?state=closed&kind=working-group',
    act: openFirst('/sessions', '/statements/new'),
  },
  {
    name: 'documents-record',
    node: 'hub',
    role: 'delegate',
    path: '/documents?kind=record&state=circulated',
    act: openFirst('/documents'),
  },
  {
    name: 'sessions-digest',
    node: 'hub',
    role: 'delegate',
    path: '/sessions?state=invited',
    act: openFirst('/sessions', '/digest'),
  },
  { name: 'decisions', node: 'hub', role: 'delegate', path: '/decisions' },
  {
    name: 'decisions-one',
    node: 'hub',
    role: 'delegate',
    path: '/decisions?state=silence',
    act: openFirst('/decisions'),
  },
  {
    name: 'decisions-chair',
    node: 'hub',
    role: 'chair',
    path: '/decisions?state=silence',
    act: openFirst('/decisions'),
  },
  { name: 'decisions-new', node: 'hub', role: 'secretariat', path: '/decisions/new' },
  { name: 'actions', node: 'hub', role: 'delegate', path: '/actions' },
  { name: 'actions-one', node: 'hub', role: 'secretariat', path: '/actions', act: openFirst('/actions') },
  { name: 'external-plans', node: 'hub', role: 'delegate', path: '/external-plans' },
  {
    name: 'external-plans-one',
    node: 'hub',
    role: 'delegate',
    path: `/external-plans/${encodeURIComponent('Joint plan (demo), pillar 2')}`,
  },
  { name: 'offers', node: 'hub', role: 'delegate', path: '/offers', opens: [['council.offer.new']] },
  {
    name: 'offers-one',
    node: 'hub',
    role: 'chair',
    path: '/offers?kind=train',
    act: openFirst('/offers'),
    opens: [['council.offer.change'], ['council.offer.withdraw'], ['council.offer.decline']],
  },
  {
    name: 'offers-reported',
    node: 'hub',
    role: 'observer',
    path: '/offers?kind=host',
    act: openFirst('/offers'),
  },
  {
    name: 'practitioners',
    node: 'hub',
    role: 'delegate',
    path: '/practitioners',
    opens: [['practices.people.nominate'], ['ui.list.filters']],
  },
  {
    name: 'practitioners-one',
    node: 'hub',
    role: 'delegate',
    path: '/practitioners?profession=doctor',
    act: openFirst('/practitioners'),
    opens: [['practices.people.write'], ['practices.questions.report']],
  },
  { name: 'practitioners-settings', node: 'hub', role: 'secretariat', path: '/practitioners/settings' },
  { name: 'practitioners-mine', node: 'hub', role: 'expert', path: '/practitioners/mine' },
  { name: 'letters', node: 'hub', role: 'expert', path: '/letters' },
  { name: 'questions', node: 'hub', role: 'expert', path: '/questions' },
  { name: 'questions-new', node: 'hub', role: 'expert', path: '/questions/new' },
  {
    name: 'questions-one',
    node: 'hub',
    role: 'expert',
    path: '/questions?standing=answered',
    act: openFirst('/questions'),
    opens: [['practices.questions.report']],
  },
  {
    name: 'questions-moderation',
    node: 'hub',
    role: 'secretariat',
    path: '/questions/moderation',
    opens: [['practices.questions.hide']],
  },
  { name: 'requests', node: 'hub', role: 'delegate', path: '/requests' },
  {
    name: 'requests-one',
    node: 'hub',
    role: 'chair',
    path: '/requests?side=by-us',
    act: openFirst('/requests'),
    opens: [['council.request.clarify'], ['council.request.extend'], ['council.request.withdraw']],
  },
  {
    name: 'requests-asked',
    node: 'hub',
    role: 'delegate',
    path: '/requests',
    act: openFirst('/requests'),
  },
  { name: 'requests-new', node: 'hub', role: 'delegate', path: '/requests/new' },
  { name: 'answers', node: 'hub', role: 'delegate', path: '/answers' },
  {
    name: 'focal-points',
    node: 'hub',
    role: 'secretariat',
    path: '/focal-points',
    opens: [['council.focal.add'], ['council.focal.change']],
  },
  {
    name: 'decisions-guidance',
    node: 'hub',
    role: 'secretariat',
    path: '/decisions?state=adopted',
    act: openFirst('/decisions'),
    opens: [['council.guidance.change'], ['council.guidance.withdraw']],
  },
  { name: 'guidance', role: worker, path: '/guidance' },
  {
    name: 'guidance-one',
    role: 'nationalCoordinator',
    path: '/guidance?domain=education',
    act: openFirst('/guidance'),
    opens: [['guidance.use.say']],
  },
  { name: 'exchange', role: worker, path: '/exchange/practices' },
  {
    name: 'exchange-one',
    role: 'nationalCoordinator',
    path: '/exchange/practices',
    act: openFirst('/exchange/practices'),
    opens: [['exchange.used.say']],
  },
  { name: 'documents', node: 'hub', role: 'delegate', path: '/documents' },
  {
    name: 'documents-one',
    node: 'hub',
    role: 'delegate',
    path: '/documents?kind=recommendation',
    act: openFirst('/documents'),
  },
  {
    name: 'documents-secretariat',
    node: 'hub',
    role: 'secretariat',
    // One whose facts still change, whatever else has been issued meanwhile.
    path: '/documents?kind=recommendation&state=circulated',
    act: openFirst('/documents'),
    opens: [['council.doc.facts.change']],
  },
  { name: 'documents-new', node: 'hub', role: 'secretariat', path: '/documents/new' },
  {
    name: 'documents-write',
    node: 'hub',
    role: 'secretariat',
    path: '/documents?kind=recommendation',
    act: openFirst('/documents', '/write/en'),
  },
  {
    name: 'documents-translate',
    node: 'hub',
    role: 'secretariat',
    path: '/documents?kind=recommendation',
    act: openFirst('/documents', '/write/ru'),
  },
  {
    name: 'practices',
    node: 'hub',
    role: 'practitioner-uz',
    path: '/practices',
    opens: [['ui.list.filters']],
  },
  {
    name: 'practices-one',
    node: 'hub',
    role: 'secretariat',
    path: '/practices?state=published',
    act: openFirst('/practices'),
    opens: [['practices.more', 'practices.retract']],
  },
  {
    name: 'practices-review',
    node: 'hub',
    role: 'secretariat',
    path: '/practices?state=review',
    act: openFirst('/practices', '/review'),
    opens: [['practices.review.sendBack']],
  },
  {
    name: 'practices-reviewing',
    node: 'hub',
    role: 'expert-uz',
    path: '/practices?state=review',
    act: openFirst('/practices', '/review'),
  },
  {
    name: 'practices-editions',
    node: 'hub',
    role: 'secretariat',
    path: '/practices?state=published',
    act: openFirst('/practices', '/editions'),
  },
  {
    name: 'practices-used',
    node: 'hub',
    role: 'delegate',
    path: '/practices?tried=true',
    act: openFirst('/practices'),
  },
  { name: 'adoptions', node: 'hub', role: 'delegate', path: '/adoptions', opens: [['ui.list.filters']] },
  {
    name: 'adoptions-one',
    node: 'hub',
    role: 'practitioner-uz',
    path: '/adoptions?mine=true',
    act: openFirst('/adoptions'),
  },
  {
    name: 'collections',
    node: 'hub',
    role: 'secretariat',
    path: '/collections',
    opens: [['practices.month.choose']],
  },
  {
    name: 'collections-one',
    node: 'hub',
    role: 'secretariat',
    path: '/collections',
    act: openFirst('/collections'),
    opens: [['practices.collection.remove']],
  },
  { name: 'collections-new', node: 'hub', role: 'practitioner-tj', path: '/collections/new' },
  { name: 'reading-list', node: 'hub', role: 'delegate-uz', path: '/reading-list' },
  { name: 'practices-new', node: 'hub', role: 'practitioner-tj', path: '/practices/new' },
  {
    name: 'practices-edit',
    node: 'hub',
    role: 'practitioner-kz',
    path: '/practices?mine=true',
    act: openFirst('/practices'),
    opens: [['practices.handIn']],
  },
  { name: 'practices-import', node: 'hub', role: 'secretariat', path: '/practices/import' },
  {
    name: 'practices-elsewhere',
    node: 'hub',
    role: 'secretariat',
    path: '/libraries',
    opens: [['ecosystem.elsewhere.add']],
  },
  {
    name: 'practices-thesaurus',
    node: 'hub',
    role: 'secretariat',
    path: '/thesaurus',
    opens: [['ui.list.filters']],
  },
  { name: 'practices-thesaurus-new', node: 'hub', role: 'secretariat', path: '/thesaurus/new' },
  { name: 'practices-thesaurus-file', node: 'hub', role: 'secretariat', path: '/thesaurus/import' },
  {
    name: 'practices-thesaurus-one',
    node: 'hub',
    role: 'secretariat',
    // One that no practice has, so that it may be taken out.
    path: '/thesaurus/concepts/pregnancy',
    opens: [['thesaurus.remove']],
  },
  { name: 'practices-reviewers', node: 'hub', role: 'secretariat', path: '/practices/reviewers' },
  {
    name: 'practices-reviewers-one',
    node: 'hub',
    role: 'secretariat',
    path: '/practices/reviewers',
    act: openFirst('/practices/reviewers'),
  },
  { name: 'practices-reviewer', node: 'hub', role: 'expert-kz', path: '/practices/reviewer' },
  { name: 'initiatives', node: 'hub', role: 'delegate', path: '/initiatives', opens: [['ui.list.filters']] },
  {
    name: 'initiatives-one',
    node: 'hub',
    role: 'secretariat',
    path: '/initiatives',
    act: openFirst('/initiatives'),
    opens: [['initiatives.withdraw']],
  },
  {
    name: 'initiatives-edit',
    node: 'hub',
    role: 'secretariat',
    path: '/initiatives',
    act: openFirst('/initiatives', '/edit'),
  },
  { name: 'initiatives-new', node: 'hub', role: 'delegate', path: '/initiatives/new' },
  { name: 'initiatives-matrix', node: 'hub', role: 'delegate', path: '/initiatives/matrix' },
  { name: 'initiatives-import', node: 'hub', role: 'delegate', path: '/initiatives/import' },
  {
    name: 'initiatives-pillars',
    node: 'hub',
    role: 'secretariat',
    path: '/initiatives/pillars',
    opens: [['initiatives.newPillar']],
  },
  {
    name: 'results',
    node: 'hub',
    role: 'secretariat',
    path: '/results',
    opens: [['results.addOutcome'], ['results.addIndicator'], ['results.bring']],
  },
  {
    name: 'results-one',
    node: 'hub',
    role: 'delegate',
    path: '/results',
    act: openFirst('/results'),
    opens: [['results.say']],
  },
  {
    name: 'results-checked',
    node: 'hub',
    role: 'secretariat',
    path: '/results',
    act: openFirst('/results'),
    opens: [['results.doCheck']],
  },
  { name: 'trainings', node: 'hub', role: 'delegate', path: '/trainings', opens: [['ui.list.filters']] },
  {
    name: 'trainings-held',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?domain=psychosocial',
    act: openFirst('/trainings'),
    opens: [['trainings.revoke']],
  },
  {
    name: 'trainings-open',
    node: 'hub',
    role: 'delegate',
    path: '/trainings?open=true',
    act: openFirst('/trainings'),
    opens: [['trainings.register']],
  },
  {
    name: 'trainings-run',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?open=true&domain=papers',
    act: openFirst('/trainings'),
    opens: [['trainings.callOff'], ['trainings.decline']],
  },
  { name: 'trainings-new', node: 'hub', role: 'delegate', path: '/trainings/new' },
  {
    name: 'trainings-edit',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?open=true',
    act: openFirst('/trainings', '/edit'),
  },
  {
    name: 'trainings-programme',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?open=true',
    act: openFirst('/trainings', '/programme'),
  },
  {
    name: 'trainings-questions',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?open=true',
    act: openFirst('/trainings', '/questions'),
  },
  {
    name: 'trainings-attendance',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?domain=psychosocial',
    act: openFirst('/trainings', '/attendance'),
  },
  {
    name: 'trainings-lessons',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings?domain=psychosocial',
    act: openFirst('/trainings', '/lessons'),
    opens: [['trainings.lessons.write']],
  },
  {
    name: 'trainings-board',
    node: 'hub',
    role: 'delegate',
    path: '/trainings/board',
    opens: [['trainings.board.request'], ['trainings.board.offer']],
  },
  {
    name: 'trainings-board-one',
    node: 'hub',
    role: 'practitioner-tj',
    path: '/trainings/board?kind=request&domain=psychosocial',
    act: openFirst('/trainings/board'),
    opens: [['trainings.change'], ['trainings.board.withdraw']],
  },
  { name: 'trainings-catalogue', node: 'hub', role: 'delegate', path: '/trainings/catalogue' },
  {
    name: 'trainings-catalogue-one',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings/catalogue',
    act: openFirst('/trainings/catalogue'),
    opens: [['trainings.catalogue.withdraw']],
  },
  { name: 'trainings-catalogue-new', node: 'hub', role: 'delegate', path: '/trainings/catalogue/new' },
  {
    name: 'trainings-catalogue-edit',
    node: 'hub',
    role: 'secretariat',
    path: '/trainings/catalogue',
    act: openFirst('/trainings/catalogue', '/edit'),
  },
  { name: 'trainings-needs', node: 'hub', role: 'delegate', path: '/trainings/needs' },
  { name: 'trainings-needs-answer', node: 'hub', role: 'delegate', path: '/trainings/needs/answer' },
  { name: 'trainings-gaps', node: 'hub', role: 'secretariat', path: '/trainings/gaps' },
  { name: 'roster', node: 'hub', role: 'delegate', path: '/roster' },
  {
    name: 'roster-one',
    node: 'hub',
    role: 'chair',
    path: '/roster?gives=deploy&language=ky',
    act: openFirst('/roster'),
    opens: [['roster.ask']],
  },
  { name: 'roster-mine', node: 'hub', role: 'expert', path: '/roster/mine' },
  { name: 'roster-deployments', node: 'hub', role: 'secretariat', path: '/roster/deployments' },
  { name: 'council', node: 'hub', role: 'delegate', path: '/council' },
  { name: 'council-body', node: 'hub', role: 'chair', path: '/council', act: openFirst('/council/bodies') },
  {
    name: 'council-party',
    node: 'hub',
    role: 'secretariat',
    path: '/council',
    act: openFirst('/council/parties'),
  },
  {
    name: 'kinship',
    role: worker,
    path: '/people',
    act: openFirst('/people', '/kinship'),
    opens: [
      ['kinship.add'],
      ['kinship.changeOf'],
      ['kinship.changeOf', 'kinship.end.act'],
      ['kinship.home.change'],
    ],
  },
  { name: 'kinship-tree', role: worker, path: '/people', act: openFirst('/people', '/tree') },
  { name: 'figures', node: 'hub', role: 'secretariat', path: '/figures' },
  { name: 'figures-one', node: 'hub', role: 'secretariat', path: '/figures', act: openFirst('/figures') },
  { name: 'figures-new', node: 'hub', role: 'secretariat', path: '/figures/new' },
  { name: 'public', node: 'hub', path: '/public' },
  { name: 'public-sessions', node: 'hub', path: '/public/sessions' },
  {
    name: 'public-session',
    node: 'hub',
    path: '/public/sessions?year=2025',
    act: page => page.locator('.entries h4 a').first().click(),
  },
  {
    name: 'public-session-held',
    node: 'hub',
    path: '/public/sessions',
    act: page => page.locator('main a[href*="/WG.PSS/"]').first().click(),
  },
  {
    name: 'public-statement',
    node: 'hub',
    path: '/public/documents',
    act: page => page.locator('main a[href*="/STA."]').first().click(),
  },
  { name: 'public-decisions', node: 'hub', path: '/public/decisions' },
  {
    name: 'public-decision',
    node: 'hub',
    path: '/public/decisions',
    act: page => page.locator('.entries h3 a').first().click(),
  },
  { name: 'public-progress', node: 'hub', path: '/public/progress' },
  { name: 'public-documents', node: 'hub', path: '/public/documents' },
  { name: 'public-practices', node: 'hub', path: '/public/practices' },
  {
    name: 'public-practice',
    node: 'hub',
    path: '/public/practices',
    act: page => page.locator('main .entries a').first().click(),
  },
  { name: 'public-practice-themes', node: 'hub', path: '/public/practices/themes' },
  { name: 'public-initiatives', node: 'hub', path: '/public/initiatives' },
  { name: 'public-figures', node: 'hub', path: '/public/figures' },
  { name: 'public-search', node: 'hub', path: '/public/search?q=astana' },
  { name: 'people-edit', role: worker, path: '/people', act: openFirst('/people', '/edit/contact') },
]

/** Opens the first record that a list shows, or a page below it. Ids are UUIDv7, which begin with 0. */
function openFirst(list: string, below = '') {
  return async (page: Page): Promise<void> => {
    const link = page.locator(`main a[href^="${list}/0"]`).first()
    const href = await link.getAttribute('href')
    if (!href) throw new Error(`Nothing to open in ${list}.`)
    await go(page, `${href}${below}`)
  }
}

function openLast(list: string) {
  return async (page: Page): Promise<void> => {
    const href = await page.locator(`main a[href^="${list}/0"]`).last().getAttribute('href')
    await go(page, href ?? list)
  }
}

const firstPerson = async (page: Page): Promise<string> => {
  const href = await page.locator('main a[href^="/people/0"]').first().getAttribute('href')
  return href?.split('/')[2] ?? ''
}

async function openSharing(page: Page): Promise<void> {
  await go(page, `/sharing/of/${await firstPerson(page)}`)
}

async function openAssessments(page: Page): Promise<void> {
  const links = page.locator('main a[href^="/people/0"]')
  await links.first().waitFor()
  const people = await links.evaluateAll(all =>
    all.map(link => link.getAttribute('href')?.split('/')[2] ?? ''),
  )
  // Of those whom the psychologist sees, the first who was asked something.
  for (const id of new Set(people)) {
    await go(page, `/assessments/of/${id}`)
    await page.locator(`main header a[href="/people/${id}"]`).waitFor()
    if ((await page.locator('main a[href^="/assessments/0"]').count()) > 0) return
  }
  throw new Error('Nobody was asked anything.')
}

/** Of those with whom the worker works, the first who has a form that is still being written; that form, or the oldest. */
function openForms(what: 0 | 'draft' | 'handed') {
  return async (page: Page): Promise<void> => {
    const people = await page
      .locator('main a[href^="/people/0"]')
      .evaluateAll(links => links.map(link => link.getAttribute('href')?.split('/')[2] ?? ''))
    for (const id of new Set(people)) {
      await go(page, `/forms/of/${id}`)
      await page.locator('main section').first().waitFor()
      const links = page.locator('main a[href^="/forms/0"]')
      if ((await links.count()) < 3) continue
      const href =
        what === 0 ? null : await (what === 'draft' ? links.first() : links.last()).getAttribute('href')
      if (href) await go(page, href)
      return
    }
    throw new Error('Nobody has forms.')
  }
}

async function openScreening(page: Page): Promise<void> {
  await openAssessments(page)
  await openFirst('/assessments')(page)
}

/** A draft with the first question, or the first domain, in sight. */
function beginAssessment(instrument: string) {
  return async (page: Page): Promise<void> => {
    const person = await firstPerson(page)
    const id = `01a20000-0000-7000-8000-${Date.now().toString(16).padStart(12, '0')}`
    const body = {
      ...{ id, instrument, about: 'child' },
      ...(instrument === 'needs' ? {} : { agreed: 'self', language: 'en' }),
    }
    const status = await page.evaluate(
      async ([path, text]) => {
        const headers = { 'content-type': 'application/json', 'x-kerege': '1' }
        const reply = await fetch(path ?? '', { method: 'POST', headers, body: text ?? '' })
        await reply.text()
        return reply.status
      },
      [`/api/people/${person}/assessments`, JSON.stringify(body)],
    )
    if (status !== 201) throw new Error(`an assessment does not begin: ${status}`)
    await go(page, `/assessments/${id}`)
    await page.locator('main input[type="radio"]').nth(2).check({ force: true })
  }
}

async function openBoard(page: Page): Promise<void> {
  const href = await page.locator('main a[href*="/board/0"]').first().getAttribute('href')
  await go(page, href ?? '')
}

async function openArrivals(page: Page): Promise<void> {
  const href = await page.locator('main a[href^="/operations/0"]').first().getAttribute('href')
  const id = href?.split('/')[2]
  await go(page, `/arrivals/${id}`)
}

/** A camp's list, brought to the first operation: its columns are to be confirmed. */
async function bringList(page: Page): Promise<void> {
  await openFirst('/operations', '/imports')(page)
  await page.setInputFiles(
    'input[type="file"]',
    'packages/server/src/demo/manifests/camp-arabic-cyrillic.xlsx',
  )
  await page.waitForSelector('main select')
}

async function newHandover(page: Page): Promise<void> {
  await openFirst('/people')(page)
  const id = new URL(page.url()).pathname.split('/')[2]
  await go(page, `/handovers/new?person=${id}`)
}

/** Of the first of one's people whom reception handed over. */
async function openHandover(page: Page): Promise<void> {
  const read = async (path: string) =>
    (await (await page.request.get(new URL(path, page.url()).href)).json()) as { rows: { id: string }[] }
  for (const { id } of (await read('/api/people?mine=true&limit=200')).rows) {
    const [made] = (await read(`/api/people/${id}/handovers`)).rows
    if (!made) continue
    await go(page, `/handovers/${made.id}`)
    return
  }
  throw new Error('Nobody was handed over.')
}

/** Somebody on the list of the first operation. */
async function openLine(page: Page): Promise<void> {
  await openFirst('/operations')(page)
  const href = await page.locator('main a[href*="/people/0"]').first().getAttribute('href')
  await go(page, href ?? '')
}

async function newPaper(page: Page): Promise<void> {
  await openFirst('/people')(page)
  const id = new URL(page.url()).pathname.split('/')[2]
  await go(page, `/papers/new?subject=${id}`)
}

/** The identity section of somebody for whom a missing paper keeps something closed. */
async function paperOwner(page: Page): Promise<void> {
  await openFirst('/papers')(page)
  const href = await page.locator('main a[href^="/people/0"]').first().getAttribute('href')
  await go(page, `${href}/identity`)
}

/** Types the name of the first person of the list in Latin letters, into the search or into a new record. */
function typeFirstName(path: string) {
  return async (page: Page): Promise<void> => {
    const name = await page.locator('main a[href^="/people/0"]').first().innerText()
    const [family = '', given = ''] = romanise(name, { lang: 'kk' }).split(' ')
    await go(page, path)
    const fields = page.locator('main input[type="text"], main input:not([type])')
    if (path.endsWith('new')) {
      await fields.nth(0).fill(family)
      await fields.nth(1).fill(given)
    } else await fields.first().fill(`${given} ${family}`)
    await page.locator('main [role="img"]').first().waitFor()
  }
}

/** Opens a page and waits until it has settled. */
export async function show(page: Page, origin: string, { path, act }: PageOfApp): Promise<void> {
  await go(page, origin + path)
  if (!act) return
  await act(page)
  await settled(page)
}
