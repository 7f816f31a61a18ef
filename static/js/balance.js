// Amounts as people type and read them, and what is left of the amount for a week: for the logbook of
// a member and for anybody's own week, whose scripts come after this one.
const balance = (() => {
  const MOST = 100000;
  const { lang } = document.documentElement;

  // The cents of an amount as people type it; NaN for what is none.
  const cents = (typed) => {
    const plain = typed
      .normalize("NFKC")
      .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
      .replace(/٫/g, ",")
      .replace(/€|\beuros?\b|\beur\b/gi, "")
      .trim()
      .replace(/[.,][-–—]{1,2}$/, "");
    if (!/^\d{0,6}([.,]\d{0,2})?$/.test(plain) || !/\d/.test(plain)) return NaN;
    const found = Math.round(Number(plain.replace(",", ".")) * 100);
    return found <= MOST ? found : NaN;
  };

  const money = (number) => {
    const digits = number % 100 ? 2 : 0;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, numberingSystem: "latn" };
    return `€\u00a0${new Intl.NumberFormat(lang, options).format(number / 100)}`;
  };

  // Puts numbers, in cents, into a balance; `words` are those of the page.
  const show = (box, words, { amount, spent, beside }) => {
    const part = (name) => box.querySelector(`[data-${name}]`);
    const isOver = spent > amount;
    box.classList.toggle("balance--over", isOver);
    part("title").textContent = isOver ? words.over : words.left;
    part("number").textContent = money(Math.abs(amount - spent));
    part("bar").value = Math.min(spent, amount);
    part("said").textContent = words.spent.replace("{spent}", money(spent));
    part("others").textContent = words.beside.replace("{beside}", money(beside));
    part("others").hidden = !beside;
  };

  return { cents, money, show };
})();
