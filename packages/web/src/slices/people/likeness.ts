/** How alike, in five grades: the joints of a result. The node compares and gives reasons; people decide. */
export type Grade = 1 | 2 | 3 | 4 | 5

/** From four on the library of names calls it a match (docs/names.md). */
export const gradeOf = (score: number): Grade =>
  score >= 0.93 ? 5 : score >= 0.7 ? 4 : score >= 0.5 ? 3 : score >= 0.25 ? 2 : 1
