// The reader's own week on the amount: kept by this browser and sent to nobody. Without this file,
// or where the browser keeps nothing, there is a table for paper.
const box = document.querySelector("[data-own-week]");
const { dataset } = box;
const { cents, money } = balance;
const KEY = `own-week-${dataset.ownWeek}`;
const AMOUNT = Number(dataset.amount);
const COVERS = dataset.covers.split(" ");
const part = (name) => box.querySelector(`[data-${name}]`);
const form = part("form");
const field = (name) => form.elements[name];
const { lang } = document.documentElement;

const two = (number) => String(number).padStart(2, "0");

const dateText = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

// Days of the calendar, so that a change of the clock takes none and adds none.
const dayOf = (starts, number) => {
  const [year, month, day] = starts.split("-").map(Number);
  return new Date(year, month - 1, day + number, 12);
};

const fresh = () => ({ starts: dateText(new Date()), entries: [] });

const read = () => {
  try {
    const { starts, entries } = JSON.parse(localStorage.getItem(KEY));
    return /^\d{4}-\d\d-\d\d$/.test(starts) && Array.isArray(entries) ? { starts, entries } : fresh();
  } catch {
    return fresh();
  }
};

const write = (week) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(week));
    return true;
  } catch {
    return false;
  }
};

const say = (words) => {
  part("status").textContent = "";
  // Said anew each time: a reader of the screen speaks only what changes.
  requestAnimationFrame(() => (part("status").textContent = words));
};

const dayName = (starts, number) => {
  const options = { weekday: "long", day: "numeric", month: "long", numberingSystem: "latn" };
  const date = new Intl.DateTimeFormat(lang, options).format(dayOf(starts, number));
  return dataset.day.replace("{number}", number + 1).replace("{date}", date);
};

const kindName = (code) => field("kind").querySelector(`option[value="${CSS.escape(code)}"]`)?.textContent ?? "";

const sum = (entries) => entries.reduce((total, one) => total + one.cents, 0);

const showBalance = ({ entries }) => {
  const spent = sum(entries.filter((one) => COVERS.includes(one.kind)));
  balance.show(part("balance"), dataset, { amount: AMOUNT, spent, beside: sum(entries) - spent });
};

const drawn = (entry) => {
  const row = box.querySelector("template").content.cloneNode(true);
  const put = (name, words) => (row.querySelector(`[data-${name}]`).textContent = words);
  put("cents", entry.cents ? money(entry.cents) : "");
  put("kind", entry.cents ? kindName(entry.kind) : "");
  put("words", entry.words);
  put("which", `: ${entry.cents ? money(entry.cents) : entry.words}`);
  row.querySelector("[data-remove]").addEventListener("click", () => {
    const week = read();
    show({ ...week, entries: week.entries.filter((one) => one.id !== entry.id) }, dataset.removed);
    field("amount").focus();
  });
  return row;
};

const drawnDay = (week, number) => {
  const entries = week.entries.filter((one) => one.day === number);
  const day = document.createElement("li");
  const head = document.createElement("p");
  const name = document.createElement("span");
  const total = document.createElement("bdi");
  head.className = "own-week__day";
  name.textContent = dayName(week.starts, number);
  total.textContent = sum(entries) ? money(sum(entries)) : "";
  head.append(name, total);
  const list = document.createElement("ul");
  list.append(...entries.map(drawn));
  day.append(head, list);
  return day;
};

const show = (week, words) => {
  const isKept = write(week);
  const chosen = field("day").value;
  const numbers = [0, 1, 2, 3, 4, 5, 6];
  field("day").replaceChildren(...numbers.map((number) => new Option(dayName(week.starts, number), number)));
  const today = Math.floor((dayOf(dateText(new Date()), 0) - dayOf(week.starts, 0)) / 86400000 + 0.5);
  field("day").value = chosen || Math.max(0, Math.min(6, today));
  part("days").replaceChildren(...numbers.map((number) => drawnDay(week, number)));
  showBalance(week);
  if (words) say(isKept ? words : dataset.full);
};

const wrong = (words) => {
  part("error").textContent = words;
  part("error").hidden = !words;
  field("amount").setAttribute("aria-invalid", Boolean(words));
  if (words) {
    part("status").textContent = "";
    field("amount").focus();
  }
  return Boolean(words);
};

// What a table reads as a sum stays words.
const cell = (text) => `"${String(text).replace(/^[=+\-@\t]/, "'$&").replaceAll('"', '""')}"`;

const save = () => {
  const week = read();
  const rows = week.entries.map((one) => [
    dateText(dayOf(week.starts, one.day)),
    kindName(one.kind),
    (one.cents / 100).toFixed(2),
    one.words,
  ]);
  const lines = [dataset.columns.split("|"), ...rows.sort()].map((row) => row.map(cell).join(";"));
  const file = new Blob(["\ufeff", lines.join("\r\n")], { type: "text/csv" });
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(file),
    download: `${dataset.file}.csv`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [amount, words] = [field("amount").value.trim(), field("words").value.trim()];
  const found = amount ? cents(amount) : 0;
  if (wrong(Number.isNaN(found) ? dataset.wrong : found || words ? "" : dataset.empty)) return;
  const week = read();
  const id = Math.max(0, ...week.entries.map((one) => one.id)) + 1;
  const entry = { id, day: Number(field("day").value), kind: field("kind").value, cents: found, words };
  show({ ...week, entries: [...week.entries, entry] }, dataset.added);
  field("amount").value = field("words").value = "";
  field("amount").focus();
});

part("print").addEventListener("click", () => print());
part("save").addEventListener("click", save);
part("wipe").addEventListener("click", () => {
  if (!confirm(dataset.sure)) return;
  localStorage.removeItem(KEY);
  show(fresh(), dataset.wiped);
  localStorage.removeItem(KEY);
});
addEventListener("storage", ({ key }) => key === KEY && show(read()));

if (write(read())) {
  box.hidden = false;
  document.querySelector("[data-paper]").hidden = true;
  show(read());
}
