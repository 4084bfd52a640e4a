/* The event stream: reconnects with patience, replays what was missed, says when the line is cut. */
const SHOW_AFTER = 2000;
const LONGEST = 30000;

export class Follower {
  constructor(path, { after, onConnection, ...handlers }) {
    Object.assign(this, { path, after, onConnection, handlers, pause: 1000 });
    window.addEventListener("online", () => this.renew());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.retryNow());
  }

  start() {
    if (this.source || this.timer) return;
    const mark = this.path.includes("?") ? "&" : "?";
    this.source = new EventSource(`${this.path}${mark}after=${this.after()}`);
    this.source.onopen = () => this.opened();
    this.source.onerror = () => this.lost();
    for (const [name, handler] of Object.entries(this.handlers)) {
      const event = name.slice(2).toLowerCase();
      this.source.addEventListener(event, (message) => handler(JSON.parse(message.data)));
    }
  }

  opened() {
    this.pause = 1000;
    clearTimeout(this.warning);
    this.warning = undefined;
    this.onConnection("open");
  }

  lost() {
    this.source?.close();
    this.source = undefined;
    this.warning ??= setTimeout(() => this.onConnection("lost"), SHOW_AFTER);
    this.timer = setTimeout(() => this.again(), this.pause * (0.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, LONGEST);
  }

  again() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.start();
  }

  retryNow() {
    if (this.timer) this.again();
  }

  /** Back from a cut the old connection may look alive and never say a word again. */
  renew() {
    if (!this.source && !this.timer) return;
    this.stop();
    this.start();
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.source?.close();
    this.source = undefined;
  }
}
