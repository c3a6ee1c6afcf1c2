import AttuneDiagnostics

/// A name must not be a word that conditions, statistics programs or inserts use themselves.
///
/// `not`, `or` and `by` mean something inside SPSS and inside a condition, and `{team}` is filled
/// in from the study: a question of that name could not be told apart from it.
struct NamesAreFreeWords: Rule {
  static let code = "A104"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let items = file.items.compactMap(\.heading.name)
    let others =
      file.constructs.compactMap(\.heading.name) + file.groups.compactMap(\.heading.name)
      + file.consents.flatMap(\.statements).map(\.name)
    let choices = file.items.flatMap(\.choices).map(\.key)
    let taken =
      (items + others).filter { BuiltIns.reservedNames.contains($0.value) }
      + choices.filter { BuiltIns.reservedChoices.contains($0.value) }
    for name in taken {
      findings.append(.takenWord(name, "conditions and statistics programs use it"))
    }
    let terms = file.instruments.flatMap(\.terms).map(\.name)
    for name in items + terms where BuiltIns.inserts.contains(name.value) {
      findings.append(.takenWord(name, "{\(name.value)} is filled in from the study"))
    }
  }
}

extension Finding {
  fileprivate static func takenWord(_ name: Name, _ reason: String) -> Finding {
    Finding(
      NamesAreFreeWords.code, .mustFix, "\"\(name.value)\" already means something else",
      at: name.range,
      explanation: "As a name it would be mistaken: \(reason).",
      fixes: [
        Fix(
          .likely, "use \(name.value)_q",
          edits: [.init(name.range, with: name.value + "_q")])
      ])
  }
}
