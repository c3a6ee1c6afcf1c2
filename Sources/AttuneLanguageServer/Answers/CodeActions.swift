import AttuneDiagnostics
import AttuneLanguage

struct CodeAction: Encodable {
  var title: String
  var kind: String
  var diagnostics: [Diagnostic]?
  var isPreferred: Bool?
  var edit: WorkspaceEdit
}

extension LanguageServer {
  /// The fixes of what is found in the range, and every certain one of the file at once.
  mutating func codeActions(_ parameters: CodeActionParams) throws -> [CodeAction] {
    let only = parameters.context?.only
    func isWanted(_ kind: String) -> Bool {
      only.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") } } ?? true
    }
    return try with(parameters.textDocument) { document in
      let asked = document.text.range(of: parameters.range, in: document.encoding)
      var actions: [CodeAction] = []
      let findings = document.findings()
      if isWanted(CodeActionKind.fix) {
        for finding in findings
        where finding.range.lower <= asked.upper && asked.lower <= finding.range.upper {
          actions += document.actions(for: finding)
        }
      }
      if isWanted(CodeActionKind.fixAll), let action = document.mendingAction(of: findings) {
        actions.append(action)
      }
      return actions
    }
  }
}

extension OpenDocument {
  fileprivate func actions(for finding: Finding) -> [CodeAction] {
    finding.fixes.filter { !$0.edits.isEmpty }.map { fix in
      CodeAction(
        title: fix.title.prefix(1).uppercased() + fix.title.dropFirst(), kind: CodeActionKind.fix,
        diagnostics: [diagnostic(finding)], isPreferred: fix.confidence == .certain,
        edit: WorkspaceEdit(changes: [uri: edits(fix.edits)]))
    }
  }

  fileprivate func mendingAction(of findings: [Finding]) -> CodeAction? {
    let fixes = findings.flatMap(\.fixes)
    guard fixes.contains(where: { $0.confidence == .certain && !$0.edits.isEmpty }) else {
      return nil
    }
    let mending = Mending(text) { $0.findings() }
    guard !mending.changes.isEmpty else { return nil }
    return CodeAction(
      title: "Make every certain change", kind: CodeActionKind.fixAll,
      edit: WorkspaceEdit(changes: [uri: edits(text.edits(to: mending.text.content))]))
  }
}
