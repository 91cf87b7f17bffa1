/** Which steps of a line follow from what its marks say: pure. A line that has to wait for a consent goes nowhere from here. */
import type { LineState } from '../operations/states.ts'
import type { Verdict } from './marks.ts'

/** Steps to take, in order; `null` where the line cannot go there. Nothing follows while the marks contradict one another. */
export function stepsAfter(
  state: LineState,
  at: 'leg' | 'arrival',
  verdict: Verdict,
  /** There on some other leg. */
  thereElsewhere: boolean,
): readonly LineState[] | null {
  if (verdict === 'contradicted') return []
  if (verdict === 'there') return at === 'leg' ? boarding(state) : arriving(state)
  if (at === 'arrival') return state === 'arrived' ? ['boarded'] : []
  return verdict === 'not-there' ? stayingBehind(state) : takenBack(state, thereElsewhere)
}

function boarding(state: LineState): readonly LineState[] | null {
  switch (state) {
    case 'consented':
    case 'other-basis':
    case 'not-boarded':
      return ['boarding', 'boarded']
    case 'boarding':
    case 'added-at-door':
      return ['boarded']
    case 'boarded':
    case 'arrived':
    case 'handed-over':
      return []
    default:
      return null
  }
}

/** Who stands before us has boarded, whether or not anybody ticked it. */
function arriving(state: LineState): readonly LineState[] | null {
  if (state === 'arrived' || state === 'handed-over') return []
  if (state === 'added-at-door') return ['arrived']
  const before = boarding(state)
  return before && [...before, 'arrived']
}

function stayingBehind(state: LineState): readonly LineState[] | null {
  switch (state) {
    case 'consented':
    case 'other-basis':
      return ['boarding', 'not-boarded']
    case 'boarding':
    case 'boarded':
      return ['not-boarded']
    case 'added-at-door':
      return ['boarded', 'not-boarded']
    case 'arrived':
    case 'handed-over':
      return []
    case 'not-boarded':
      return []
    default:
      return null
  }
}

const takenBack = (state: LineState, thereElsewhere: boolean): readonly LineState[] =>
  (state === 'boarded' && !thereElsewhere) || state === 'not-boarded' ? ['boarding'] : []
