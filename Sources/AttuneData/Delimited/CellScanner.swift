/// Finds the cells of a delimited text in a piece of its bytes (RFC 4180).
///
/// Lines end with a line feed, a carriage return, or both. `nil` means that the piece ends too soon
/// to tell; it never does where the piece is the last.
struct CellScanner {
  /// One cell: where its content is, and where the separator or line end after it.
  struct Cell {
    let content: Range<Int>
    let end: Int
    let isQuoted: Bool
    /// Whether quotation marks inside are doubled.
    let hasDoubledQuotes: Bool
  }

  /// What is wrong, at a byte of the piece.
  struct Fault: Error {
    let problem: DelimitedTextError.Problem
    let offset: Int

    init(_ problem: DelimitedTextError.Problem, at offset: Int) {
      self.problem = problem
      self.offset = offset
    }
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  let bytes: UnsafeBufferPointer<UInt8>
  let isLast: Bool
  let separator: UInt8

  func cell(at start: Int) throws(Fault) -> Cell? {
    if start < bytes.count, bytes[start] == Self.quote { return try quotedCell(at: start) }
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      // No byte above the semicolon ends a cell.
      if byte <= UInt8(ascii: ";") {
        if isEnd(byte) { break }
        if byte == Self.quote { throw Fault(.strayQuote, at: offset) }
        if byte == 0 { throw Fault(.nulByte, at: offset) }
      }
      offset += 1
    }
    guard offset < bytes.count || isLast else { return nil }
    return Cell(content: start..<offset, end: offset, isQuoted: false, hasDoubledQuotes: false)
  }

  private func quotedCell(at start: Int) throws(Fault) -> Cell? {
    var offset = start + 1
    var hasDoubledQuotes = false
    while offset < bytes.count {
      if bytes[offset] == 0 { throw Fault(.nulByte, at: offset) }
      guard bytes[offset] == Self.quote else {
        offset += 1
        continue
      }
      guard offset + 1 < bytes.count else { break }
      if bytes[offset + 1] == Self.quote {
        hasDoubledQuotes = true
        offset += 2
        continue
      }
      guard isEnd(bytes[offset + 1]) else { throw Fault(.strayQuote, at: offset + 1) }
      break
    }
    guard offset + 1 < bytes.count || isLast else { return nil }
    guard offset < bytes.count else { throw Fault(.unclosedQuote, at: start) }
    return Cell(
      content: start + 1..<offset, end: offset + 1, isQuoted: true,
      hasDoubledQuotes: hasDoubledQuotes)
  }

  func isEnd(_ byte: UInt8) -> Bool { byte == separator || isLineEnd(byte) }

  func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

  /// Whether the line is over at `offset`: the bytes are, or a line end stands there.
  func endsLine(at offset: Int) -> Bool { offset == bytes.count || isLineEnd(bytes[offset]) }

  /// The start of the line after the line end at `offset`.
  func lineStart(after offset: Int) -> Int? {
    guard offset < bytes.count else { return offset }
    guard bytes[offset] == Self.carriageReturn else { return offset + 1 }
    guard offset + 1 < bytes.count else { return isLast ? offset + 1 : nil }
    return bytes[offset + 1] == Self.lineFeed ? offset + 2 : offset + 1
  }

  /// The content of a cell, spaces at its ends taken off unless it is quoted.
  func text(of cell: Cell) throws(Fault) -> String {
    let content = UnsafeBufferPointer(rebasing: bytes[cell.content])
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Fault(.notUTF8, at: cell.content.lowerBound)
    }
    if !cell.isQuoted { return text.trimmed }
    return cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// The lines and characters from `start` to `offset`, as a person counts them on a screen.
  func distance(from start: Int, to offset: Int) -> (lines: Int, characters: Int) {
    var lines = 0
    var lineStart = start
    for index in start..<offset where isLineEnd(bytes[index]) {
      let isPair =
        bytes[index] == Self.carriageReturn && index + 1 < bytes.count
        && bytes[index + 1] == Self.lineFeed
      if isPair { continue }
      lines += 1
      lineStart = index + 1
    }
    let text = UnsafeBufferPointer(rebasing: bytes[lineStart..<offset])
    return (lines, String(decoding: text, as: UTF8.self).count)
  }
}
