// One file over HTTP, as the core's session asks for it: a plain GET that says nothing about the device, stops at the cap,
// and hands back the part that arrived when the connection breaks.

const TO_ANSWER = 15_000;
const TO_NEXT_BYTE = 20_000;

/**
 * @param {{url: string, offset: number, cap: number}} asked
 * @param {AbortSignal} stop
 * @returns {Promise<{status: number, body: Uint8Array, announced?: number, contentRange?: string, retryAfter?: string}>}
 * Rejects when nothing came back.
 */
export async function get({ url, offset, cap }, stop) {
  const silence = new Silence(stop);
  try {
    silence.within(TO_ANSWER);
    const answer = await fetch(url, {
      headers: offset > 0 ? { Range: `bytes=${offset}-` } : {},
      signal: silence.signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    const body = await read(answer, cap, silence);
    return {
      status: answer.status,
      body,
      announced: announced(answer.headers),
      // From another host both are seen only if it exposes them.
      contentRange: answer.headers.get("Content-Range") ?? undefined,
      retryAfter: answer.headers.get("Retry-After") ?? undefined,
    };
  } finally {
    silence.end();
  }
}

/** The length of a body that was compressed on the way says nothing about its bytes. */
function announced(headers) {
  const length = headers.get("Content-Length");
  return length === null || headers.has("Content-Encoding") ? undefined : Number(length);
}

async function read(answer, cap, silence) {
  const parts = [];
  let length = 0;
  const reader = answer.body?.getReader();
  try {
    while (reader && length < cap) {
      silence.within(TO_NEXT_BYTE);
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, cap - length);
      parts.push(part);
      length += part.length;
    }
  } catch (error) {
    if (silence.asked) throw error;
    // Broken in the middle: the part is resumed, not fetched again.
  } finally {
    reader?.cancel().catch(() => {});
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** Ends a request when it is silent for too long, or when the shell asks to stop. */
class Silence {
  #ended = new AbortController();
  #timer = 0;
  #stop;
  #onStop = () => this.#ended.abort();

  constructor(stop) {
    this.#stop = stop;
    if (stop.aborted) this.#ended.abort();
    stop.addEventListener("abort", this.#onStop);
  }

  get signal() {
    return this.#ended.signal;
  }

  /** Whether it was the shell that asked to stop. */
  get asked() {
    return this.#stop.aborted;
  }

  within(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ended.abort(), milliseconds);
  }

  end() {
    clearTimeout(this.#timer);
    this.#stop.removeEventListener("abort", this.#onStop);
  }
}
