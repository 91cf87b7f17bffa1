/** One person, read first: the head, a tab for each open compartment, and beside it who they are and who is near. */
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { DomainError } from '@kerege/contract/errors'
import type { Person } from '@kerege/contract/people/schema'
import { EditableSection } from '@kerege/contract/people/schema'
import { IconEye, IconPencil } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { NotHere } from '../../../ui/NotHere.tsx'
import { toast } from '../../../ui/toasts.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { PersonAbroad } from '../../abroad/PersonAbroad.tsx'
import { PersonAssessments } from '../../assessments/PersonAssessments.tsx'
import { WhoSaw } from '../../audit/WhoSaw.tsx'
import { PersonCase } from '../../cases/PersonCase.tsx'
import { PersonConcerns } from '../../casework/concerns/PersonConcerns.tsx'
import { Timeline } from '../../casework/notes/Timeline.tsx'
import { PersonAppointments } from '../../casework/visits/PersonAppointments.tsx'
import { PersonSharing } from '../../consents/PersonSharing.tsx'
import { PersonRights } from '../../rights/PersonRights.tsx'
import { BreakDrawer } from '../../glass/BreakDrawer.tsx'
import { PersonGlass } from '../../glass/PersonGlass.tsx'
import { SubjectDocuments } from '../../documents/SubjectDocuments.tsx'
import { PersonGuidance } from '../../guidance/PersonGuidance.tsx'
import { ClosedFirst, PersonPapers } from '../../papers/PersonPapers.tsx'
import { PersonHandovers } from '../../handovers/PersonHandovers.tsx'
import { PersonPlan } from '../../plans/CasePlan.tsx'
import { PersonReception } from '../../reception/PersonReception.tsx'
import { PersonSituation } from '../../situation/PersonSituation.tsx'
import { SubjectTasks } from '../../tasks/SubjectTasks.tsx'
import { usePerson } from '../api.ts'
import { Joined } from '../duplicates/Joined.tsx'
import { type Section, sections } from '../words.ts'
import { ContactView } from './ContactView.tsx'
import { HealthView } from './HealthView.tsx'
import { HistoryDrawer } from './HistoryDrawer.tsx'
import { IdentityView } from './IdentityView.tsx'
import { JourneyView } from './JourneyView.tsx'
import { KinshipView } from './KinshipView.tsx'
import { MoreActs } from './MoreActs.tsx'
import { OpenSections } from './OpenSections.tsx'
import { PersonAside } from './PersonAside.tsx'
import css from './person.module.css'
import { PrintSheet } from './PrintSheet.tsx'
import { useFacts } from './useFacts.tsx'
import { usePersonName } from './usePersonName.tsx'

const views = {
  contact: ContactView,
  identity: IdentityView,
  kinship: KinshipView,
  journey: JourneyView,
  health: HealthView,
}

export function PersonPage() {
  const params = useParams({ strict: false }) as { id: string; section?: string }
  const query = usePerson(params.id)
  useMovedOn(query.error)
  return (
    <Answered query={query} rows={8}>
      {({ body, etag }) => (
        <OnePerson key={body.id} person={body} etag={etag ?? ''} wanted={params.section} />
      )}
    </Answered>
  )
}

/** A record that joined another leads there, and says so once. */
function useMovedOn(error: unknown) {
  const t = useT()
  const navigate = useNavigate()
  const merged = error instanceof DomainError && error.code === 'person-merged' ? error : undefined
  const id = typeof merged?.details['personId'] === 'string' ? merged.details['personId'] : undefined
  useEffect(() => {
    if (!id) return
    toast(t('people.dup.movedOn'))
    void navigate({ to: `/people/${id}`, replace: true })
  }, [id, navigate, t])
}

interface Props {
  person: Person
  etag: string
  wanted: string | undefined
}

type Over = 'history' | 'seen' | 'open' | 'glass'

function OnePerson({ person, etag, wanted }: Props) {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const shown = usePersonName(person)
  const facts = useFacts(person)
  const [over, setOver] = useState<Over>()
  const openSections = sections.filter(section => person.open.includes(section))
  // A tab of its own across sections, for who works with families.
  const living = wanted === 'situation' && may('casework.read')
  const here =
    wanted === undefined || living ? openSections[0] : openSections.find(section => section === wanted)
  const shownTab = living ? 'situation' : here
  const editable = EditableSection.safeParse(here)
  const edit =
    editable.success && !living && may('people.correct') && person.writable.includes(editable.data)
      ? `/people/${person.id}/edit/${editable.data}`
      : undefined
  useHotkeys([['e', () => edit && void navigate({ to: edit })]])
  const tabs = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the tabs go on beyond the edge: the one that is open is brought into sight.
    const tab = shownTab && tabs.current?.querySelector('[aria-current]')
    if (tab) tab.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [shownTab])
  if (here === undefined) return <NotHere />
  const View = views[here]
  const opened = t('people.open.count', { n: person.open.length, of: person.compartments })
  const why = (
    <>
      {opened}{' '}
      <button type="button" className={css.link} onClick={() => setOver('open')}>
        {t('people.open.why')}
      </button>
    </>
  )
  return (
    <>
      <div className="k-screen">
        <PageHead
          title={t('people.person')}
          shown={shown}
          eyebrow={<Eyebrow person={person} />}
          facts={facts}
          acts={
            <>
              {may('audit.seen') && (
                <Button
                  variant="default"
                  leftSection={<IconEye size={18} stroke={1.7} />}
                  onClick={() => setOver('seen')}
                >
                  {t('people.whoSaw')}
                </Button>
              )}
              <MoreActs person={person} etag={etag} onHistory={() => setOver('history')} />
              {edit && (
                <Button component={Link} to={edit} leftSection={<IconPencil size={18} stroke={1.7} />}>
                  {t('people.edit')}
                </Button>
              )}
            </>
          }
        />
      </div>
      <div className="k-screen k-stack">
        <PersonGlass person={person} />
        <Joined person={person} />
        <PersonCase personId={person.id} />
        <PersonPlan personId={person.id} />
        <ClosedFirst person={person} />
        <PersonGuidance person={person} />
      </div>
      <div ref={tabs}>
        <Tabs
          label={t('people.sections')}
          here={shownTab ?? here}
          aside={why}
          tabs={[
            ...openSections.map(section => ({
              id: section as string,
              label: t(`access.compartment.${section}`),
              href: hrefOf(person.id, section),
              sealed: section === 'journey' || section === 'health',
            })),
            ...(may('casework.read')
              ? [{ id: 'situation', label: t('situation.title'), href: `/people/${person.id}/situation` }]
              : []),
          ]}
        />
      </div>
      <p className={`${css.openLine} k-screen`}>{why}</p>
      <div className="k-aside k-screen">
        <div className="k-stack">
          {living && <PersonSituation personId={person.id} />}
          {!living && here === 'identity' && <PersonPapers person={person} />}
          {!living && here === 'journey' && <PersonAbroad person={person} />}
          {!living && <View person={person} />}
          {!living && here === openSections[0] && (
            <>
              <SubjectTasks subjectId={person.id} />
              <PersonAppointments personId={person.id} />
              <PersonConcerns personId={person.id} />
              <PersonAssessments personId={person.id} />
              <Timeline personId={person.id} />
              <PersonSharing personId={person.id} />
              <PersonRights personId={person.id} />
              <PersonReception personId={person.id} />
              <PersonHandovers person={person} />
              <SubjectDocuments subjectId={person.id} open={person.open} writable={person.writable} />
            </>
          )}
        </div>
        <PersonAside person={person} here={here} />
      </div>
      <PrintSheet person={person} />
      <OpenSections
        person={person}
        opened={over === 'open'}
        onClose={() => setOver(undefined)}
        onGlass={() => setOver('glass')}
      />
      <BreakDrawer personId={person.id} opened={over === 'glass'} onClose={() => setOver(undefined)} />
      <HistoryDrawer id={person.id} opened={over === 'history'} onClose={() => setOver(undefined)} />
      <WhoSaw id={person.id} opened={over === 'seen'} onClose={() => setOver(undefined)} />
    </>
  )
}

const hrefOf = (id: string, section: Section) => `/people/${id}/${section}`

function Eyebrow({ person }: { person: Person }) {
  const t = useT()
  const household = person.kinship?.household
  if (!household) return <Link to="/people">{t('people.title')}</Link>
  return (
    <>
      <bdi>{household.name}</bdi>
      {' · '}
      {t('people.family.size', { n: household.members.length + household.notShown })}
    </>
  )
}
