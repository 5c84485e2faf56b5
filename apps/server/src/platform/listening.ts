import { createServer } from 'node:net';
import type { Configuration } from './configuration.ts';
import { errorCode, errorText, StartRefusal } from './start-refusal.ts';

const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/** Where a browser on this machine finds what listens there. */
export function urlOf(host: string, port: number): string {
  if (EVERY_ADDRESS.has(host)) return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Why the port could not be listened on, with the mend. */
export function refusalOfPort(error: unknown, host: string, port: number): StartRefusal {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new StartRefusal({
      code: 'port-taken',
      message: `Port ${port} on ${host} is in use by another program.`,
      fix: `Stop that program, or choose another port, for example PORT=${port === 65_535 ? port - 1 : port + 1}.`,
    });
  }
  if (code === 'EACCES') {
    return new StartRefusal({
      code: 'port-forbidden',
      message: `Port ${port} is reserved for the administrator.`,
      fix: 'Choose a port from 1024 on, for example PORT=4400.',
    });
  }
  return new StartRefusal({
    code: 'port-unusable',
    message: `${urlOf(host, port)} cannot be listened on (${errorText(error)}).`,
    fix: 'Unset HOST and PORT, or set HOST=127.0.0.1.',
  });
}

/** Tries the port before anything is written, so that a taken one leaves no trace. */
export async function refuseUnusablePort({ host, port }: Pick<Configuration, 'host' | 'port'>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(refusalOfPort(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
