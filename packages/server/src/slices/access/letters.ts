/**
 * Letters of the access slice: invitation, reset, notice of a locked account. In the reader's language, with nothing
 * personal but the reader's own name. Links carry their token behind `#`, which no browser sends and no log keeps.
 *
 * A token is made in the moment of sending and goes nowhere but into the mail: a job or an event holds ids only, so
 * whoever reads the queue's tables learns who was invited and can do nothing with it. Each try makes a token anew.
 */
import { join } from 'node:path'
import { Id, type Language, type MultiText, textIn } from '@kerege/contract/common'
import { z } from 'zod'
import type { Mail, Node } from '../../platform/context.ts'
import type { JobDefinition, Jobs } from '../../platform/jobs.ts'
import { seal, unseal } from '../../platform/keys.ts'
import { MailError } from '../../platform/mail.ts'
import { openMessages } from '../../platform/messages.ts'
import { invitationDays, newInvitation } from './invitations.ts'
import { lockMinutes } from './lockout.ts'
import { resetHours, type SignIn } from './signIn.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

const Letter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invitation'), accountId: Id }),
  z.strictObject({ kind: z.literal('locked'), accountId: Id }),
  z.strictObject({ kind: z.literal('second-factor-reset'), accountId: Id }),
  z.strictObject({ kind: z.enum(['passkey-added', 'passkey-removed', 'passkey-doubted']), accountId: Id }),
  /** An address that may be nobody's: it has no id, so it is sealed. */
  z.strictObject({ kind: z.literal('reset'), address: z.string() }),
])
export type Letter = z.infer<typeof Letter>

/** Hands a letter over: to the queue, which tries again, or straight to the mail server where there is no queue. */
export type Post = (node: Node, letter: Letter) => Promise<void>

const jobName = 'access.letter'

export const openPost =
  (signIn: SignIn, queue: () => Jobs | null): Post =>
  (node, letter) => {
    const jobs = queue()
    return jobs ? jobs.send(jobName, letter) : deliver(node, signIn, letter)
  }

export const letterJob = (node: Node, signIn: SignIn): JobDefinition => ({
  name: jobName,
  work: data => deliver(node, signIn, Letter.parse(data)),
})

const sealName = 'access.reset'
/** Known and unknown addresses alike: what follows from it is decided where nobody waits for an answer. */
export const resetLetter = (node: Node, address: string): Letter => ({
  kind: 'reset',
  address: seal(node.keys.node, sealName, Buffer.from(address)).toString('base64url'),
})

async function deliver(node: Node, signIn: SignIn, letter: Letter): Promise<void> {
  const mail = await write(node, signIn, letter)
  if (!mail) return
  try {
    await node.sendMail(mail)
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    // No later try would go better.
    node.log.warn('mail-not-sent', { code: error.code })
  }
}

interface Reader {
  id: string
  user_id: string
  email: string
  name: string
  language: Language
}

/** @returns null where it is no longer so: an invitation accepted meanwhile, an account blocked. */
async function write(node: Node, signIn: SignIn, letter: Letter): Promise<Mail | null> {
  const { info, baseUrl } = node
  switch (letter.kind) {
    case 'invitation': {
      const reader = await findReader(node, 'id', letter.accountId, 'invited')
      if (!reader) return null
      const link = invitationLink(baseUrl, await newInvitation(node.pool, reader.id))
      return invitationLetter(info.name, reader, link)
    }
    case 'reset': {
      const address = unseal(node.keys.node, sealName, Buffer.from(letter.address, 'base64url')).toString()
      const reader = await findReader(node, 'email', address, 'active')
      if (!reader) return null
      const link = `${baseUrl}/password/reset#${await signIn.makeResetToken(reader.user_id)}`
      return compose(info.name, reader, 'reset', link, { hours: resetHours })
    }
    case 'locked': {
      const reader = await findReader(node, 'id', letter.accountId, 'active')
      if (!reader) return null
      return compose(info.name, reader, 'locked', `${baseUrl}/password/forgotten`, { minutes: lockMinutes })
    }
    case 'passkey-added':
    case 'passkey-removed':
    case 'passkey-doubted': {
      const reader = await findReader(node, 'id', letter.accountId, 'active')
      return reader ? compose(info.name, reader, letter.kind, `${baseUrl}/account`, {}) : null
    }
    case 'second-factor-reset': {
      const reader = await findReader(node, 'id', letter.accountId, 'active')
      return reader ? secondFactorLetter(info.name, baseUrl, reader) : null
    }
  }
}

export const invitationLink = (baseUrl: string, token: string) => `${baseUrl}/invitation#${token}`

async function findReader(node: Node, by: 'id' | 'email', value: string, state: 'invited' | 'active') {
  const found = await node.pool.query<Reader>(
    `select id, user_id, email, name, language from access.accounts where ${by} = $1 and state = $2`,
    [value, state],
  )
  return found.rows[0]
}

/** For `kerege user add`, which works without a node. */
export const invitationLetter = (
  nodeName: MultiText,
  reader: Pick<Reader, 'email' | 'name' | 'language'>,
  link: string,
): Mail => compose(nodeName, reader, 'invitation', link, { days: invitationDays })

/** For the command that works without a node, too. */
export const secondFactorLetter = (
  nodeName: MultiText,
  baseUrl: string,
  reader: Pick<Reader, 'email' | 'name' | 'language'>,
): Mail => compose(nodeName, reader, 'second-factor-reset', `${baseUrl}/sign-in`, {})

function compose(
  nodeName: MultiText,
  { email, name, language }: Pick<Reader, 'email' | 'name' | 'language'>,
  kind: Letter['kind'],
  link: string,
  values: Readonly<Record<string, number>>,
): Mail {
  const all = { ...values, name, link, node: textIn(nodeName, language).text }
  return {
    to: email,
    subject: messages(language, `${kind}.subject`, all),
    text: `${messages(language, `${kind}.text`, all)}\n\n${messages(language, 'footer', all)}\n`,
  }
}
