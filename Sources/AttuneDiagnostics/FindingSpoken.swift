/// Findings for screen readers: whole sentences in the order in which they help, and words where
/// the other form has carets and columns.
struct FindingSpoken {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func render(_ findings: [Finding], limit: Int?) -> String {
    let shown = findings.prefix(limit ?? findings.count)
    var parts = shown.enumerated().map { index, finding in
      sentences(of: finding, "Finding \(index + 1) of \(findings.count)")
    }
    if findings.count > shown.count {
      parts.append("And \(findings.count - shown.count) more.\n")
    }
    return parts.joined(separator: "\n")
  }

  private func sentences(of finding: Finding, _ count: String) -> String {
    var rows = [
      "\(count), \(finding.level.rawValue), code \(finding.code).",
      Self.sentence(finding.title.inert),
      Self.sentence(place(of: finding.range)),
    ]
    rows += finding.notes.map { note in
      let line = source.position(of: note.range.lower).line
      return Self.sentence("See also line \(line), \(note.label.inert): \(words(ofLine: line))")
    }
    if !finding.explanation.isEmpty { rows.append(Self.sentence(finding.explanation.inert)) }
    rows += finding.fixes.map {
      Self.sentence("A \($0.confidence.rawValue) fix: \($0.title.inert)")
    }
    return rows.joined(separator: "\n") + "\n"
  }

  /// `Line 52, the word rushed`; the line as a whole where all of it is meant.
  private func place(of range: SourceRange) -> String {
    let line = source.position(of: range.lower).line
    let wholeLine = source.range(ofLine: line)
    let start = min(range.lower, wholeLine.upper)
    let meant = source[SourceRange(start, max(start, min(range.upper, wholeLine.upper)))].inert
    let words = meant.split(separator: " ")
    if words.isEmpty || words == self.words(ofLine: line).split(separator: " ") {
      return "Line \(line): \(self.words(ofLine: line))"
    }
    return "Line \(line), the \(words.count == 1 ? "word" : "words") \(meant)"
  }

  private func words(ofLine line: Int) -> String {
    String(source[source.range(ofLine: line)].inert.drop { $0 == " " })
  }

  private static func sentence(_ words: String) -> String {
    words.last.map { ".?!".contains($0) } ?? true ? words : words + "."
  }
}
