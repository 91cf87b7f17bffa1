/** The papers of repatriation that leave the house. */
import { cardPaper } from './cards.ts'
import { arrivalPaper, listPaper } from './lists.ts'
import { roomPaper } from './rooms.ts'

export const repatriationPapers = [listPaper, arrivalPaper, cardPaper, roomPaper]
