/* What was written and is not yet with the server. Kept in this tab only; the client id makes a second try harmless. */
const KEY = "latarnia.outbox";
const LONGEST = 30000;

export class Outbox {
  constructor({ post, log, say, onDone }) {
    Object.assign(this, { post, log, say, onDone, items: [], busy: false, pause: 2000 });
  }

  add(id, text) {
    this.items.push({ id, text });
    this.keep();
    this.mark(this.log.mine(id, text), navigator.onLine ? "sending" : "waiting");
    this.flush();
  }

  restore() {
    this.items = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    for (const { id, text } of this.items) {
      if (!this.itemOf(id)) this.mark(this.log.mine(id, text), "waiting");
    }
    this.flush();
  }

  keep() {
    if (this.items.length) sessionStorage.setItem(KEY, JSON.stringify(this.items));
    else sessionStorage.removeItem(KEY);
  }

  async flush() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      while (this.items.length && navigator.onLine && (await this.deliver(this.items[0])));
    } finally {
      this.busy = false;
    }
  }

  /** True when the next one may go. */
  async deliver(item) {
    const shown = this.itemOf(item.id);
    this.mark(shown, "sending");
    let result;
    try {
      result = await this.post("/chat/api/messages", { text: item.text, client_id: item.id });
    } catch {
      return this.later(shown, this.pause);
    }
    if (result.status === 429) return this.later(shown, Math.max(1, result.retry) * 1000);
    if (result.status === 200) return this.done(item, result.answer);
    if (result.status === 503) this.log.help(result.answer);
    return this.failed(item, shown, result);
  }

  done(item, answer) {
    this.drop(item);
    this.pause = 2000;
    this.log.helped();
    this.itemOf(item.id)?.querySelector(".sending")?.remove();
    this.log.take(answer.lines ?? []);
    this.onDone();
    return true;
  }

  later(shown, pause) {
    this.mark(shown, "waiting");
    this.timer = setTimeout(() => this.flush(), pause);
    this.pause = Math.min(this.pause * 2, LONGEST);
    return false;
  }

  failed(item, shown, { status, answer }) {
    this.drop(item);
    const words = status === 413 ? this.say("too-large") : status === 503 ? this.say("not-sent") : (answer.message ?? this.say("failed-send"));
    this.mark(shown, "failed", words);
    const again = shown.querySelector(".again");
    again.hidden = false;
    again.onclick = () => {
      again.hidden = true;
      document.getElementById("text").focus();
      this.items.push(item);
      this.keep();
      this.flush();
    };
    return true;
  }

  drop(item) {
    this.items = this.items.filter(({ id }) => id !== item.id);
    this.keep();
  }

  itemOf(id) {
    return document.querySelector(`[data-client="${CSS.escape(id)}"]`);
  }

  mark(shown, state, words = this.say(state)) {
    const line = shown?.querySelector(".sending");
    if (!line) return;
    line.classList.toggle("failed", state === "failed");
    line.querySelector("span").textContent = words;
  }
}
