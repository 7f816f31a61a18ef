// Draws the list that places.js keeps, on the page of the list: from a copy at once, and then as
// the places are now.
const COPY = "my-list-copy";

export const start = async (list, kept) => {
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
      kept.toggle(place.slug);
      show(kept.read(COPY));
    });
    return row;
  };

  const show = (places) => {
    const found = kept
      .read()
      .map((slug) => places.find((one) => one.slug === slug))
      .filter(Boolean);
    kept.write(found, COPY);
    part("places").replaceChildren(...found.map(drawn));
    part("empty").hidden = found.length > 0;
    part("buttons").hidden = found.length === 0;
  };

  list.hidden = false;
  show(kept.read(COPY));
  part("print").addEventListener("click", () => print());
  part("empty-list").addEventListener("click", () => {
    kept.write([]);
    show([]);
  });
  if (!kept.read().length) return;
  try {
    const answer = await fetch(list.dataset.myList);
    show((await answer.json()).places);
  } catch {
    part("status").textContent = list.dataset.outOfDate;
    part("status").hidden = false;
  }
};
