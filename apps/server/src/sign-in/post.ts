import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Configuration } from '../platform/configuration.ts';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
export type KeptLetter = Letter & { readonly id: string; readonly at: Date };

/** How e-mail leaves: by SMTP, into the demo's mailbox, or not at all. */
export type Post = {
  readonly sends: boolean;
  readonly send: (letter: Letter) => Promise<void>;
  /** What the demo would have sent, latest first; null where there is no such mailbox. */
  readonly mailbox: () => readonly KeptLetter[] | null;
};

const KEPT = 100;
const GIVE_UP_MS = 20_000;

function demoPost(): Post {
  const kept: KeptLetter[] = [];
  return {
    sends: true,
    send: (letter) => {
      kept.unshift({ ...letter, id: randomUUID(), at: new Date() });
      kept.length = Math.min(kept.length, KEPT);
      return Promise.resolve();
    },
    mailbox: () => kept,
  };
}

function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: GIVE_UP_MS,
    greetingTimeout: GIVE_UP_MS,
    socketTimeout: GIVE_UP_MS,
    // Letters are text alone: nothing is fetched or read to fill them.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    sends: true,
    send: async ({ to, subject, text }) => {
      // An address as an object is taken whole: no comma in it makes a second recipient.
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    mailbox: () => null,
  };
}

const noPost: Post = { sends: false, send: () => Promise.resolve(), mailbox: () => null };

export function postOf({ demo, smtpUrl, mailFrom }: Pick<Configuration, 'demo' | 'smtpUrl' | 'mailFrom'>): Post {
  if (smtpUrl !== null && mailFrom !== null) return smtpPost(smtpUrl, mailFrom);
  return demo ? demoPost() : noPost;
}
