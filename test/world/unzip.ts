import { crc32, inflateRawSync } from "node:zlib";

/** The files of a ZIP archive as text, by name. Throws where a part is damaged: offices open what Word opens. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error("no archive");
  const files = new Map<string, string>();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const [method, crc, size] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 16), data.readUInt32LE(at + 20)];
    const [nameLength, extraLength] = [data.readUInt16LE(at + 28), data.readUInt16LE(at + 30)];
    const local = data.readUInt32LE(at + 42);
    const name = data.toString("utf8", at + 46, at + 46 + nameLength);
    const begin = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(begin, begin + size);
    const content = method === 0 ? packed : inflateRawSync(packed);
    if (crc32(content) !== crc) throw new Error(`${name} is damaged`);
    files.set(name, content.toString("utf8"));
    at += 46 + nameLength + extraLength + data.readUInt16LE(at + 32);
  }
  return files;
}
