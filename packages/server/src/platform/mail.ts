/**
 * Outgoing mail. Trouble that another try may mend is thrown as it comes; what no try can mend is a `MailError`, so
 * that whoever sends can stop. A relay that must speak TLS is asked for it in its address: `smtp://…?requireTLS=true`.
 */
import type { Transporter } from 'nodemailer'
import type { Mail } from './context.ts'

export interface MailBox {
  send(mail: Mail): Promise<void>
  close(): void
}

/** `no-mail-server`: this node sends no mail. `mail-refused`: the server will not take this one, now or later. */
export class MailError extends Error {
  readonly code: 'no-mail-server' | 'mail-refused'
  constructor(code: MailError['code']) {
    super(code)
    this.name = 'MailError'
    this.code = code
  }
}

/** @param options address of the SMTP server and the sender; absent in a node that sends no mail */
export function openMail(options: { url: string; from: string } | undefined): MailBox {
  if (!options) {
    return {
      send: async () => {
        throw new MailError('no-mail-server')
      },
      close: () => undefined,
    }
  }
  // Loaded with the first mail: most of a node's life sends none.
  let opened: Promise<Transporter> | undefined
  const open = async () =>
    (await import('nodemailer')).createTransport({
      url: options.url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      // A text is a text: nothing in it may make the program read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  return {
    async send(mail) {
      try {
        opened ??= open()
        const transport = await opened
        await transport.sendMail({
          from: options.from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          ...(mail.replyTo === undefined ? {} : { replyTo: { name: '', address: mail.replyTo } }),
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: unknown; code?: unknown }
        const forGood = typeof responseCode === 'number' && responseCode >= 500 && code === 'EENVELOPE'
        throw forGood ? new MailError('mail-refused') : error
      }
    },
    close: () => void opened?.then(transport => transport.close()),
  }
}
