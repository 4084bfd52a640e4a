/* The queue: fresh, but never moving under the pointer or the focus. What is new waits behind one button. */
const IDLE = 10000;

export class Queue {
  constructor(pane, { current, server, words, changed }) {
    Object.assign(this, { pane, current, server, words, changed });
    this.rows = pane.querySelector("#rows");
    this.newer = pane.querySelector("#newer");
    this.newer.addEventListener("click", () => this.apply(true));
    this.rows.addEventListener("pointerleave", () => this.settle());
    this.rows.addEventListener("focusout", (event) => this.rows.contains(event.relatedTarget) || this.settle());
    for (const name of ["pointermove", "keydown"]) this.rows.addEventListener(name, () => this.busy(), { passive: true });
    for (const form of document.querySelectorAll("form[data-claim]")) this.claims(form);
  }

  async refresh() {
    const fresh = await this.server.get(`/desk/api/queue?case=${encodeURIComponent(this.current)}`);
    if (!fresh) return;
    this.fresh = this.parse(fresh);
    this.count(fresh);
    if (this.inUse()) this.offer();
    else this.apply(false);
  }

  parse({ html }) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder;
  }

  /** In the bar and in the tab's title: a number, never a word of anybody. */
  count({ waiting, words }) {
    document.getElementById("waiting").textContent = words;
    if (!this.current) document.title = document.title.replace(/^(\(\d+\) )?/, waiting ? `(${waiting}) ` : "");
  }

  inUse() {
    return this.rows.matches(":hover") || this.rows.contains(document.activeElement);
  }

  busy() {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.apply(false), IDLE);
  }

  settle() {
    if (!this.inUse()) this.apply(false);
  }

  ids(root) {
    return [...root.querySelectorAll("[data-case]")].map((row) => row.dataset.case);
  }

  /** In use: rows stay where they are; what has gone is struck out, what is new is counted. */
  offer() {
    const before = this.ids(this.rows);
    const after = this.ids(this.fresh.content);
    for (const row of this.rows.querySelectorAll("[data-case]")) row.classList.toggle("gone", !after.includes(row.dataset.case));
    const added = after.filter((id) => !before.includes(id)).length;
    const same = before.length === after.length && before.every((id, place) => id === after[place]);
    this.newer.querySelector("span").textContent = added ? this.words(added) : this.changed;
    this.newer.hidden = same;
    if (same) this.fill();
  }

  /** The same rows in the same order: only what they say is renewed. */
  fill() {
    for (const row of this.fresh.content.querySelectorAll("[data-case]")) {
      const old = this.rows.querySelector(`[data-case="${CSS.escape(row.dataset.case)}"]`);
      const time = old?.querySelector(".time");
      const now = row.querySelector(".time");
      if (time && now) time.innerHTML = now.innerHTML;
    }
  }

  apply(asked) {
    if (!this.fresh) return;
    const focused = this.focusedId();
    this.rows.replaceChildren(...this.fresh.content.childNodes);
    this.fresh = undefined;
    this.newer.hidden = true;
    clearTimeout(this.idle);
    if (focused) this.row(focused)?.focus();
    else if (asked) this.rows.querySelector("a.cell")?.focus();
  }

  focusedId() {
    return this.rows.contains(document.activeElement) ? document.activeElement.closest("[data-case]")?.dataset.case : undefined;
  }

  row(id) {
    return this.rows.querySelector(`[data-case="${CSS.escape(id)}"] a.cell`);
  }

  links() {
    return [...this.rows.querySelectorAll(".row:not(.gone) a.cell")];
  }

  /** J and K: from the focused row, else from the open case. */
  step(by) {
    const links = this.links();
    const from = links.findIndex((link) => link === document.activeElement || (!this.focusedId() && link.closest(".current")));
    const next = links[Math.max(0, Math.min(links.length - 1, from + by))];
    next?.focus();
  }

  /** Taking shows "Taking …" until the server agrees; lost: who has it, and the focus goes on. */
  claims(form) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      const words = button.querySelector("span");
      const before = words.textContent;
      button.setAttribute("aria-busy", "true");
      words.textContent = document.body.dataset.claiming;
      this.leaving = true;
      const { status, answer } = await this.server.post(form.action, {});
      if (status === 200) return location.assign(`${answer.to}?done=claimed`);
      this.leaving = false;
      button.removeAttribute("aria-busy");
      words.textContent = before;
      this.server.say(answer);
      if (status === 409) this.lost(form.dataset.claim);
    });
  }

  async lost(id) {
    const links = this.links();
    const place = links.findIndex((link) => link.closest("[data-case]").dataset.case === id);
    const next = links[place + 1] ?? links[place - 1] ?? links.find((link) => link.closest("[data-case]").dataset.case !== id);
    next?.focus();
    await this.refresh();
  }
}
