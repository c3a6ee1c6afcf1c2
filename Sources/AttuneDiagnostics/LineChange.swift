/// What a change to a text does to its lines: those that go and those that come, between the lines
/// that stay.
public struct LineChange: Sendable {
  /// The number of the first line that changes.
  public let line: Int
  private let removed: [Substring]
  private let added: [Substring]

  public init(from old: SourceText, to new: SourceText) {
    var before = Self.lines(of: old)[...]
    var after = Self.lines(of: new)[...]
    while let first = before.first, first == after.first {
      before.removeFirst()
      after.removeFirst()
    }
    while let last = before.last, last == after.last {
      before.removeLast()
      after.removeLast()
    }
    line = before.startIndex + 1
    removed = Array(before)
    added = Array(after)
  }

  /// The lines, marked with `-` and `+`, harmless to a terminal.
  public var picture: String {
    (removed.map { "  - " + $0.inert } + added.map { "  + " + $0.inert }).joined(separator: "\n")
  }

  private static func lines(of source: SourceText) -> [Substring] {
    (1...source.lineCount).map { source[source.range(ofLine: $0)] }
  }
}
