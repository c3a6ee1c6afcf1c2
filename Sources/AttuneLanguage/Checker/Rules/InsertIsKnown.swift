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
      texts(of: scope.file), known,
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
    for words in texts where words.value.contains("{") {
      for case .insert(let name, _) in InsertText(words.value).segments where !names.contains(name)
      {
        findings.append(.unknownInsert(name, words, known, explanation))
      }
    }
  }

  private func texts(of file: InstrumentSyntax) -> [Words] {
    let prose =
      (file.information + file.debriefs).flatMap(\.prose) + file.consents.flatMap(\.prose)
      + file.sections.flatMap(\.prose)
    let sections = file.sections.flatMap { [$0.stem, $0.contentNote, $0.askFirst] }
    let items = file.items.flatMap { item in
      item.wordings.map(\.words)
        + [item.askAgain, item.why, item.help, item.contentNote].compactMap { $0 }
    }
    return prose.map(\.words) + sections.compactMap { $0 } + items
      + file.consents.flatMap(\.statements).map(\.words)
      + file.supports.flatMap(\.lines).map(\.words)
  }
}

extension Finding {
  fileprivate static func unknownInsert(
    _ name: String, _ words: Words, _ known: [String], _ explanation: String
  ) -> Finding {
    let nearest = nearestName(to: name, among: known.sorted())
    return Finding(
      InsertIsKnown.code, .mustFix, "I do not know what to put in the place of {\(name)}",
      at: place(of: "{\(name)", in: words),
      explanation: explanation,
      fixes: (nearest.map { [Fix(.likely, "did you mean {\($0)}?")] } ?? [])
        + [Fix(.possible, "for a brace itself, write {{")])
  }

  /// Where `part` first stands in `words`; all of the words where blanks hide it.
  private static func place(of part: String, in words: Words) -> SourceRange {
    guard let found = words.value.firstRange(of: part) else { return words.range }
    let lower = words.range.lower + words.value[..<found.lowerBound].utf8.count
    return SourceRange(lower, lower + part.utf8.count + 1)
  }
}
