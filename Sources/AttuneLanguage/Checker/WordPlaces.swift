import AttuneDiagnostics

extension Written<String> {
  /// The single words in the words, in small letters, each with its place.
  ///
  /// Works on bytes: every rule that reads words asks for it.
  var parts: [Name] {
    let bytes = Array(value.utf8)
    var parts: [Name] = []
    var start = 0
    var index = 0
    func word(endingAt end: Int) -> Name? {
      guard start < end else { return nil }
      let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      let range = SourceRange(range.lower + start, range.lower + end)
      return Name(
        word.utf8.contains(0xE2) ? word.replacing("\u{2019}", with: "'") : word, at: range)
    }
    while index < bytes.count {
      let gap = gapLength(at: index, in: bytes)
      if gap > 0 {
        if let word = word(endingAt: index) { parts.append(word) }
        start = index + gap
      }
      index += max(1, gap)
    }
    if let last = word(endingAt: bytes.count) { parts.append(last) }
    return parts
  }
}

/// How many bytes at `index` stand between words; 0 within a word.
///
/// Hyphens and apostrophes, straight or curly, belong to words. Other marks do not, as far as they
/// are ASCII, Latin-1 or general punctuation.
private func gapLength(at index: Int, in bytes: [UInt8]) -> Int {
  let byte = bytes[index]
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "'"): return 0
  case 0..<0x80: return 1
  case 0xC2: return 2
  case 0xE2 where bytes[index + 1] == 0x80:
    return [0x90, 0x91, 0x98, 0x99].contains(bytes[index + 2]) ? 0 : 3
  default: return 0
  }
}
