/** Bytes of output as they are put together: text, and what was encoded before. */

const SMALLEST = 1 << 16;

export class ByteSink {
  #bytes = Buffer.allocUnsafe(SMALLEST);
  #length = 0;

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

  /** Returns all that was added, as bytes of their own, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#length);
    taken.set(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
