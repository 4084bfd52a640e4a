/* Quick exit: blank in the same frame, nothing kept, gone. Stands alone, so that no other failure can take it away. */
"use strict";
(() => {
  const WITHIN = 5000;
  const target = document.documentElement.dataset.exit;
  let presses = [];

  const leave = () => {
    document.title = "";
    document.documentElement.replaceChildren();
    try {
      sessionStorage.clear();
    } catch {
      /* storage may be forbidden: then there is nothing in it */
    }
    navigator.sendBeacon("/chat/api/leave");
    location.replace(target);
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) {
      event.preventDefault();
      leave();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    if (event.repeat) return;
    const now = Date.now();
    presses = [...presses.filter((moment) => now - moment < WITHIN), now];
    if (presses.length >= 3) leave();
  });
  // A page taken back out of the browser's memory would show the talk again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
