// What the reader says on a screen: answers, dates, switches. It is in this object and nowhere else - in no address, no
// history, no storage - and gone when she leaves the screen. The browser's history only counts how much she has said, so
// that its way back leads to the question before.

export class Visit {
  #show;
  #failed;
  #busy = false;
  said;

  /** `show` draws the screen anew; `failed` tells the reader what went wrong; `said`: what she said on the way here. */
  constructor(address, show, failed, said = []) {
    this.address = address;
    this.said = said;
    this.#show = show;
    this.#failed = failed;
    history.replaceState({ said: 0 }, "");
  }

  /** Says one thing more, and shows what follows. What the core refuses is not kept. */
  async add(one) {
    if (this.#busy) return;
    this.#busy = true;
    const before = this.said;
    this.said = [...before, one];
    try {
      await this.#show();
      history.pushState({ said: this.said.length }, "");
    } catch (error) {
      this.said = before;
      this.#failed(error);
    } finally {
      this.#busy = false;
    }
  }

  /** Says something else instead, where only a part of the screen is drawn again with what the core answers. */
  async change(said, ask, draw) {
    this.said = said;
    try {
      draw(await ask());
    } catch (error) {
      // What she says next is answered instead.
      if (error?.kind !== "Interrupted") this.#failed(error);
    }
  }

  /** Takes the last thing back. */
  back() {
    history.back();
  }

  /** Takes everything back. */
  again() {
    history.go(-this.said.length);
  }

  /** The browser went to where so much had been said. What was taken back is not there any more. */
  async returned(count) {
    if (count > this.said.length) return history.back();
    this.said = this.said.slice(0, count);
    await this.#show();
  }
}
