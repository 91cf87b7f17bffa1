/** How many entries the cards of a part hold, told by each card to whoever folds them: a folded heading says what lies under it. */
import { createContext, useContext, useEffect, useId } from 'react'

/** `undefined`: the card is gone. */
type Tell = (card: string, n: number | undefined) => void
export const CountedBy = createContext<Tell | undefined>(undefined)

export function useCounted(n: number | undefined): void {
  const card = useId()
  const tell = useContext(CountedBy)
  useEffect(() => {
    if (!tell || n === undefined) return
    tell(card, n)
    return () => tell(card, undefined)
  }, [card, tell, n])
}
