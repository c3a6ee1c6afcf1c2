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
    var lines: [Line] = []
    var start: Int? = 0
    while let next = start {
      let (line, end) = line(from: next)
      lines.append(line)
      start = end
    }
    return lines
  }

  /// The first line that is neither blank nor a comment: what the file says it is.
  func firstWords() -> Line? {
    var start: Int? = 0
    while let next = start {
      let (line, end) = line(from: next)
      if line.kind != .blank, line.kind != .comment { return line }
      start = end
    }
    return nil
  }

  /// The line that begins at `start`, and where the next one does; `nil` after the last.
  private func line(from start: Int) -> (Line, next: Int?) {
    let bytes = source.bytes
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      index += 1
    }
    let found = line(SourceRange(start, index))
    guard index < bytes.count else { return (found, nil) }
    let isPair =
      bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
      && bytes[index + 1] == UInt8(ascii: "\n")
    return (found, index + (isPair ? 2 : 1))
  }

  private func line(_ range: SourceRange) -> Line {
    let body = source.trimmed(range)
    func line(_ kind: Line.Kind, head: SourceRange? = nil, textFrom mark: Int? = nil) -> Line {
      let text = mark.map { source.trimmed(SourceRange($0, body.upper)) }
      return Line(
        kind: kind, range: range, body: body, head: head ?? body, text: text,
        hidden: source.firstHidden(in: body))
    }
    guard body.lower < body.upper else { return line(.blank) }
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
    guard let first = source.firstWord(head), headings.contains(source.folded(first)) else {
      return false
    }
    return details.isEmpty || !details.contains(source.folded(head))
  }
}
