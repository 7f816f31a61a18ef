// Leaves this page at once, and out of the history: by the button, or by Escape three times. What
// was kept for reading without a connection goes too. Without this file the button is a plain link
// to the same page. Pages with this button are those that are kept, so the worker starts here.
const link = document.querySelector("[data-quick-exit]");
let pressed = [];

const forget = async () => {
  const names = (await self.caches?.keys()) ?? [];
  await Promise.all(names.map((name) => caches.delete(name)));
};

const leave = async () => {
  document.documentElement.hidden = true;
  const moment = new Promise((done) => setTimeout(done, 200));
  await Promise.race([forget().catch(() => {}), moment]);
  location.replace(link.href);
};

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  pressed = [...pressed.filter((time) => event.timeStamp - time < 2000), event.timeStamp];
  if (pressed.length >= 3) leave();
});

navigator.serviceWorker?.register("/sw.js").catch(() => {});
