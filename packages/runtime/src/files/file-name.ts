/** A name as a file may be called: no folders, no control characters, none that turns the direction of text round. */
export const fileName = (written: string | undefined): string => {
  // Browsers write a quotation mark of a name like this.
  const last = (written ?? '').replaceAll('%22', '"').normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, '')
    .trim()
  return shortened(clean === '' || /^\.+$/.test(clean) ? 'file' : clean)
}

const longest = 200

/** The end is kept: it says what kind of file it is. */
const shortened = (name: string): string => {
  if (name.length <= longest) return name
  const end = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  return `${name.slice(0, longest - end.length)}${end}`
}

/** RFC 6266: the name in ASCII for old readers, and in UTF-8. */
export const contentDisposition = (kind: 'inline' | 'attachment', name: string): string => {
  const plain = name.replaceAll(/[^ -~]/g, '_').replaceAll(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
