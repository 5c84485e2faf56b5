import { PassThrough, type Readable } from 'node:stream';
import { Outcome, type Problem } from '@entente/core/kernel';

/** How long a look is waited for: with the look itself and the way to the page, well under a second. */
const LOOK_EVERY_MS = 400;
/** How many looks are under way at a time: fewer than there are connections, so that reading never waits for watching. */
const LOOKS_AT_ONCE = 3;
/** Anything is sent from time to time, or what stands between takes the connection for dead. */
const BEAT_EVERY_MS = 15_000;
/** One for each page that is open; a browser opens six at most. */
const MOST_OF_A_PERSON = 8;
/** As many as are looked after in time. */
const MOST_OF_ALL = 200;
/** After how long a browser asks again when a stream has ended. */
const BEGINNING = 'retry: 1000\n\n';
const BEAT = ':\n\n';

const streamsFull: Problem = {
  code: 'streams-full',
  message: 'As many streams are open as are looked after',
  fix: 'Close pages that show rooms, or ask again in a while; reading rooms works without a stream.',
};

export type Standings = ReadonlyMap<string, string>;

/** Somebody who listens. */
export type RoomListener = {
  readonly personId: string;
  /**
   * Their rooms as they stand now, each with a text that is another as soon as what they may see of it is; null once the
   * session that opened the stream has ended.
   */
  readonly standings: () => Promise<Standings | null>;
  /** Told why a look failed. */
  readonly onFault: (error: unknown) => void;
};

/**
 * The rooms that are not what they were: changed, opened or closed.
 * @example changedRooms(new Map([['a', '1'], ['b', '1']]), new Map([['a', '2'], ['c', '1']])) // => ['a', 'b', 'c']
 */
export const changedRooms = (before: Standings, now: Standings): readonly string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id)).sort();

class RoomStream {
  readonly sink = new PassThrough();
  readonly personId: string;
  readonly #listener: RoomListener;
  #told: Standings | null = null;
  #spokeAt = Date.now();
  #looking: Promise<void> | null = null;

  constructor(listener: RoomListener) {
    this.#listener = listener;
    this.personId = listener.personId;
  }

  /** Looks how the rooms stand, and tells what is not as it was. Whoever asks during a look waits for the same one. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    try {
      const now = await this.#listener.standings();
      if (now === null) return this.end();
      if (this.#told === null) this.#say(BEGINNING);
      else this.#tell(changedRooms(this.#told, now));
      this.#told = now;
    } catch (error) {
      // What cannot be asked must not pass for unchanged: the page asks again, and is told what is wrong.
      this.#listener.onFault(error);
      this.end();
    }
  }

  #tell(rooms: readonly string[]): void {
    if (rooms.length > 0) this.#say(`event: rooms\ndata: ${JSON.stringify({ rooms })}\n\n`);
    else if (Date.now() - this.#spokeAt >= BEAT_EVERY_MS) this.#say(BEAT);
  }

  /** What the other end does not take in is not kept for it: it opens another stream and reads everything anew. */
  #say(text: string): void {
    if (this.sink.destroyed || this.sink.writableEnded) return;
    this.#spokeAt = Date.now();
    if (this.sink.writableNeedDrain) this.sink.destroy();
    else this.sink.write(text);
  }

  end(): void {
    this.sink.end();
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/**
 * Streams that tell guests which of their rooms changed. The database alone is asked, as each guest and by its own clock:
 * a change that another process of the server made, or time itself, is seen like any other, and what a guest may not see
 * moves nothing here.
 */
export class RoomChanges {
  readonly #streams = new Set<RoomStream>();
  #isClosed = false;
  #isWatching = false;

  /** @returns what is sent, until the listener goes, their session ends or the server stops; or why nothing is */
  async open(listener: RoomListener): Promise<Outcome<Readable>> {
    const own = [...this.#streams].filter(({ personId }) => personId === listener.personId);
    if (own.length >= MOST_OF_A_PERSON || this.#streams.size >= MOST_OF_ALL) return Outcome.refuse(streamsFull);
    const stream = new RoomStream(listener);
    this.#streams.add(stream);
    stream.sink.once('close', () => this.#streams.delete(stream));
    // What is read after the beginning has arrived is what the first look saw, or is told of.
    await stream.look();
    if (this.#isClosed) stream.end();
    void this.#watch();
    return Outcome.of(stream.sink);
  }

  async #watch(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    while (this.#streams.size > 0) {
      await pause(LOOK_EVERY_MS);
      const waiting = [...this.#streams];
      const looking = Array.from({ length: LOOKS_AT_ONCE }, async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next.look();
      });
      await Promise.all(looking);
    }
    this.#isWatching = false;
  }

  /** Ends every stream, and opens no more. */
  close(): void {
    this.#isClosed = true;
    for (const stream of this.#streams) stream.end();
  }
}
