// Numbers as the reader's language writes them: Western groups in English, lakh and crore in Hindi.

const LOCALES = { en: 'en-GB', hi: 'hi-IN-u-nu-latn' };

function format(language, options) {
  return new Intl.NumberFormat(LOCALES[language], options);
}

/** Whole and exact: "7,659,698", "76,59,698". */
export function count(language, number) {
  return number === null ? '–' : format(language, { maximumFractionDigits: 0 }).format(number);
}

/** A whole difference with its sign: "+1,600", "−1,600", "0". */
export function signed(language, number) {
  if (number === null) return '–';
  return format(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(number).replace('-', '\u2212');
}

/** To a few digits, in words that can be said: "7.66 million", "76.6 लाख". */
export function about(language, number, digits = 3) {
  const rounded = Number(number.toPrecision(digits));
  const short = (part) => format(language, { minimumSignificantDigits: digits, maximumSignificantDigits: digits }).format(part);
  if (language === 'hi') {
    if (rounded >= 1e7) return `${short(rounded / 1e7)} करोड़`;
    if (rounded >= 1e5) return `${short(rounded / 1e5)} लाख`;
  } else if (rounded >= 1e6) {
    return `${short(rounded / 1e6)} million`;
  }
  return count(language, rounded);
}

export function decimals(language, number, digits) {
  if (number === null) return '–';
  return format(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number);
}

/** A part of a whole with one decimal; a dash of nothing. */
export function share(language, part, whole) {
  return whole > 0 ? `${decimals(language, (100 * part) / whole, 1)}%` : '–';
}

/** A fraction between 0 and 1; what is more than nothing is never shown as nothing. */
export function chance(language, fraction) {
  if (fraction === null) return '–';
  const percent = 100 * fraction;
  if (percent > 0 && percent < 1) return `<${decimals(language, 1, 0)}%`;
  return `${decimals(language, percent, 0)}%`;
}
