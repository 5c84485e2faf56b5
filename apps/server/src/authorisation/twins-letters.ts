import net from 'node:net';

/** A mail server on loopback that keeps what it is handed, byte for byte. */
export type LetterBox = {
  readonly port: number;
  /** Takes out what came for an address since the last time. */
  readonly take: (address: string) => readonly string[];
  readonly close: () => Promise<void>;
};

function receive(socket: net.Socket, keep: (to: string, letter: string) => void): void {
  let buffered = '';
  let to = '';
  let isLetter = false;
  const answer = (line: string): boolean => socket.write(`${line}\r\n`);
  const takeLine = (line: string): void => {
    const command = line.slice(0, 4).toUpperCase();
    if (command === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (command === 'DATA') {
      isLetter = true;
      answer('354 go on');
    } else if (command === 'QUIT') {
      answer('221 bye');
      socket.end();
    } else answer('250 ok');
  };
  socket.setEncoding('utf8').on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    buffered += chunk;
    for (;;) {
      const end = buffered.indexOf(isLetter ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = buffered.slice(0, end);
      buffered = buffered.slice(end + (isLetter ? 5 : 2));
      if (isLetter) {
        isLetter = false;
        keep(to, text);
        answer('250 kept');
      } else takeLine(text);
    }
  });
  answer('220 letters');
}

export async function openLetterBox(): Promise<LetterBox> {
  const kept = new Map<string, string[]>();
  const server = net.createServer((socket) =>
    receive(socket, (to, letter) => {
      kept.set(to, [...(kept.get(to) ?? []), letter]);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as net.AddressInfo).port,
    take: (address) => {
      const letters = kept.get(address) ?? [];
      kept.delete(address);
      return letters;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
