/** Addresses inside the page of a document: a paragraph and a comment, each of which can be sent to somebody as a link. */
import { useEffect } from 'react'

export const paragraphPlace = (blockId: string): string => `paragraph-${blockId}`
export const commentPlace = (commentId: string): string => `comment-${commentId}`

/** Texts and comments come after the page: whoever followed a link to one of them is brought there when it stands. */
export function useArrival(stands: boolean): void {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1))
    if (!stands || !id) return
    const place = document.getElementById(id)
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
  }, [stands])
}
