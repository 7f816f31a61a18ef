// Reads a text aloud with the voices that the device has. Nothing leaves the device for it, but
// for voices that the browser itself fetches: those come last. Without this file the button
// stays hidden.
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, figcaption, blockquote, td, th, summary, legend";
const SILENT = "[hidden], [data-not-aloud], .visually-hidden, script, style, nav, form, button, svg";
const READING = "is-read-aloud";
const plain = (tag) => tag.split(/[-_]/)[0].toLowerCase();

// Paragraphs in their order, each with its words.
function paragraphs(root) {
  const found = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest(SILENT) || !element.getClientRects().length) continue;
    const block = element.closest(BLOCKS) || element;
    found.set(block, (found.get(block) || "") + walker.currentNode.data);
  }
  return [...found].map(([block, words]) => [block, words.replace(/\s+/g, " ").trim()]);
}

// One sentence at a time: Chrome falls silent in the middle of a longer text
// (https://issues.chromium.org/issues/41294170), and after a pause we begin the sentence again.
function sentences(root) {
  return paragraphs(root).flatMap(([block, words]) => {
    const language = block.closest("[lang]").lang;
    const parts = self.Intl?.Segmenter
      ? [...new Intl.Segmenter(plain(language), { granularity: "sentence" }).segment(words)].map((part) => part.segment)
      : words.match(/[^.!?؟]+[.!?؟]*/g) || [];
    return parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => ({ block, language, words: part.trim() }));
  });
}

function voiceFor(language) {
  const able = speechSynthesis.getVoices().filter((voice) => plain(voice.lang) === plain(language));
  return able.find((voice) => voice.localService) || able[0];
}

function setUp(bar) {
  const text = document.getElementById(bar.dataset.readAloud);
  const [toggle, again] = [bar.querySelector("[data-toggle]"), bar.querySelector("[data-again]")];
  let queue = [];
  let at = 0;
  let turn = 0;
  let speaking = false;

  const mark = (block) => {
    for (const one of text.querySelectorAll(`.${READING}`)) one.classList.remove(READING);
    block?.classList.add(READING);
  };
  const show = (label) => {
    speaking = label === "pause";
    toggle.textContent = bar.dataset[label];
    again.hidden = label !== "resume";
  };
  // Whatever was being said before belongs to an earlier turn, and moves nothing on.
  const stop = () => {
    turn += 1;
    speechSynthesis.cancel();
    show(at ? "resume" : "start");
  };
  const say = (mine) => {
    if (mine !== turn) return;
    if (at >= queue.length) {
      at = 0;
      mark();
      stop();
      return;
    }
    const { block, language, words } = queue[at];
    const utterance = new SpeechSynthesisUtterance(words);
    const voice = voiceFor(language) || voiceFor(text.closest("[lang]").lang);
    if (voice) [utterance.voice, utterance.lang] = [voice, voice.lang];
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      say(mine);
    };
    utterance.onerror = () => mine === turn && stop();
    mark(block);
    speechSynthesis.speak(utterance);
  };
  const start = () => {
    turn += 1;
    speechSynthesis.cancel();
    queue = sentences(text);
    show("pause");
    say(turn);
  };
  toggle.addEventListener("click", () => (speaking ? stop() : start()));
  again.addEventListener("click", () => {
    at = 0;
    toggle.focus();
    start();
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());

  // Many browsers know their voices only a moment later.
  const reveal = () => { bar.hidden = !voiceFor(text.closest("[lang]").lang); };
  reveal();
  speechSynthesis.addEventListener?.("voiceschanged", reveal);
}

if ("speechSynthesis" in self) document.querySelectorAll("[data-read-aloud]").forEach(setUp);
