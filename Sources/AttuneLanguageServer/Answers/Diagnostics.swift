import AttuneDiagnostics

struct PublishDiagnosticsParams: Encodable {
  var uri: String
  var version: Int?
  var diagnostics: [Diagnostic]
}

struct Diagnostic: Encodable {
  struct Related: Encodable {
    var location: Location
    var message: String
  }

  var range: Range
  var severity: Int
  var code: String
  var source = "attune"
  var message: String
  var relatedInformation: [Related]
  /// 1: nothing uses it.
  var tags: [Int]
}

extension LanguageServer {
  /// The findings of every file that changed since they were last sent.
  mutating func changedFindings() -> [Outgoing] {
    var messages: [Outgoing] = []
    for uri in documents.keys.sorted() {
      guard var document = documents[uri], document.isChanged else { continue }
      document.isChanged = false
      let findings = document.findings()
      documents[uri] = document
      let sent = PublishDiagnosticsParams(
        uri: uri, version: document.version, diagnostics: findings.map(document.diagnostic))
      messages.append(.notification("textDocument/publishDiagnostics", sent))
    }
    return messages
  }
}

extension OpenDocument {
  func diagnostic(_ finding: Finding) -> Diagnostic {
    let steps = finding.fixes.filter { $0.edits.isEmpty }.map { "Next step: \($0.title)" }
    let message = ([finding.title, finding.explanation] + steps).filter { !$0.isEmpty }
    return Diagnostic(
      range: range(finding.range), severity: finding.level.severity, code: finding.code,
      message: message.joined(separator: "\n"),
      relatedInformation: finding.notes.map {
        .init(location: Location(uri: uri, range: range($0.range)), message: $0.label)
      },
      tags: ["A240", "A241"].contains(finding.code) ? [1] : [])
  }
}

extension Finding.Level {
  /// As editors count: 1 for what must be fixed, 2 for a warning, 4 for a hint.
  fileprivate var severity: Int {
    switch self {
    case .mustFix: 1
    case .pleaseCheck: 2
    case .suggestion: 4
    }
  }
}
