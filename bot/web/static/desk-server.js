/* Talking with the server: forms by fetch, and signing in again without losing the page. */
import { toast } from "./common.js";

export class Server {
  constructor(body) {
    this.body = body;
    this.dialog = document.getElementById("again");
    document.getElementById("again-form").addEventListener("submit", (event) => this.signIn(event));
  }

  async get(path) {
    const response = await fetch(path, { headers: { Accept: "application/json" } }).catch(() => undefined);
    if (response?.status === 401) this.askAgain();
    return response?.ok ? response.json() : undefined;
  }

  /** The answer with its status; 401 opens the sign-in dialog, and the caller keeps what was typed. */
  async post(path, data) {
    const form = new URLSearchParams({ ...data, csrf: this.body.dataset.csrf });
    try {
      const response = await fetch(path, { method: "POST", headers: { Accept: "application/json" }, body: form });
      const answer = await response.json().catch(() => ({}));
      if (response.status === 401) this.askAgain();
      return { status: response.status, answer };
    } catch {
      return { status: 0, answer: { message: this.body.dataset.failed } };
    }
  }

  askAgain() {
    if (!this.dialog.open) this.dialog.showModal();
    document.getElementById("again-password").focus();
  }

  async signIn(event) {
    event.preventDefault();
    const fields = event.target.elements;
    const response = await fetch("/desk/api/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ login: fields.login.value, password: fields.password.value }),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) return this.refused(answer.message);
    this.body.dataset.csrf = answer.csrf;
    for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = answer.csrf;
    fields.password.value = "";
    this.refused("");
    this.dialog.close();
  }

  refused(message) {
    const line = document.getElementById("again-error");
    line.textContent = message ?? this.body.dataset.failed;
    line.hidden = !message;
  }

  say(answer) {
    if (answer?.message) toast(answer.message);
  }
}
