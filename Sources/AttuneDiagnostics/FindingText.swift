/// Findings as people read them: the line as written, the reason, and what to do.
struct FindingText {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func render(_ findings: [Finding], limit: Int?) -> String {
    let shown = findings.prefix(limit ?? findings.count)
    var pictures = shown.map(picture)
    if findings.count > shown.count {
      pictures.append("and \(findings.count - shown.count) more\n")
    }
    return pictures.joined(separator: "\n")
  }

  private func picture(of finding: Finding) -> String {
    let line = source.position(of: finding.range.lower).line
    var rows = [
      "\(finding.title.inert)  [\(finding.code), \(finding.level.rawValue)]",
      "\(source.name.inert), line \(line)",
      "",
    ]
    rows += pointed(at: finding.range)
    rows += finding.notes.map(note)
    rows.append("")
    if !finding.explanation.isEmpty { rows.append(finding.explanation.inert) }
    rows += finding.fixes.map { "  Fix (\($0.confidence.rawValue)): \($0.title.inert)" }
    if rows.last == "" { rows.removeLast() }
    return rows.joined(separator: "\n") + "\n"
  }

  /// The line, and below it carets under what the finding means, to the end of the line at most.
  private func pointed(at range: SourceRange) -> [String] {
    let (line, column) = source.position(of: range.lower)
    let wholeLine = source.range(ofLine: line)
    let prefix = margin(line)
    let start = min(range.lower, wholeLine.upper)
    let meant = source[SourceRange(start, max(start, min(range.upper, wholeLine.upper)))]
    let indent = prefix.count + column - 1
    return [
      prefix + source[wholeLine].inert,
      String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, meant.count)),
    ]
  }

  private func note(_ note: Finding.Note) -> String {
    let line = source.position(of: note.range.lower).line
    return margin(line) + source[source.range(ofLine: line)].inert + "    (\(note.label.inert))"
  }

  private func margin(_ line: Int) -> String {
    let number = String(line)
    return String(repeating: " ", count: max(0, 5 - number.count)) + number + ": "
  }
}
