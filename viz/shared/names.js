// What is typed in the normal form of names, as `graph/model/normal_form.py` makes it of the names that are looked through.

const APOSTROPHES = /['’‘ʼʻʹˈ′‵`´＇｀ꞌ]/gu; // before NFKC, which takes some of them apart
const DASHES = /[\p{Pd}−⁃]+/gu;
const WITHOUT_WIDTH = /[\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const LEFT_OUT = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"″‴·・•‧∙⋅⸱⸳ꞏ◦]/gu;
const BLANKS = /[\s\p{Z}\u2800\u3164\u115f\u1160]+/gu;

// `folds` holds signs, each before the one that it is written for: 寧宁廣广. The function that is made keeps words apart.
export const normalForm = (folds) => {
  const signs = [...folds];
  const table = new Map(signs.flatMap((sign, i) => (i % 2 ? [] : [[sign, signs[i + 1]]])));
  const folded = (text) => [...text].map((sign) => table.get(sign) ?? sign).join("");
  return (text) =>
    folded(folded(text.replace(APOSTROPHES, "")).normalize("NFKC").toLowerCase().normalize("NFKC"))
      .replace(BLANKS, " ")
      .replace(WITHOUT_WIDTH, "")
      .replace(DASHES, "-")
      .replace(LEFT_OUT, "")
      .normalize("NFC")
      .trim();
};

// A name without its blanks: what is compared.
export const nameKey = (text) => text.replaceAll(" ", "");
