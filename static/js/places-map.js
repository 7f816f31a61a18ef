// The map of the directory. It is fetched at a tap, and fetches Leaflet and the places itself.
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

const draw = (box, places) => {
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

let isAsked = false;

export const show = async (box) => {
  if (isAsked) return;
  isAsked = true;
  try {
    const [answer] = await Promise.all([
      fetch(box.dataset.map),
      loaded("script", { src: box.dataset.leaflet }),
      loaded("link", { rel: "stylesheet", href: box.dataset.style }),
    ]);
    const { places } = await answer.json();
    const found = places.filter((place) => place.point);
    draw(box, found);
    box.querySelector("p").remove();
    // The link that had the focus is gone.
    box.querySelector(".places-map__ground").focus({ preventScroll: true });
    box.querySelector("[role=status]").textContent = `${box.dataset.shown} ${found.length} / ${places.length}`;
  } catch (fault) {
    isAsked = false;
    throw fault;
  }
};
