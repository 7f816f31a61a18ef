// The site works without this file. It closes what a reader leaves open: on Escape, with
// the focus back on the opener, and the language list when the reader goes on elsewhere.
const opened = () => document.querySelectorAll(":is(.menu-toggle, .language-switcher)[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const details of opened()) {
    details.open = false;
    details.querySelector("summary").focus();
  }
});

for (const moment of ["click", "focusin"]) {
  document.addEventListener(moment, (event) => {
    for (const details of opened()) {
      if (details.matches(".language-switcher") && !details.contains(event.target)) {
        details.open = false;
      }
    }
  });
}
