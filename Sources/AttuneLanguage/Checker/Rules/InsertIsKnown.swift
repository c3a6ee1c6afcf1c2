import AttuneDiagnostics
import AttuneInstrument

/// What stands between braces is an item, a term or a detail of the study.
///
/// An unknown name would leave a hole in a sentence that people read. A brace that is meant as a
/// brace is written twice. The label of an answer is the same for everybody: it takes terms only.
struct InsertIsKnown: Rule {
  static let code = "A331"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let terms = scope.file.instruments.flatMap(\.terms).map(\.name.value)
    let known = Array(BuiltIns.inserts) + Array(scope.itemIndex.keys) + terms
    report(
      scope.textsWithInserts, known,
      "It may be an item, a term, or a detail of the study such as {team}.", into: &findings)
    let labels = (scope.file.items.map(\.choices) + scope.file.scales.map(\.choices)).joined()
    report(
      labels.map(\.label), terms, "In an answer it may be a term of the instrument.",
      into: &findings)
  }

  private func report(
    _ texts: [Words], _ known: [String], _ explanation: String, into findings: inout [Finding]
  ) {
    let names = Set(known)
    var guesses = Guesses(among: known)
    for words in texts where words.hasInserts {
      var places = InsertPlaces(in: words)
      for case .insert(let name, _) in InsertText(words.value).segments where !names.contains(name)
      {
        findings.append(
          .unknownInsert(name, at: places.next(name), guesses.nearest(to: name), explanation))
      }
    }
  }
}

extension Finding {
  fileprivate static func unknownInsert(
    _ name: String, at range: SourceRange, _ nearest: String?, _ explanation: String
  ) -> Finding {
    Finding(
      InsertIsKnown.code, .mustFix, "I do not know what to put in the place of {\(name)}",
      at: range, explanation: explanation,
      fixes: (nearest.map { [Fix(.likely, "did you mean {\($0)}?")] } ?? [])
        + [Fix(.possible, "for a brace itself, write {{")])
  }
}
