/** How many cases a practice was taken in, for who reads the practice: a small number is never said, and a large one by fives. */
export const leastSaid = 5

export type Used = { said: 'none' | 'few' } | { said: 'some'; atLeast: number }

export function usedIn(cases: number): Used {
  if (cases <= 0) return { said: 'none' }
  if (cases < leastSaid) return { said: 'few' }
  return { said: 'some', atLeast: cases - (cases % leastSaid) }
}
