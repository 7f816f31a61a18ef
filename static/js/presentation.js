// Shows the slides one at a time. Without this file they are a page, one below the other.
const slides = [...document.querySelectorAll(".slide")];
const find = (name) => document.querySelector(`[data-${name}]`);
const way = (name) => document.querySelector(`[data-way=${name}]`);
const root = document.documentElement;
const SWIPE = 50;
let current = 0;
let touched = null;

const isShowing = () => root.classList.contains("is-presenting");

const show = (number) => {
  current = Math.min(Math.max(number, 0), slides.length - 1);
  slides.forEach((slide, position) => (slide.hidden = position !== current));
  const said = { number: current + 1, total: slides.length, title: slides[current].getAttribute("aria-label") };
  find("place").textContent = `${said.number} / ${said.total}`;
  find("status").textContent = find("slides").dataset.said.replace(/\{(\w+)\}/g, (_all, name) => said[name]);
  way("back").setAttribute("aria-disabled", current === 0);
  way("on").setAttribute("aria-disabled", current === slides.length - 1);
  slides[current].scrollTop = 0;
  // A page that is loaded again opens where it was.
  history.replaceState(null, "", `#${slides[current].id}`);
};

const start = (number) => {
  root.classList.add("is-presenting");
  find("ways").hidden = false;
  show(number);
};

const stop = () => {
  root.classList.remove("is-presenting");
  find("ways").hidden = true;
  slides.forEach((slide) => (slide.hidden = false));
  slides[current].focus();
};

const fullScreen = () => {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.();
};

const on = () => show(current + 1);
const back = () => show(current - 1);
// A clicker for presentations sends the keys for pages.
const keys = {
  ArrowRight: on, ArrowDown: on, PageDown: on, ArrowLeft: back, ArrowUp: back, PageUp: back,
  Home: () => show(0), End: () => show(slides.length - 1), f: fullScreen, F: fullScreen,
};

addEventListener("keydown", (event) => {
  if (!isShowing() || event.ctrlKey || event.altKey || event.metaKey) return;
  const isOnButton = event.target.closest?.("button, a");
  const act = event.key === " " && !isOnButton ? (event.shiftKey ? back : on) : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

addEventListener("touchstart", (event) => (touched = event.changedTouches[0]), { passive: true });
addEventListener("touchend", (event) => {
  if (!isShowing() || !touched) return;
  const { clientX, clientY } = event.changedTouches[0];
  const across = clientX - touched.clientX;
  if (Math.abs(across) < SWIPE || Math.abs(across) < Math.abs(clientY - touched.clientY)) return;
  if (across < 0 === (document.dir !== "rtl")) on();
  else back();
});

way("on").addEventListener("click", on);
way("back").addEventListener("click", back);
way("full").addEventListener("click", fullScreen);
way("all").addEventListener("click", stop);
way("full").hidden = !document.fullscreenEnabled;
find("start").hidden = false;
find("start").firstElementChild.addEventListener("click", () => start(current));
// All letters are fetched now: in the hall there may be no network.
for (const face of document.fonts) face.load().catch(() => {});
start(Math.max(slides.findIndex((slide) => `#${slide.id}` === location.hash), 0));
