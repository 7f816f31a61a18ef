// The map of the directory, and 'near me'. Nothing of either is loaded or asked before a tap, and
// without this file the list has all of it.
const box = document.querySelector("[data-map]");

const loaded = (name, attributes) =>
  new Promise((done, failed) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.addEventListener("load", done);
    element.addEventListener("error", failed);
    document.head.append(element);
  });

const popup = (place) => {
  const link = Object.assign(document.createElement("a"), { href: place.url });
  link.append(Object.assign(document.createElement("strong"), { textContent: place.name }));
  const text = document.createElement("div");
  text.append(link, Object.assign(document.createElement("p"), { textContent: place.standing }));
  return text;
};

const draw = (places) => {
  const { dataset } = box;
  const ground = document.createElement("div");
  ground.className = "places-map__ground";
  ground.setAttribute("role", "region");
  ground.setAttribute("aria-label", dataset.label);
  box.append(ground);
  const map = L.map(ground, { zoomControl: false, maxZoom: 19 });
  L.control.zoom({ zoomInTitle: dataset.zoomIn, zoomOutTitle: dataset.zoomOut }).addTo(map);
  map.attributionControl.setPrefix(false);
  if (dataset.tiles) L.tileLayer(dataset.tiles, { attribution: dataset.tilesBy, maxZoom: 19 }).addTo(map);
  const icon = L.divIcon({ className: "places-map__marker", iconSize: [28, 28] });
  const points = places.map((place) => {
    L.marker(place.point, { icon, title: place.name, alt: place.name }).bindPopup(popup(place)).addTo(map);
    return place.point;
  });
  if (points.length) map.fitBounds(points, { padding: [24, 24], maxZoom: 16 });
  else map.setView([51.92, 4.48], 11);
  // Leaflet gives drawn markers no name of their own.
  for (const marker of ground.querySelectorAll(".places-map__marker")) {
    marker.setAttribute("aria-label", marker.title);
  }
};

if (box) {
  const link = box.querySelector("a");
  const status = box.querySelector("[role=status]");
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    if (link.ariaBusy) return;
    link.ariaBusy = true;
    try {
      const [answer] = await Promise.all([
        fetch(box.dataset.map),
        loaded("script", { src: box.dataset.script }),
        loaded("link", { rel: "stylesheet", href: box.dataset.style }),
      ]);
      const { places } = await answer.json();
      const found = places.filter((place) => place.point);
      draw(found);
      link.parentElement.remove();
      status.textContent = `${box.dataset.shown} ${found.length} / ${places.length}`;
    } catch {
      link.ariaBusy = null;
      status.textContent = box.dataset.failed;
    }
  });
}

const near = document.querySelector("[data-near]");

const fillIn = (form, name, degrees) => {
  const field = form.elements[name] ?? document.createElement("input");
  // Three decimals, some 80 metres: no front door.
  Object.assign(field, { type: "hidden", name, value: degrees.toFixed(3) });
  form.append(field);
};

if (near && navigator.geolocation) {
  const status = near.querySelector("[role=status]");
  const form = near.closest("form");
  near.hidden = false;
  near.querySelector("button").addEventListener("click", () => {
    status.textContent = near.dataset.waiting;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fillIn(form, "lat", coords.latitude);
        fillIn(form, "lon", coords.longitude);
        form.elements.postcode.value = "";
        status.textContent = near.dataset.found;
      },
      () => (status.textContent = near.dataset.denied),
      { timeout: 15000, maximumAge: 600000 },
    );
  });
}
