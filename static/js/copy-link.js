// Copies the address of a story. Without this file, or where a browser does not let us,
// there is no button.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = button.closest("section").querySelector("[role=status]");
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = "";
    // Said anew each time: a reader of the screen speaks only what changes.
    requestAnimationFrame(() => (said.textContent = button.dataset.copied));
  });
}
