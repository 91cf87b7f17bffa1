import { foldName } from '@kerege/contract/names/fold'

/** A label in plain Latin sounds, so that "otbasy" finds Отбасы: the fold by which names are searched. */
export const folded = (text: string): string => foldName(text)
