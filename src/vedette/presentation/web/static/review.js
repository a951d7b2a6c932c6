// Keys for the review queue. Without this script every button and link still works by hand.
"use strict";

(() => {
  const questions = () => [...document.querySelectorAll(".question")];

  function current() {
    const focused = document.activeElement && document.activeElement.closest(".question");
    return focused || questions()[0] || null;
  }

  function move(step) {
    const all = questions();
    const next = all[all.indexOf(current()) + step];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    } else if (step > 0) {
      const onward = document.querySelector('.pager a[rel="next"]');
      if (onward) onward.click();
    }
  }

  function press(key) {
    const question = current();
    const button = question && question.querySelector(`[data-key="${key}"]`);
    if (button) button.click();
  }

  function undo() {
    const form = document.querySelector("form[data-key-z]");
    if (form) form.requestSubmit();
  }

  function help() {
    const keys = document.querySelector("details.keys");
    if (!keys) return;
    keys.open = !keys.open;
    if (keys.open) keys.scrollIntoView({ block: "nearest" });
  }

  const acts = {
    s: () => press("s"), d: () => press("d"), u: () => press("u"), z: undo, "?": help,
    j: () => move(1), k: () => move(-1),
  };

  document.addEventListener("keydown", (event) => {
    const writing = event.target instanceof Element && event.target.closest("input, select, textarea");
    if (event.key === "Escape" && writing) {
      const question = event.target.closest(".question");
      if (question) question.focus();
      return;
    }
    if (writing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in acts)) return;
    // A key that is held down judges once.
    if (event.repeat && !["j", "k"].includes(event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });

  // A form is sent once, however often it is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    const first = location.hash ? document.querySelector(location.hash) : questions()[0];
    if (first && !document.querySelector(":focus-within:not(html):not(body)")) first.focus({ preventScroll: true });
  });
})();
