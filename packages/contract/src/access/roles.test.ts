import { describe, expect, test } from 'vitest'
import { compartments } from './compartments.ts'
import { mayKnock, readingScopes, role, roleNames, scopesFor, seesPersonalData, verbs } from './roles.ts'

describe.each(roleNames)('%s', name => {
  const { grants, nodes, secondFactor } = role(name)

  test('reads contact wherever it reads anything, so that whom it is about can be told', () => {
    for (const grant of grants) {
      if (grant.read.length > 0) expect(grant.read).toContain('contact')
    }
  })

  test('writes nothing that it cannot read', () => {
    for (const grant of grants) expect(grant.read).toEqual(expect.arrayContaining([...grant.write]))
  })

  test('names each compartment and scope once', () => {
    for (const grant of grants) {
      expect(new Set(grant.read).size).toBe(grant.read.length)
      expect(new Set(grant.write).size).toBe(grant.write.length)
    }
    expect(new Set(grants.map(grant => grant.scope)).size).toBe(grants.length)
  })

  test('needs a second factor when it sees personal data, and sees none on the hub', () => {
    if (seesPersonalData(name)) expect(secondFactor).toBe(true)
    if (nodes.includes('hub')) expect(grants).toEqual([])
  })

  test('has verbs about people exactly when it has compartments', () => {
    expect(mayKnock(name, 'people.read')).toBe(seesPersonalData(name))
    const writes = compartments.some(compartment => scopesFor(name, 'write', compartment).length > 0)
    if (mayKnock(name, 'people.correct') || mayKnock(name, 'people.register')) expect(writes).toBe(true)
  })
})

describe('the table', () => {
  test('has a use for every verb and every compartment', () => {
    expect(verbs.filter(verb => !roleNames.some(name => mayKnock(name, verb)))).toEqual([])
    const read = compartments.filter(one => roleNames.some(name => scopesFor(name, 'read', one).length > 0))
    expect(read).toEqual(compartments)
  })

  test('has no role and no verb for security services', () => {
    const words =
      /police|security|intelligence|militar|secret(?!ariat)|surveil|interrog|counter|terror|prosecut|border/i
    for (const word of [...roleNames, ...verbs]) expect(word).not.toMatch(words)
  })

  test('keeps mental health to psychologists, and the journey from school, clinic and employer', () => {
    expect(roleNames.filter(name => scopesFor(name, 'read', 'mhpss').length > 0)).toEqual(['psychologist'])
    for (const name of ['teacher', 'doctor', 'psychologist', 'ngoWorker', 'lawyer'] as const) {
      expect(scopesFor(name, 'read', 'journey')).toEqual([])
    }
  })

  test('lets nobody who administers see anybody, and nobody who sees people administer', () => {
    for (const name of roleNames) {
      if (mayKnock(name, 'accounts.administer')) expect(readingScopes(name)).toEqual([])
    }
  })
})
