// Sentences that the program writes in English, in Hindi where they are of a known pattern; others
// stay as they are. Not yet reviewed by a native reader, as all Hindi of the page.

const PHRASES = {
  'she travels to the centre': 'वह केंद्र तक जाती है',
  'the vehicle comes to her': 'वाहन उसके पास आता है',
  'out and back': 'जाना और लौटना',
  'on foot': 'पैदल',
  'shared auto-rickshaw': 'साझा ऑटो-रिक्शा',
  bus: 'बस',
  'own or hired vehicle': 'अपना या किराए का वाहन',
  'rescue vehicle, out and back': 'बचाव वाहन, जाना और लौटना',
  'dry season': 'सूखा मौसम',
  monsoon: 'मानसून',
  'nearest centre': 'निकटतम केंद्र',
  'nearest centre of her own district': 'अपने ज़िले का निकटतम केंद्र',
  'all females': 'सभी महिलाएँ और लड़कियाँ',
  'females of 15 years and more': '15 वर्ष और उससे बड़ी महिलाएँ',
  'Census of India 2011': 'भारत की जनगणना 2011',
  floods: 'बाढ़',
  distance: 'दूरी',
  capacity: 'केंद्रों की क्षमता',
};

const phrase = (words) => PHRASES[words] ?? null;

/** A pattern, and its sentence from the parts that it finds; null where a part is not known. */
const SENTENCES = [
  [/^(.+) serves (more|fewer) rural women than today$/, (set, how) => `“${set}” आज से ${how === 'more' ? 'अधिक' : 'कम'} ग्रामीण महिलाओं तक पहुँचती है`],
  [/^(more|fewer) rural women are underserved under (.+) than today$/, (how, set) => `“${set}” में आज से ${how === 'more' ? 'अधिक' : 'कम'} ग्रामीण महिलाएँ वंचित हैं`],
  [/^(more|less) than half of rural women are underserved under (.+)$/, (how, set) => `“${set}” में आधी से ${how === 'more' ? 'अधिक' : 'कम'} ग्रामीण महिलाएँ वंचित हैं`],
  [/^under (.+) (floods|distance|capacity) holds? back more rural women than (floods|distance|capacity)$/,
    (set, one, other) => `“${set}” में ${phrase(other)} की तुलना में ${phrase(one)} अधिक ग्रामीण महिलाओं को रोकती है`],
  [/^the block with most rural women not served under (.+) is (.+)$/, (set, block) => `“${set}” में जिस प्रखंड की सबसे अधिक ग्रामीण महिलाओं को सेवा नहीं मिलती, वह ${block} है`],
];

function inParts(text) {
  const parts = text.split(', ').map((part) => phrase(part));
  return parts.includes(null) ? null : parts.join(', ');
}

/** In the reader's language, or null where the page knows the English alone. */
export function programSentence(language, text) {
  if (language === 'en') return null;
  for (const [pattern, sentence] of SENTENCES) {
    const found = text.match(pattern);
    if (found) return sentence(...found.slice(1));
  }
  return phrase(text) ?? inParts(text);
}
