/** Bytes of output as they are put together: text, and what was encoded before. */

const SMALLEST = 1 << 16;

export class ByteSink {
  #bytes: Buffer<ArrayBuffer>;
  #length = 0;

  /** Writes into `memory` as long as there is room, whatever is in it. */
  constructor(memory = new ArrayBuffer(SMALLEST)) {
    this.#bytes = Buffer.from(memory);
  }

  /** Adds a text in UTF-8. */
  text(text: string): void {
    // A UTF-16 code unit has three bytes at most.
    this.#makeRoom(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Returns all that was added, with the memory it lies in, and begins anew elsewhere. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#bytes.buffer, 0, this.#length);
    this.#bytes = Buffer.from(new ArrayBuffer(0));
    this.#length = 0;
    return taken;
  }

  #makeRoom(more: number): void {
    const least = this.#length + more;
    if (least <= this.#bytes.length) return;
    const grown = Buffer.from(new ArrayBuffer(Math.max(SMALLEST, this.#bytes.length * 2, least)));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
