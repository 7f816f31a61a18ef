// Saves an entry of the logbook as it is typed. What is typed is first kept by this browser, then
// sent; without a connection it waits, also when the page is closed. Each entry has a key, made
// here, and the version it was written over: what arrives twice is kept once, and nothing is
// written over another device's text. Without this file the form is sent by its button.
const form = document.querySelector("[data-logbook]");
const { dataset } = form;
const field = (name) => form.elements[name];
const status = form.querySelector("[data-status]");
const conflict = document.querySelector("[data-conflict]");
const list = document.querySelector("[data-waiting-list]");
const isNew = field("seen").value === "0" && Boolean(list);
// Kept after a short pause, sent after a longer one.
const SHORT = 200;
const LONG = 1000;
const RETRY = 15000;
let isSending = false;
let isAsked = false;
let isBroken = false;
let pauses = [];
// What was kept last of what stands in the form, so that nothing is sent for nothing.
let noted = "";
let shown = "";

const say = (words) => {
  if (status.textContent !== words) status.textContent = words;
};

// What waits: {key, week, version, trying, next, refused, conflict}. `trying` was sent and may have
// arrived; it is sent again as it is until an answer comes, and only then what was typed since.
const database = new Promise((done, failed) => {
  const asked = indexedDB.open("logbook", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("waiting", { keyPath: "key" });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

const store = async (mode) => (await database).transaction("waiting", mode).objectStore("waiting");

// Changes what waits under a key in one step, whatever other tabs do; nothing returned removes it.
const change = async (key, how) => {
  const rows = await store("readwrite");
  return new Promise((done, failed) => {
    let result;
    rows.get(key).onsuccess = ({ target }) => {
      result = how(target.result);
      if (result) rows.put(result);
      else rows.delete(key);
    };
    rows.transaction.oncomplete = () => {
      done(result);
      showLeft();
    };
    rows.transaction.onabort = () => failed(rows.transaction.error);
  });
};

const waiting = async () => {
  const rows = await store("readonly");
  const found = await new Promise((done) => {
    rows.getAll().onsuccess = ({ target }) => done(target.result);
  });
  return found.filter((one) => one.week === dataset.week);
};

// What is left once all that waits has arrived. Of an entry that the site has, in other words, this
// one counts; where another device wrote over it the site's does, until the member chose.
const showLeft = async () => {
  const rows = await waiting();
  const box = document.querySelector("[data-balance] > section");
  if (!box) return;
  const { amount, covers, spentCents, besideCents } = box.dataset;
  const sums = { amount: Number(amount), spent: Number(spentCents), beside: Number(besideCents) };
  const add = (kind, cents) => (sums[covers.split(" ").includes(kind) ? "spent" : "beside"] += cents);
  for (const one of rows.filter((row) => !row.conflict)) {
    const text = one.next ?? one.trying;
    const cents = text.amount.trim() ? balance.cents(text.amount) : 0;
    if (Number.isNaN(cents)) continue;
    const there = document.querySelector(`[data-days] [data-entry="${one.key}"]`)?.dataset;
    if (there) add(there.spending, -there.cents);
    add(text.spending, cents);
  }
  balance.show(box, box.dataset, sums);
};

const typed = () => {
  const data = new FormData(form);
  for (const name of ["csrfmiddlewaretoken", "key", "seen"]) data.delete(name);
  if (!data.get("photo")?.size) data.delete("photo");
  return Object.fromEntries(data);
};

const isEmpty = ({ amount, words, photo }) => isNew && !amount.trim() && !words.trim() && !photo;

const print = ({ photo, ...words }) => JSON.stringify([words, photo?.name, photo?.size]);

const isHere = (key) => field("key").value === key;

const newKey = () => {
  const digits = crypto.getRandomValues(new Uint8Array(16));
  digits[6] = (digits[6] & 15) | 64;
  digits[8] = (digits[8] & 63) | 128;
  const letters = [...digits].map((one) => one.toString(16).padStart(2, "0")).join("");
  return letters.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

// An empty form for the next entry; the day and who may read it stay as they were.
const startAnew = () => {
  for (const name of ["amount", "words", "photo"]) field(name).value = "";
  field("key").value = newKey();
  field("seen").value = 0;
  conflict.hidden = true;
  noted = "";
};

// Puts what waits back into the form.
const adopt = (one) => {
  const { photo, ...words } = one.next ?? one.trying;
  for (const [name, value] of Object.entries(words)) if (field(name)) field(name).value = value;
  if (photo) {
    const files = new DataTransfer();
    files.items.add(photo);
    field("photo").files = files.files;
  }
  field("key").value = one.key;
  field("seen").value = one.version;
  noted = "";
};

const button = (words, press) => {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "button button--quiet", textContent: words });
  made.addEventListener("click", press);
  return made;
};

const showWaiting = async () => {
  if (!list) return;
  const others = (await waiting()).filter((one) => !isHere(one.key));
  // A button that somebody is about to press stays where it is.
  const now = JSON.stringify(others.map((one) => [one.key, one.refused, print(one.next ?? one.trying)]));
  if (now === shown) return;
  shown = now;
  const rows = others.map((one) => {
    const { day, amount, words, photo } = one.next ?? one.trying;
    const row = document.createElement("li");
    const said = document.createElement("p");
    said.dir = "auto";
    said.textContent = [day, amount, words, photo?.name, one.refused].filter(Boolean).join(" · ");
    const open = button(dataset.open, () => {
      adopt(one);
      showWaiting();
      form.scrollIntoView();
      drain();
    });
    const drop = button(dataset.drop, async () => {
      await change(one.key, () => undefined);
      showWaiting();
    });
    row.append(said, open, drop);
    return row;
  });
  list.querySelector("[data-rows]").replaceChildren(...rows);
  list.hidden = !rows.length;
};

const post = (one) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(one.trying)) body.append(name, value);
  body.append("key", one.key);
  body.append("seen", one.version);
  body.append("csrfmiddlewaretoken", field("csrfmiddlewaretoken").value);
  const signal = AbortSignal.timeout?.(60000);
  return fetch(dataset.logbook, { method: "POST", headers: { Accept: "application/json" }, body, signal });
};

const kept = async (key, sent, { version, parts }) => {
  await change(key, (one) => one?.next && { ...one, version, trying: null });
  for (const [name, html] of Object.entries(parts)) {
    const place = document.querySelector(`[data-${name}]`);
    if (place) place.innerHTML = html;
  }
  showLeft();
  if (!isHere(key)) return;
  field("seen").value = version;
  if (sent.photo && field("photo").files[0]?.size === sent.photo.size) {
    field("photo").value = "";
    noted = print(typed());
  }
  say(dataset.saved);
};

const overtaken = async (key, { version, other }) => {
  await change(key, (one) => one && { ...one, conflict: version });
  if (!isHere(key)) return;
  say(dataset.overtaken);
  conflict.querySelector("[data-other]").innerHTML = other;
  conflict.hidden = false;
  conflict.firstElementChild.focus();
};

// What was typed meanwhile may be right; only what was sent is refused.
const wrong = async (key, { errors }) => {
  const refused = Object.values(errors).join(" ");
  const one = await change(key, (found) => {
    if (!found) return undefined;
    const { next, trying, ...rest } = found;
    return next ? { ...rest, next } : { ...rest, next: trying, refused };
  });
  if (one?.refused && isHere(key)) say(`${dataset.wrong} ${refused}`);
};

// Sends what waits under a key, then what was typed meanwhile.
const send = async (key) => {
  const one = await change(key, (found) => {
    const isReady = found?.next && !found.trying && !found.refused && !found.conflict;
    return isReady ? { ...found, trying: found.next, next: null } : found;
  });
  if (!one?.trying || one.conflict) return;
  if (isHere(key)) say(dataset.saving);
  const answer = await post(one);
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
    // Not the connection: the link or the site. Only a new visit can mend that, or time.
    isBroken = answer.status < 500;
    throw new Error(answer.status);
  }
  const data = await answer.json();
  if (answer.ok) await kept(key, one.trying, data);
  else if (answer.status === 409) await overtaken(key, data);
  else await wrong(key, data);
  await send(key);
};

// Sends all that waits. Who asks for it meanwhile has it done once more.
const drain = async () => {
  isAsked = true;
  if (isSending || isBroken) return;
  isSending = true;
  try {
    while (isAsked) {
      isAsked = false;
      for (const one of await waiting()) await send(one.key);
    }
  } catch (fault) {
    const isOffline = fault instanceof TypeError || fault.name === "TimeoutError";
    say(isOffline ? dataset.waiting : dataset.failed);
  }
  isSending = false;
  await showWaiting();
};

// Keeps what stands in the form, in this browser; says whether that went well.
const keep = async () => {
  const next = typed();
  if (isEmpty(next) || print(next) === noted) return true;
  if (next.photo?.size > Number(dataset.most)) {
    say(dataset.large);
    field("photo").value = "";
    return false;
  }
  noted = print(next);
  // By the time that it is kept, the form may be another entry's.
  const key = field("key").value;
  try {
    await change(key, (one) => ({
      key,
      week: dataset.week,
      version: one?.version ?? (isHere(key) ? Number(field("seen").value) : 0),
      trying: one?.trying,
      conflict: one?.conflict,
      next,
    }));
  } catch {
    say(dataset.unkept);
    return false;
  }
  return true;
};

const note = async () => {
  for (const pause of pauses) clearTimeout(pause);
  if (await keep()) await drain();
};

const finish = async () => {
  await note();
  const left = (await waiting()).find((one) => isHere(one.key));
  if (left?.refused || left?.conflict) return;
  if (isNew) {
    startAnew();
    field("amount").focus();
  } else if (!left) location.assign(dataset.logbook);
  await showWaiting();
};

const setUp = async () => {
  await database;
  form.addEventListener("input", () => {
    for (const pause of pauses) clearTimeout(pause);
    pauses = [setTimeout(keep, SHORT), setTimeout(note, LONG)];
  });
  form.addEventListener("change", note);
  form.addEventListener("submit", (event) => {
    if (isEmpty(typed()) || isBroken) return;
    event.preventDefault();
    finish();
  });
  conflict.querySelector("[data-mine]").addEventListener("click", async () => {
    const mine = typed();
    await change(field("key").value, ({ conflict: version, ...one }) => ({ ...one, version, trying: null, next: mine, conflict: undefined }));
    conflict.hidden = true;
    await drain();
  });
  conflict.querySelector("[data-theirs]").addEventListener("click", async () => {
    await change(field("key").value, () => undefined);
    location.assign(dataset.logbook);
  });
  addEventListener("online", drain);
  document.addEventListener("visibilitychange", () => (document.hidden ? note() : drain()));
  setInterval(async () => {
    if ((await waiting()).some((one) => !one.refused && !one.conflict)) drain();
  }, RETRY);
  noted = print(typed());
  const before = (await waiting()).find((one) => isHere(one.key) || one.conflict);
  if (before) adopt(before);
  showLeft();
  await showWaiting();
  await drain();
};

// A browser that keeps nothing has the button.
if (self.indexedDB) setUp().catch(() => say(dataset.unkept));
