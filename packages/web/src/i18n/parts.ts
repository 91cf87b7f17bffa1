/**
 * Words of the pages for anybody, of those inside, of rights and complaints, and of the one page on which somebody outside answers: a
 * stranger's phone waits for the first alone, and a family that reads its rights does not wait for the second.
 */
export type Part = 'open' | 'work' | 'rights' | 'outside'
