// What a page of the directory needs at once: the way out, and the buttons of what is fetched when
// somebody uses it. Without this file those buttons stay away, and the way out is a plain link.

// Leaving: by the button, or by Escape three times. This page goes out of the history, and what was
// kept for reading without a connection goes too.
const way = document.querySelector("[data-quick-exit]");
let pressed = [];

const forget = async () => {
  const names = (await self.caches?.keys()) ?? [];
  await Promise.all(names.map((name) => caches.delete(name)));
};

const leave = async () => {
  document.documentElement.hidden = true;
  const moment = new Promise((done) => setTimeout(done, 200));
  await Promise.race([forget().catch(() => {}), moment]);
  location.replace(way.href);
};

way.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  pressed = [...pressed.filter((time) => event.timeStamp - time < 2000), event.timeStamp];
  if (pressed.length >= 3) leave();
});

// Pages with a way out are those that are kept, so the worker starts here.
navigator.serviceWorker?.register("/sw.js").catch(() => {});

// The reader's own list, kept by this browser and told to nobody. Where the browser keeps nothing,
// there are no buttons for it.
const kept = {
  read(key = "my-list") {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  },
  write(value, key = "my-list") {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  toggle(slug) {
    const all = this.read();
    this.write(all.includes(slug) ? all.filter((one) => one !== slug) : [...all, slug]);
  },
};

const showNumber = () => {
  for (const link of document.querySelectorAll("[data-my-list-link]")) {
    link.querySelector("[data-my-list-number]").textContent = kept.read().length;
    link.hidden = !kept.read().length;
  }
};

for (const button of document.querySelectorAll("[data-keep]")) {
  const words = button.textContent;
  const show = () => {
    const isKept = kept.read().includes(button.dataset.keep);
    button.setAttribute("aria-pressed", isKept);
    button.textContent = isKept ? button.dataset.kept : words;
    showNumber();
  };
  button.hidden = !kept.write(kept.read());
  button.addEventListener("click", () => {
    kept.toggle(button.dataset.keep);
    show();
  });
  show();
}

showNumber();

const list = document.querySelector("[data-my-list]");
if (list) import(list.dataset.script).then(({ start }) => start(list, kept));

const map = document.querySelector("[data-map]");
map?.querySelector("a").addEventListener("click", async (event) => {
  event.preventDefault();
  try {
    const { show } = await import(map.dataset.script);
    await show(map);
  } catch {
    map.querySelector("[role=status]").textContent = map.dataset.failed;
  }
});

const near = document.querySelector("[data-near]");
if (near && navigator.geolocation) {
  const status = near.querySelector("[role=status]");
  near.hidden = false;
  near.querySelector("button").addEventListener("click", async () => {
    status.textContent = near.dataset.waiting;
    try {
      const { fillIn } = await import(near.dataset.script);
      await fillIn(near.closest("form"));
      status.textContent = near.dataset.found;
    } catch {
      status.textContent = near.dataset.denied;
    }
  });
}
