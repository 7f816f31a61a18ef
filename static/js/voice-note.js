// Records a remark with the microphone. Without this file, or without a microphone, a phone's own
// recorder makes the file that is chosen; either way it is sent with the form.
const KINDS = ["audio/webm", "audio/mp4", "audio/ogg"];
const LONGEST = 10 * 60 * 1000;

function setUp(field) {
  const input = field.querySelector("input[type=file]");
  const button = document.createElement("button");
  const news = document.createElement("p");
  let recorder = null;

  button.type = "button";
  button.className = "button button--quiet voice-note__button";
  button.textContent = field.dataset.record;
  news.className = "small";
  news.setAttribute("role", "status");
  input.before(button, news);

  const keep = (parts, type, seconds) => {
    const plain = type.split(";")[0];
    const files = new DataTransfer();
    files.items.add(new File(parts, `opname.${plain.split("/")[1]}`, { type: plain }));
    input.files = files.files;
    news.textContent = `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
    button.textContent = field.dataset.again;
  };

  const record = async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      news.textContent = field.dataset.refused;
      return;
    }
    const parts = [];
    const start = Date.now();
    // Speech needs no more, and ten minutes stay well below what may be sent.
    recorder = new MediaRecorder(stream, {
      mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)),
      audioBitsPerSecond: 48000,
    });
    const clock = setTimeout(() => recorder?.stop(), LONGEST);
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => {
      clearTimeout(clock);
      for (const track of stream.getTracks()) track.stop();
      keep(parts, recorder.mimeType, (Date.now() - start) / 1000);
      recorder = null;
    };
    recorder.start();
    news.textContent = "";
    button.textContent = field.dataset.stop;
  };

  button.addEventListener("click", () => (recorder ? recorder.stop() : record()));
}

if (navigator.mediaDevices?.getUserMedia && self.MediaRecorder && self.DataTransfer) {
  document.querySelectorAll("[data-voice-note]").forEach(setUp);
}
