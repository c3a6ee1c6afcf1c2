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
    for finding in findings {
      guard let fix = finding.fixes.first(where: { $0.confidence == .certain }),
        edits.add(fix.edits)
      else { continue }
      let line = text.position(of: finding.range.lower).line
      changes.append(Change(code: finding.code, line: line, fix: fix))
    }
    return edits.isEmpty ? nil : text.applying(edits)
  }
}

extension [Fix.Edit] {
  /// Puts `edits` among these, which stay in the order of the text: all, or none where one of them
  /// could not be made.
  ///
  /// Returns whether they are there now.
  fileprivate mutating func add(_ edits: [Fix.Edit]) -> Bool {
    let edits = edits.sorted { $0.range < $1.range }
    guard !edits.isEmpty, !zip(edits, edits.dropFirst()).contains(where: { $0.touches($1) }),
      edits.allSatisfy(fits)
    else { return false }
    for edit in edits { insert(edit, at: place(of: edit)) }
    return true
  }

  private func fits(_ edit: Fix.Edit) -> Bool {
    let place = place(of: edit)
    return (place == 0 || !self[place - 1].touches(edit))
      && (place == count || !edit.touches(self[place]))
  }

  /// The first place whose edit does not stand before `edit`.
  private func place(of edit: Fix.Edit) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range < edit.range { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
