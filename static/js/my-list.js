// The reader's own list of places, kept by this browser and told to nobody. Without this file,
// or where the browser keeps nothing, there are no buttons for it.
const KEY = "my-list";
const COPY = "my-list-copy";

const read = (key) => {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
};

const write = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

const showNumber = () => {
  for (const link of document.querySelectorAll("[data-my-list-link]")) {
    link.querySelector("[data-my-list-number]").textContent = read(KEY).length;
    link.hidden = !read(KEY).length;
  }
};

const toggle = (slug) => {
  const kept = read(KEY);
  return write(KEY, kept.includes(slug) ? kept.filter((one) => one !== slug) : [...kept, slug]);
};

for (const button of document.querySelectorAll("[data-keep]")) {
  const words = button.textContent;
  const show = () => {
    const isKept = read(KEY).includes(button.dataset.keep);
    button.setAttribute("aria-pressed", isKept);
    button.textContent = isKept ? button.dataset.kept : words;
    showNumber();
  };
  button.hidden = !write(KEY, read(KEY));
  button.addEventListener("click", () => {
    toggle(button.dataset.keep);
    show();
  });
  show();
}

const list = document.querySelector("[data-my-list]");
const part = (name) => list.querySelector(`[data-${name}]`);

const drawn = (place) => {
  const row = list.querySelector("template").content.cloneNode(true);
  const field = (name) => row.querySelector(`[data-field=${name}]`);
  for (const name of ["name", "where", "standing", "phone"]) field(name).textContent = place[name];
  field("name").lang = place.lang;
  field("link").href = place.url;
  if (place.call) field("call").href = place.call;
  else field("call").remove();
  for (const line of place.hours) {
    field("hours").append(Object.assign(document.createElement("li"), { textContent: line }));
  }
  row.querySelector("[data-remove]").addEventListener("click", () => {
    toggle(place.slug);
    showList(read(COPY));
  });
  return row;
};

const showList = (places) => {
  const kept = read(KEY);
  const found = kept.map((slug) => places.find((one) => one.slug === slug)).filter(Boolean);
  write(COPY, found);
  part("places").replaceChildren(...found.map(drawn));
  part("empty").hidden = found.length > 0;
  part("buttons").hidden = found.length === 0;
};

const start = async () => {
  list.hidden = false;
  showList(read(COPY));
  part("print").addEventListener("click", () => print());
  part("empty-list").addEventListener("click", () => {
    write(KEY, []);
    showList([]);
  });
  if (!read(KEY).length) return;
  try {
    const answer = await fetch(list.dataset.myList);
    showList((await answer.json()).places);
  } catch {
    part("status").textContent = list.dataset.outOfDate;
    part("status").hidden = false;
  }
};

showNumber();
if (list) start();
