// Text on its way to COPY. Strings are written into bytes while they are young: kept by the thousand they would be moved by
// the garbage collector again and again, which took a fifth of the time.

/** Strings up to here are gathered before they are written: one write costs as much as a hundred characters. */
const gathered = 8_192;

export class ByteSink {
  #bytes = Buffer.allocUnsafe(1 << 20);
  #used = 0;
  #text = "";

  add(text: string): void {
    this.#text += text;
    if (this.#text.length > gathered) this.#write();
  }

  /** All that was added; valid until the next `add`, which writes over it. */
  take(): Buffer {
    this.#write();
    const taken = this.#bytes.subarray(0, this.#used);
    this.#used = 0;
    return taken;
  }

  #write(): void {
    // A character of UTF-16 takes three bytes at most.
    const room = this.#used + this.#text.length * 3;
    if (room > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(room, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#used += this.#bytes.write(this.#text, this.#used);
    this.#text = "";
  }
}
