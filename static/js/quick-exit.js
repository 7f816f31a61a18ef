// Leaves this page at once, and out of the history: by the button, or by Escape three times.
// Without this file the button is a plain link to the same page.
const link = document.querySelector("[data-quick-exit]");
let pressed = [];

const leave = () => {
  document.documentElement.hidden = true;
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
