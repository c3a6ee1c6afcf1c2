import AttuneDiagnostics

/// Splits a text into lines and tells their kinds apart.
///
/// Leading blanks mean nothing.
struct Lexer {
  private let source: ByteText
  private let headings: Set<String>
  private let details: Set<String>

  /// `details` are the two-word details that begin like a heading: `role question`.
  init(_ source: ByteText, headings: Set<String>, details: Set<String> = []) {
    self.source = source
    self.headings = headings
    self.details = details
  }

  func lines() -> [Line] {
    let bytes = source.bytes
    var lines: [Line] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      lines.append(line(SourceRange(start, index - 1)))
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      start = index
    }
    lines.append(line(SourceRange(start, bytes.count)))
    return lines
  }

  private func line(_ range: SourceRange) -> Line {
    let body = source.trimmed(range)
    func line(_ kind: Line.Kind, head: SourceRange? = nil, textFrom mark: Int? = nil) -> Line {
      let text = mark.map { source.trimmed(SourceRange($0, body.upper)) }
      return Line(kind: kind, range: range, body: body, head: head ?? body, text: text)
    }
    guard body.lower < body.upper else { return line(.blank) }
    if source.bytes[body.lower..<body.upper].contains(where: isControl) { return line(.unreadable) }
    switch source.bytes[body.lower] {
    case UInt8(ascii: "#"): return line(.comment)
    case UInt8(ascii: ">"): return line(.prose, textFrom: body.lower + 1)
    default: break
    }
    let mark = source.bytes[body.lower..<body.upper].firstIndex {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=")
    }
    guard let mark else { return line(isHeading(body) ? .heading : .unreadable) }
    let head = source.trimmed(SourceRange(body.lower, mark))
    if source.bytes[mark] == UInt8(ascii: "=") {
      let isChoice = (1...3).contains(source.split(head).count)
      return line(isChoice ? .choice : .unreadable, head: head, textFrom: mark + 1)
    }
    return line(isHeading(head) ? .heading : .detail, head: head, textFrom: mark + 1)
  }

  private func isHeading(_ head: SourceRange) -> Bool {
    let folded = source.folded(head)
    guard !details.contains(folded) else { return false }
    return headings.contains(String(folded.prefix { $0 != " " }))
  }

  /// Characters that no editor means, and that could act on a terminal.
  private func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0B && byte != 0x0C || byte == 0x7F
  }
}
