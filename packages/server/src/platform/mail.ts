/** Outgoing mail. Without a mail server configured, sending fails with a sentence and the job is tried again. */
import { createTransport } from 'nodemailer'
import type { Mail } from './context.ts'

export interface MailBox {
  send(mail: Mail): Promise<void>
  close(): void
}

/** @param options address of the SMTP server and the sender; absent in a node that sends no mail */
export function openMail(options: { url: string; from: string } | undefined): MailBox {
  if (!options) {
    return {
      send: async () => {
        throw new Error('No mail server is configured.')
      },
      close: () => undefined,
    }
  }
  const transport = createTransport(options.url)
  return {
    async send(mail) {
      await transport.sendMail({ from: options.from, to: mail.to, subject: mail.subject, text: mail.text })
    },
    close: () => transport.close(),
  }
}
