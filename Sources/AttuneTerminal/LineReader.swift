/// Where a face's lines come from.
public protocol LineReader {
  /// Waits for one line, without its line end.
  mutating func next() -> Input

  /// Whether what is typed already shows on the face, as on a terminal.
  var isEchoed: Bool { get }
}

/// What came in where a line was awaited.
public enum Input: Sendable, Hashable {
  case line(String)
  /// Bytes that are not text.
  case unreadable
  /// End of input, a hang-up, Ctrl-C.
  case left
}
