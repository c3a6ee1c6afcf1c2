import AttuneDiagnostics

/// The unit in which an editor counts columns.
enum PositionEncoding: String, Codable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  fileprivate func length(of scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}

extension SourceText {
  /// The place of a byte as an editor counts: lines and columns from 0.
  func position(of offset: Int, in encoding: PositionEncoding) -> Position {
    let line = position(of: offset).line
    let start = range(ofLine: line).lower
    let column = self[SourceRange(start, max(start, offset))].unicodeScalars
      .reduce(0) { $0 + encoding.length(of: $1) }
    return Position(line: line - 1, character: column)
  }

  func range(of range: SourceRange, in encoding: PositionEncoding) -> Range {
    Range(
      start: position(of: range.lower, in: encoding), end: position(of: range.upper, in: encoding))
  }

  /// The byte at a place; a column behind the line's end is its end, a line behind the last the
  /// end of the text, and within a character its beginning.
  func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return content.utf8.count }
    let line = range(ofLine: position.line + 1)
    guard position.character > 0 else { return line.lower }
    var offset = line.lower
    var left = position.character
    for scalar in self[line].unicodeScalars {
      left -= encoding.length(of: scalar)
      guard left >= 0 else { break }
      offset += UTF8.width(scalar)
    }
    return offset
  }

  /// The bytes between two places, in whichever order they are given.
  func range(of range: Range, in encoding: PositionEncoding) -> SourceRange {
    let ends = [offset(of: range.start, in: encoding), offset(of: range.end, in: encoding)].sorted()
    return SourceRange(ends[0], ends[1])
  }
}
