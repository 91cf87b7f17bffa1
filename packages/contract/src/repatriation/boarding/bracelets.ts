/** Numbers for the wrist: where one is taken, the next that nobody wears is offered. */

/** As long as a bracelet takes. */
const longest = 24

/** The number counted on from the one that is taken, written as that one is: `A-09` becomes `A-10`. */
export function nextFree(taken: string, worn: ReadonlySet<string>): string {
  const [, before = taken, digits = ''] = /^(.*?)(\d{1,9})$/.exec(taken) ?? []
  const stem = digits === '' ? `${taken.slice(0, longest - 6)}-` : before
  for (let number = Number(digits || 1) + 1; ; number++) {
    const written = String(number).padStart(digits.length, '0')
    const next = `${stem.slice(0, longest - written.length)}${written}`
    if (!worn.has(next)) return next
  }
}
