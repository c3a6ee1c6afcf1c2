import AttuneDiagnostics

/// A condition that always holds changes nothing.
///
/// Something else was probably meant. Skipping counts as an answer here: a condition that hides the
/// question from those who skipped an earlier one does change something.
struct ConditionCanFail: Rule {
  static let code = "A237"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for reachability in scope.reachability where reachability.verdict == .always {
      let condition = reachability.condition.range
      findings.append(
        .changesNothing(
          condition, line: scope.file.wholeLine(at: condition.lower),
          reachability.sources(in: scope)))
    }
  }
}

extension Finding {
  fileprivate static func changesNothing(
    _ condition: SourceRange, line: SourceRange, _ sources: [Heading]
  ) -> Finding {
    Finding(
      ConditionCanFail.code, .pleaseCheck, "This condition changes nothing", at: condition,
      explanation: "Whatever people answer before, it holds.",
      notes: sources.map { .init("\($0.name?.value ?? "it") is asked here", at: $0.range) },
      fixes: [
        Fix(.likely, "take the line out", edits: [.init(line, with: "")]),
        Fix(.possible, "if it is right as it is, add: accept: A237 because ..."),
      ])
  }
}
