/** Words of the pages for anybody, and of those inside: a stranger's phone does not wait for the second. */
export type Part = 'open' | 'work'
