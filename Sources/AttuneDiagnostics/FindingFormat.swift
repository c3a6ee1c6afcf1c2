/// The ways in which findings are shown.
public enum FindingFormat: String, Sendable, Hashable, CaseIterable {
  /// For people: the place, the reason and the next step of each finding.
  case text
  /// For screen readers: the same in whole sentences, places in words.
  case spoken
  /// For editors and build services: one line for each finding.
  case lines
  /// For programs.
  case json

  /// The findings about `source`, by line.
  ///
  /// Forms for people show the first `limit` findings and count the others; `nil` shows all.
  public func render(
    _ findings: [Finding], of source: SourceText, limit: Int? = nil
  ) -> String {
    let findings = findings.sorted { $0.range < $1.range }
    switch self {
    case .text: return FindingText(source).render(findings, limit: limit)
    case .spoken: return FindingSpoken(source).render(findings, limit: limit)
    case .lines: return FindingLines(source).render(findings)
    case .json: return FindingJSON(source).render(findings)
    }
  }
}
