// Reads the data that the program wrote into the page: a head and streams of whole numbers.
// The format is documented in planner/report/page_pack.h and number_stream.h.

/** The text of the page's data element as {head, bytes}. Throws where it is not such data. */
export async function unpack(text) {
  const packed = Uint8Array.from(atob(text.trim()), (digit) => digit.charCodeAt(0));
  const whole = await inflate(packed);
  const headLength = new DataView(whole.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + headLength)));
  if (head.format !== 1) throw new Error(`unknown format ${head.format}`);
  return { head, bytes: whole.subarray(4 + headLength) };
}

async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The whole numbers at a place of the head; missing ones are null. */
export function readNumbers(bytes, place) {
  const numbers = [];
  let previous = 0;
  for (let at = place.at; at < place.at + place.bytes;) {
    let code = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      code += (byte & 127) * factor;
      if (byte < 128) break;
    }
    if (code > 0) previous += fromZigzag(code - 1);
    numbers.push(code > 0 ? previous : null);
  }
  return numbers;
}

/** Without bitwise operators, which would cut numbers to 32 bits. */
function fromZigzag(code) {
  return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
}
