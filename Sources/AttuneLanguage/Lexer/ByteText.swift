import AttuneDiagnostics

/// The bytes of a text, and the few questions that lexer and parser ask of them.
///
/// Blanks are spaces, tabs, no-break spaces, page breaks and byte-order marks: whatever an editor
/// or a word processor leaves between words.
struct ByteText: Sendable {
  let bytes: [UInt8]

  init(_ content: String) { bytes = Array(content.utf8) }

  subscript(range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// The words of `range` as people read them: a tab or a page break is a space.
  func words(_ range: SourceRange) -> String {
    let isBreak: (UInt8) -> Bool = { $0 == 0x09 || $0 == 0x0B || $0 == 0x0C }
    guard bytes[range.lower..<range.upper].contains(where: isBreak) else { return self[range] }
    return String(
      decoding: bytes[range.lower..<range.upper].map { isBreak($0) ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The words of `range` as keywords are compared: small letters, one space between words,
  /// straight apostrophes.
  func folded(_ range: SourceRange) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.upper - range.lower)
    var index = range.lower
    while index < range.upper {
      let blank = blankLength(at: index)
      if blank > 0 {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        index += blank
      } else if starts(with: (0xE2, 0x80, 0x99), at: index)
        || starts(with: (0xE2, 0x80, 0x98), at: index)
      {
        result.append(UInt8(ascii: "'"))
        index += 3
      } else {
        let byte = bytes[index]
        result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        index += 1
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// `range` without the blanks at its ends.
  func trimmed(_ range: SourceRange) -> SourceRange {
    var lower = range.lower
    while lower < range.upper {
      let blank = blankLength(at: lower)
      if blank == 0 { break }
      lower += blank
    }
    var upper = range.upper
    while upper > lower {
      let blank = blankLength(before: upper, notBelow: lower)
      if blank == 0 { break }
      upper -= blank
    }
    return SourceRange(min(lower, upper), upper)
  }

  /// The first word of `range`, which begins with one.
  func firstWord(_ range: SourceRange) -> SourceRange? {
    var index = range.lower
    while index < range.upper, blankLength(at: index) == 0 { index += 1 }
    return range.lower < index ? SourceRange(range.lower, index) : nil
  }

  /// The words of `range`, split at blanks.
  func split(_ range: SourceRange) -> [SourceRange] {
    var result: [SourceRange] = []
    var start: Int?
    var index = range.lower
    while index < range.upper {
      let blank = blankLength(at: index)
      if blank > 0 {
        if let first = start { result.append(SourceRange(first, index)) }
        start = nil
        index += blank
      } else {
        start = start ?? index
        index += 1
      }
    }
    if let first = start { result.append(SourceRange(first, range.upper)) }
    return result
  }

  /// Where the first character of `range` stands that could steer a terminal or hide words.
  ///
  /// Blanks of every kind are none.
  func firstHidden(in range: SourceRange) -> SourceRange? {
    var plain = range.lower
    while plain < range.upper, (0x20..<0x7F).contains(bytes[plain]) || bytes[plain] == 0x09 {
      plain += 1
    }
    if plain == range.upper { return nil }
    var previous: Unicode.Scalar?
    var index = range.lower
    for scalar in self[range].unicodeScalars {
      let length = UTF8.width(scalar)
      if scalar.isHidden(after: previous), blankLength(at: index) == 0 || scalar == "\u{FEFF}" {
        return SourceRange(index, index + length)
      }
      previous = scalar
      index += length
    }
    return nil
  }

  func firstIndex(of byte: UInt8, in range: SourceRange) -> Int? {
    bytes[range.lower..<range.upper].firstIndex(of: byte)
  }

  /// How many bytes the blank at `index` takes; 0 where there is none.
  func blankLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0B, 0x0C, 0x20: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2: starts(with: (0xE2, 0x80, 0xAF), at: index) ? 3 : 0
    case 0xEF: starts(with: (0xEF, 0xBB, 0xBF), at: index) ? 3 : 0
    default: 0
    }
  }

  private func blankLength(before index: Int, notBelow lower: Int) -> Int {
    for length in 1...3 where index - length >= lower && blankLength(at: index - length) == length {
      return length
    }
    return 0
  }

  private func starts(with three: (UInt8, UInt8, UInt8), at index: Int) -> Bool {
    bytes[index] == three.0 && index + 2 < bytes.count && bytes[index + 1] == three.1
      && bytes[index + 2] == three.2
  }
}
