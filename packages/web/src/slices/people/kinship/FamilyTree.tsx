/** The family drawn: the person in the middle marked, how surely by the line. Arrow keys move, Enter opens. */
import type { Tree } from '@kerege/contract/people/kinship/schema'
import { Link } from '@tanstack/react-router'
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './kinship.module.css'
import { type Box, boxHeight, boxWidth, drawTree } from './layout.ts'
import { wordsFrom } from './treeWords.ts'
import { relativeFacts, relativeName } from './words.ts'

/** As wide as a sheet of paper lying down shows at full size. */
const paperWidth = 960

export function FamilyTree({ tree, self }: { tree: Tree; self: string }) {
  const t = useT()
  const drawing = useMemo(() => drawTree(tree), [tree])
  const words = useMemo(() => wordsFrom(t, tree, self), [t, tree, self])
  const stage = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState(self)
  const zoom = useFit(stage, drawing.width)
  useEffect(() => {
    // A wide family begins with the person in the middle, not with the left edge.
    const box = drawing.boxes.find(one => one.person.key === self)
    const element = stage.current
    if (box && element) element.scrollLeft = (box.x + boxWidth / 2) * zoom - element.clientWidth / 2
  }, [drawing, self, zoom])
  const move = (event: KeyboardEvent) => {
    const next = neighbour(drawing.boxes, here, event.key)
    if (!next) return
    event.preventDefault()
    setHere(next)
    stage.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus()
  }
  const style = {
    width: drawing.width,
    height: drawing.height,
    '--zoom': zoom,
    '--print-zoom': Math.min(1, paperWidth / drawing.width),
  } as CSSProperties // custom properties are not in the type
  return (
    <section className={css.stage} ref={stage} aria-label={t('kinship.tree')} onKeyDown={move}>
      <div className={css.canvas} style={style}>
        <svg width={drawing.width} height={drawing.height} aria-hidden="true">
          {drawing.lines.map(({ id, path, style: how, care, over }) => (
            <path
              key={id}
              d={path}
              className={[css.line, css[how], care ? css.care : '', over ? css.over : ''].join(' ')}
            />
          ))}
          {drawing.joints.map(({ id, x, y }) => (
            <path key={id} className={css.joint} d={`M${x} ${y - 7}l5.5 7-5.5 7-5.5-7Z`} />
          ))}
        </svg>
        {drawing.boxes.map(box => (
          <OnTree
            key={box.person.key}
            box={box}
            self={self}
            here={here}
            word={words.get(box.person.key)}
            onFocus={() => setHere(box.person.key)}
          />
        ))}
      </div>
    </section>
  )
}

/** A little smaller where that shows the whole family; never so small that a name cannot be read. */
function useFit(stage: RefObject<HTMLElement | null>, width: number): number {
  const [room, setRoom] = useState(width)
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const measure = () => setRoom(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [stage])
  return Math.min(1, Math.max(smallest, room / width))
}
const smallest = 0.88

interface OnTreeProps {
  box: Box
  self: string
  here: string
  word: string | undefined
  onFocus: () => void
}

function OnTree({ box: { person, x, y }, self, here, word, onFocus }: OnTreeProps) {
  const t = useT()
  const format = useFormat()
  const { other, key } = person
  const facts = [word, ...relativeFacts(t, format, other)].filter(Boolean).join(', ')
  const common = {
    'data-key': key,
    className: [css.box, key === self ? css.self : '', other.who === 'person' ? '' : css.away].join(' '),
    style: { left: x, top: y, width: boxWidth, height: boxHeight },
    // One stop of the Tab key for the whole tree.
    tabIndex: key === here ? 0 : -1,
    onFocus,
  }
  const inside = (
    <>
      <strong>
        <bdi>{relativeName(t, other)}</bdi>
      </strong>
      <span>{facts}</span>
    </>
  )
  if (other.who !== 'person') {
    return <div {...common}>{inside}</div>
  }
  return (
    <Link
      {...common}
      to={`/people/${other.personId}/kinship`}
      {...(key === self ? { 'aria-current': 'page' as const } : {})}
    >
      {inside}
    </Link>
  )
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The nearest in that direction; straight ahead counts more than near. */
function neighbour(boxes: readonly Box[], from: string, key: string): string | undefined {
  const way = ways[key]
  const start = boxes.find(box => box.person.key === from)
  if (!way || !start) return undefined
  const [right, down] = way
  const ahead = boxes.flatMap(box => {
    const [dx, dy] = [box.x - start.x, box.y - start.y]
    const along = dx * right + dy * down
    const aside = Math.abs(dx * down) + Math.abs(dy * right)
    return along > 1 ? [{ key: box.person.key, far: along + aside * 2 }] : []
  })
  return ahead.toSorted((a, b) => a.far - b.far)[0]?.key
}
