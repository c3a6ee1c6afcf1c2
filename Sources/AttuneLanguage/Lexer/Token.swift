import AttuneDiagnostics

/// A word or a mark within the text of a detail.
struct Token: Sendable, Hashable {
  /// As keywords are compared.
  let folded: String
  let range: SourceRange
}

extension ByteText {
  /// The words and the marks `,` `(` `)` of `range`.
  func tokens(_ range: SourceRange) -> [Token] {
    var result: [Token] = []
    for word in split(range) {
      var start = word.lower
      func flush(_ end: Int) {
        guard start < end else { return }
        let range = SourceRange(start, end)
        result.append(Token(folded: folded(range), range: range))
      }
      for index in word.lower..<word.upper where isMark(bytes[index]) {
        flush(index)
        start = index
        flush(index + 1)
        start = index + 1
      }
      flush(word.upper)
    }
    return result
  }

  private func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }
}
