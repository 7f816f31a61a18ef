// The site works without this file. It closes what a reader leaves open: on Escape, with
// the focus back on the opener, and the languages when the reader goes on elsewhere.
const opened = () => document.querySelectorAll(".site-header details[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const details of opened()) {
    details.open = false;
    details.querySelector("summary").focus();
  }
});

for (const moment of ["click", "focusin"]) {
  document.addEventListener(moment, (event) => {
    if (event.target.closest(".language-switcher")) return;
    const languages = document.querySelector(".language-switcher [open]");
    if (languages) languages.open = false;
  });
}
