/* The open case: its lines, the two tabs of the composer with their drafts, closing. */
import { composing, newId, toast } from "./common.js";

const NEAR = 48;

export class CasePage {
  constructor(id, { server, queue }) {
    Object.assign(this, { id, server, queue });
    this.main = document.getElementById("conversation");
    this.log = document.getElementById("log");
    this.lines = document.getElementById("lines");
    if (!this.log) return;
    this.log.scrollTop = this.log.scrollHeight;
    this.tabs();
    for (const form of document.querySelectorAll(".panel[data-tab]")) this.panel(form);
    this.closing();
    // A form on its way out must not be overtaken by a reload.
    document.addEventListener("submit", (event) => (this.leaving ||= !event.defaultPrevented && event.target.method !== "dialog"));
  }

  get pinned() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  async refresh() {
    if (!this.log) return;
    const fresh = await this.server.get(`/desk/api/case/${encodeURIComponent(this.id)}`);
    if (!fresh) return;
    const pinned = this.pinned;
    this.reconcile(fresh.html);
    if (pinned) this.log.scrollTop = this.log.scrollHeight;
    if (fresh.standing !== this.main.dataset.standing) this.moved();
  }

  /** Only what changed is touched: open stretches stay open, and nothing is spoken twice. */
  reconcile(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    for (const item of [...holder.content.children]) {
      const old = document.getElementById(item.id);
      if (!old) this.lines.append(item);
      else if (this.textOf(old) !== this.textOf(item)) {
        const open = old.querySelector("details")?.open;
        old.replaceChildren(...item.childNodes);
        if (open) old.querySelector("details").open = true;
      }
    }
  }

  textOf(item) {
    return item.innerHTML.replaceAll(/<details class="folded"[^>]*>/g, "").replaceAll(/\s+/g, " ");
  }

  /** Somebody took, gave back or closed the case. A page in use is not pulled away: drafts are safe, but a reload is asked for. */
  moved() {
    if (this.leaving || this.queue.leaving) return undefined;
    const writing = document.activeElement?.matches("textarea, input") && document.activeElement.value;
    if (!writing && !document.querySelector("dialog[open]")) return location.reload();
    const notice = document.getElementById("strip");
    notice.textContent = document.body.dataset.changed;
    notice.hidden = false;
    return undefined;
  }

  tabs() {
    const list = document.querySelector('[role="tablist"]');
    if (!list) return;
    list.hidden = false;
    this.tabButtons = [...list.querySelectorAll('[role="tab"]')];
    for (const button of this.tabButtons) {
      button.addEventListener("click", () => this.show(button.id.slice(4), true));
      button.addEventListener("keydown", (event) => this.tabKey(event, button));
      const panel = document.getElementById(button.getAttribute("aria-controls"));
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
    }
    for (const button of this.tabButtons) button.disabled = false;
    this.show(sessionStorage.getItem(`desk.tab.${this.id}`) ?? "reply", false);
  }

  tabKey(event, button) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = this.tabButtons.find((one) => one !== button);
    this.show(other.id.slice(4), false);
    other.focus();
    event.stopPropagation();
  }

  show(name, focus) {
    for (const button of this.tabButtons ?? []) {
      const on = button.id === `tab-${name}`;
      button.setAttribute("aria-selected", String(on));
      button.tabIndex = on ? 0 : -1;
      document.getElementById(button.getAttribute("aria-controls")).hidden = !on;
    }
    sessionStorage.setItem(`desk.tab.${this.id}`, name);
    if (focus) document.getElementById(`${name}-text`)?.focus();
  }

  panel(form) {
    const field = form.querySelector("textarea");
    const key = `desk.draft.${this.id}.${form.dataset.tab}`;
    field.value ||= sessionStorage.getItem(key) ?? "";
    field.addEventListener("input", () => (field.value ? sessionStorage.setItem(key, field.value) : sessionStorage.removeItem(key)));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !composing(event)) form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(form, field, key);
    });
  }

  async send(form, field, key) {
    const text = field.value.trim();
    if (!text) return field.focus();
    const button = form.querySelector("button");
    if (button.getAttribute("aria-busy") === "true") return undefined;
    button.setAttribute("aria-busy", "true");
    form.dataset.client ||= newId();
    const { status, answer } = await this.server.post(form.action, { text, client_id: form.dataset.client });
    button.removeAttribute("aria-busy");
    if (status !== 200) return status === 401 ? undefined : toast(answer.message ?? document.body.dataset.failed);
    delete form.dataset.client;
    if (field.value.trim() === text) {
      field.value = "";
      sessionStorage.removeItem(key);
    }
    field.focus();
    await this.refresh();
    this.log.scrollTop = this.log.scrollHeight;
    return this.server.say(answer);
  }

  closing() {
    const dialog = document.getElementById("close-dialog");
    const link = document.getElementById("close-link");
    if (!dialog || !link) return;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    dialog.querySelector("[data-cancel]").addEventListener("click", (event) => {
      event.preventDefault();
      dialog.close();
    });
    dialog.addEventListener("close", () => link.focus());
  }

  press(id) {
    document.getElementById(id)?.click();
  }
}
