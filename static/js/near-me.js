// Where the phone is, put into the form that finds places. Fetched and asked at a tap; it goes
// along with the form alone.
const position = () =>
  new Promise((found, failed) => {
    navigator.geolocation.getCurrentPosition(found, failed, { timeout: 15000, maximumAge: 600000 });
  });

const put = (form, name, degrees) => {
  const field = form.elements[name] ?? document.createElement("input");
  // Three decimals, some 80 metres: no front door.
  Object.assign(field, { type: "hidden", name, value: degrees.toFixed(3) });
  form.append(field);
};

export const fillIn = async (form) => {
  const { coords } = await position();
  put(form, "lat", coords.latitude);
  put(form, "lon", coords.longitude);
  form.elements.postcode.value = "";
};
