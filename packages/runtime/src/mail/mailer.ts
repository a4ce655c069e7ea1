import nodemailer from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends mail through the server that `SMTP_URL` names. */
export interface Mailer {
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

interface MailerOptions {
  readonly smtpUrl: string
  /** The sender, such as `Telar <crm@example.com>`. */
  readonly from: string
}

/** Whoever waits for an answer waits no longer than this for a mail server. */
const patience = 15_000

export const createMailer = ({ smtpUrl, from }: MailerOptions): Mailer => {
  const transport = nodemailer.createTransport(
    { url: smtpUrl, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from },
  )
  return {
    send: async (mail) => {
      await transport.sendMail(mail)
    },
    close: () => transport.close(),
  }
}

/** The sender where none is set: the user of the mail server if that is an address, else one at the server's own name. */
export const senderFor = (smtpUrl: string, baseUrl: string): string => {
  const user = decodeURIComponent(new URL(smtpUrl).username)
  return `Telar <${user.includes('@') ? user : `telar@${new URL(baseUrl).hostname}`}>`
}
