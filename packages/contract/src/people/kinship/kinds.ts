/**
 * Who is what to whom. A relation is stored once and read from both sides: every kind names what the OTHER is to the
 * person, and has an inverse for the view from there.
 */

/** What the other person is to this one. */
export const kinKinds = [
  'parent',
  'child',
  'sibling',
  'half-sibling',
  'spouse',
  'grandparent',
  'grandchild',
  'guardian',
  'ward',
  'foster-carer',
  'foster-child',
  'aunt-uncle',
  'niece-nephew',
  'cousin',
  'other-relative',
] as const
export type KinKind = (typeof kinKinds)[number]

const inverses: Readonly<Record<KinKind, KinKind>> = {
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  'half-sibling': 'half-sibling',
  spouse: 'spouse',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  guardian: 'ward',
  ward: 'guardian',
  'foster-carer': 'foster-child',
  'foster-child': 'foster-carer',
  'aunt-uncle': 'niece-nephew',
  'niece-nephew': 'aunt-uncle',
  cousin: 'cousin',
  'other-relative': 'other-relative',
}

/** The same relation from the other side. */
export const inverseKind = (kind: KinKind): KinKind => inverses[kind]

const younger: ReadonlySet<KinKind> = new Set(['child', 'grandchild', 'ward', 'foster-child', 'niece-nephew'])

/**
 * The one direction in which a relation between two people of the register is kept: from the child to the parent,
 * from the ward to the guardian; between equals from the smaller id. So it cannot be there twice by mistake.
 */
export function canonical(
  person: string,
  kind: KinKind,
  other: string,
): { person: string; kind: KinKind; other: string } {
  const inverse = inverseKind(kind)
  const turned = younger.has(kind) || (inverse === kind && other < person)
  return turned ? { person: other, kind: inverse, other: person } : { person, kind, other }
}

/** On what a relation rests: birth, law, daily care, marriage (a step-parent is a parent by marriage), or not said. */
export const kinBases = ['biological', 'legal', 'care', 'marital', 'not-said'] as const
export type KinBasis = (typeof kinBases)[number]

/** Bases that make sense for a kind; the first is the usual one. */
export function basesOf(kind: KinKind): readonly KinBasis[] {
  switch (kind) {
    case 'parent':
    case 'child':
      return ['biological', 'legal', 'care', 'marital', 'not-said']
    case 'spouse':
      return ['marital', 'not-said']
    case 'guardian':
    case 'ward':
    case 'foster-carer':
    case 'foster-child':
      return ['legal', 'care', 'not-said']
    default:
      return ['biological', 'legal', 'marital', 'not-said']
  }
}

/** How a page groups relatives, in this order. */
export const kinGroups = ['parents', 'partner', 'children', 'siblings', 'guardians', 'others'] as const
export type KinGroup = (typeof kinGroups)[number]

export function groupOf(kind: KinKind): KinGroup {
  switch (kind) {
    case 'parent':
      return 'parents'
    case 'child':
      return 'children'
    case 'sibling':
    case 'half-sibling':
      return 'siblings'
    case 'spouse':
      return 'partner'
    case 'guardian':
    case 'ward':
    case 'foster-carer':
    case 'foster-child':
      return 'guardians'
    default:
      return 'others'
  }
}
