/* The list of messages: where new ones go, what follows the reader and what leaves them in peace. */
const NEAR = 48;
const TYPING_AFTER = 400;
const STILL_AFTER = 5000;

export class Log {
  constructor(scroller, { last, pill, words, say }) {
    Object.assign(this, { scroller, last, pill, words, say, pinned: true, unseen: 0 });
    this.list = scroller.querySelector("#messages");
    this.typing = scroller.querySelector("#typing");
    scroller.addEventListener("scroll", () => this.onScroll(), { passive: true });
    pill.addEventListener("click", () => this.toNewest(true));
    new ResizeObserver(() => this.resized()).observe(scroller);
  }

  /** Lines of the server, in their order; each is inserted once, whoever brings it. */
  take(lines) {
    for (const line of lines) this.insert(line);
  }

  insert(line) {
    if (line.id <= this.last && document.getElementById(`m${line.id}`)) return;
    this.last = Math.max(this.last, line.id);
    if (document.getElementById(`m${line.id}`) || this.adopt(line)) return;
    const item = this.parse(line.html);
    if (!item) return;
    if (line.replaces) this.remove(line.replaces);
    item.classList.add("new");
    this.list.append(item);
    this.arrived(item, line.author === "person");
  }

  /** The server's copy of a message that is already on the page. */
  adopt(line) {
    if (!line.client_id) return false;
    const mine = this.list.querySelector(`[data-client="${CSS.escape(line.client_id)}"]`);
    if (!mine) return false;
    mine.id = `m${line.id}`;
    mine.dataset.line = line.id;
    mine.querySelector(".sending")?.remove();
    return true;
  }

  parse(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.querySelector("li");
  }

  remove(id) {
    const old = document.getElementById(`m${id}`);
    if (!old) return;
    this.lostFocus ||= old.contains(document.activeElement);
    old.remove();
  }

  /** A settled message changes in place and is not spoken again. */
  replace(line) {
    const old = document.getElementById(`m${line.id}`);
    const item = this.parse(line.html);
    if (!old || !item) return;
    const focused = old.contains(document.activeElement);
    this.quietly(() => old.replaceChildren(...item.childNodes));
    if (focused) this.focusNewest();
    this.settle();
  }

  quietly(change) {
    this.scroller.setAttribute("aria-busy", "true");
    change();
    requestAnimationFrame(() => this.scroller.removeAttribute("aria-busy"));
  }

  clear() {
    this.quietly(() => {
      for (const item of this.list.querySelectorAll('.msg:not([data-line="0"])')) item.remove();
    });
    this.last = 0;
  }

  /** My own message, before the server has it. */
  mine(clientId, text) {
    const item = document.getElementById("t-mine").content.firstElementChild.cloneNode(true);
    item.dataset.client = clientId;
    item.querySelector(".typed").textContent = text;
    this.list.append(item);
    this.pinned = true;
    this.toEnd();
    return item;
  }

  /** The database is away: numbers that help stand in the talk, once. */
  help(answer) {
    if (answer.card_html) {
      const card = this.parse(answer.card_html);
      card.id = "";
      this.list.append(card);
      this.arrived(card, false);
      return;
    }
    if (document.getElementById("away")) return;
    const item = document.createElement("li");
    item.id = "away";
    item.className = "msg from-bot kind-danger";
    item.innerHTML = `<div class="words">${answer.help_html ?? ""}</div>`;
    this.list.append(item);
    this.arrived(item, false);
  }

  helped() {
    document.getElementById("away")?.remove();
  }

  arrived(item, own) {
    if (this.pinned || own) return this.show(item);
    this.unseen += 1;
    this.pill.querySelector("span").textContent = this.words(this.unseen);
    this.pill.hidden = false;
  }

  /** To the end; a message taller than the window is shown from its first line. */
  show(item) {
    const tall = item.offsetHeight > this.scroller.clientHeight - 2 * NEAR;
    if (tall) this.scrollTo(item.offsetTop - this.scroller.offsetTop - 12);
    else this.toEnd();
  }

  toEnd() {
    this.scrollTo(this.scroller.scrollHeight);
  }

  scrollTo(top) {
    this.scroller.scrollTop = top;
  }

  toNewest(focus) {
    this.seen();
    this.pinned = true;
    this.toEnd();
    if (focus) this.focusNewest();
  }

  resized() {
    this.height = this.scroller.clientHeight;
    if (this.pinned) this.toEnd();
  }

  onScroll() {
    // The window changed, not the reader: resized() follows.
    if (this.scroller.clientHeight !== this.height) return;
    const left = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
    this.pinned = left < NEAR;
    if (this.pinned) this.seen();
  }

  seen() {
    this.unseen = 0;
    this.pill.hidden = true;
  }

  settle() {
    if (this.pinned) this.toEnd();
  }

  focusNewest() {
    const newest = this.list.lastElementChild;
    if (!newest) return;
    newest.tabIndex = -1;
    newest.focus({ preventScroll: true });
  }

  /** Dots after 400 ms, one spoken line after 5 s; returns how to stop. */
  typingSoon(still) {
    const dots = setTimeout(() => {
      this.typing.hidden = false;
      this.settle();
    }, TYPING_AFTER);
    const spoken = setTimeout(still, STILL_AFTER);
    return () => {
      clearTimeout(dots);
      clearTimeout(spoken);
      this.typing.hidden = true;
    };
  }
}
