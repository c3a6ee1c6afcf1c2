/// Findings for editors and build services: `file:line:col: level: title [code]`.
struct FindingLines {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func render(_ findings: [Finding]) -> String {
    findings.map { finding in
      let (line, column) = source.position(of: finding.range.lower)
      let place = "\(source.name.inert):\(line):\(column)"
      return "\(place): \(finding.level.rawValue): \(finding.title.inert) [\(finding.code)]\n"
    }.joined()
  }
}
