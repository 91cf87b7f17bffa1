/** A word that stands alone on a pill or a choice begins small inside a line. */
export const inside = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
