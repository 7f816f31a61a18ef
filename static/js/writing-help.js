// Looks at a text again whenever Wagtail's editor has saved it by itself, and when its panel opens.
"use strict";

(() => {
  const find = () => document.querySelector("[data-writing-help]");
  let address = "";
  let isStale = false;
  let latest = 0;

  const show = async () => {
    const panel = find();
    if (!panel || !address || panel.closest("[hidden]")) return;
    isStale = false;
    latest += 1;
    const mine = latest;
    try {
      const response = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      const html = response.ok ? await response.text() : "";
      // An answer that was overtaken by a newer one tells of an older text.
      if (html && mine === latest) panel.innerHTML = html;
    } catch {
      isStale = true;
    }
  };

  document.addEventListener("w-autosave:success", (event) => {
    const panel = find();
    if (!panel) return;
    const key = event.detail?.response?.pk;
    address = key ? panel.dataset.writingHelp.replace("/new/", `/${key}/`) : panel.dataset.writingHelp;
    isStale = true;
    show();
  });

  document.addEventListener("DOMContentLoaded", () => {
    const side = find()?.closest("[data-side-panel]");
    // Wagtail tells of it before the panel can be seen.
    side?.addEventListener("show", () => requestAnimationFrame(() => isStale && show()));
  });
})();
