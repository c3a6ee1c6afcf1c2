/// A text with its name, and the way from byte offsets to lines and columns.
public struct SourceText: Sendable, Hashable {
  /// What findings call the text: a file name, or `standard input`.
  public let name: String
  public let content: String
  private let lineStarts: [Int]
  /// Whether every byte is a character of its own.
  private let isPlain: Bool

  public init(name: String, content: String) {
    var content = content
    content.makeContiguousUTF8()
    self.name = name
    self.content = content
    var starts = [0]
    var previous: UInt8 = 0
    var isPlain = true
    for (offset, byte) in content.utf8.enumerated() {
      // A lone carriage return ends a line too; with a line feed after it, the pair is one end.
      if previous == UInt8(ascii: "\r"), byte != UInt8(ascii: "\n") { starts.append(offset) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      previous = byte
      if byte >= 0x80 || byte == UInt8(ascii: "\r") { isPlain = false }
    }
    if previous == UInt8(ascii: "\r") { starts.append(content.utf8.count) }
    lineStarts = starts
    self.isPlain = isPlain
  }

  public var lineCount: Int { lineStarts.count }

  /// The line, from 1, and the column, from 1 in characters as a person counts them.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    if isPlain { return (low + 1, max(0, min(offset, content.utf8.count) - start) + 1) }
    return (low + 1, self[SourceRange(start, max(start, offset))].count + 1)
  }

  /// The bytes of line `number`, from 1, without its line ending.
  public func range(ofLine number: Int) -> SourceRange {
    let lower = lineStarts[number - 1]
    var upper = number < lineStarts.count ? lineStarts[number] : content.utf8.count
    let bytes = content.utf8
    while upper > lower {
      let last = bytes[bytes.index(bytes.startIndex, offsetBy: upper - 1)]
      guard last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") else { break }
      upper -= 1
    }
    return SourceRange(lower, upper)
  }

  public subscript(range: SourceRange) -> Substring {
    let bytes = content.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: min(range.lower, bytes.count))
    let upper = bytes.index(bytes.startIndex, offsetBy: min(range.upper, bytes.count))
    return content[lower..<upper]
  }
}
