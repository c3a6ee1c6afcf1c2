/// A text to which every certain fix has been applied, until nothing certain is left.
public struct Mending: Sendable {
  /// A fix that was made, and where: the line of the text as it was then.
  public struct Change: Sendable, Hashable {
    public let code: String
    public let line: Int
    public let fix: Fix
  }

  public private(set) var text: SourceText
  /// In the order in which they were made.
  public private(set) var changes: [Change] = []
  /// What is found in `text`.
  public private(set) var findings: [Finding]

  /// A fix may bring another to light; one that does not help must not be made for ever.
  private static let mostRounds = 16

  public init(_ source: SourceText, findings check: (SourceText) -> [Finding]) {
    text = source
    findings = check(source)
    for _ in 1...Self.mostRounds {
      guard let mended = applyCertain() else { return }
      text = mended
      findings = check(mended)
    }
  }

  /// The text with the certain fixes that stand clear of one another; `nil` without any.
  private mutating func applyCertain() -> SourceText? {
    var edits: [Fix.Edit] = []
    var result: SourceText?
    for finding in findings {
      guard let fix = finding.fixes.first(where: { $0.confidence == .certain }),
        !fix.edits.isEmpty, let mended = text.applying(edits + fix.edits)
      else { continue }
      edits += fix.edits
      result = mended
      let line = text.position(of: finding.range.lower).line
      changes.append(Change(code: finding.code, line: line, fix: fix))
    }
    return result
  }
}
