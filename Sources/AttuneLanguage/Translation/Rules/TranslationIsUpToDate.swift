import AttuneDiagnostics
import AttuneInstrument

/// A translated line says what the instrument says now.
///
/// Each line carries the words that it translates. Where the instrument has other words by now, the
/// translation could say something else than the question that is asked; until somebody has looked
/// at it, people read the instrument's own words.
///
///     was ask: My worker listens to me.
///     ask: Mae fy ngweithiwr yn gwrando arna i.
///
/// To mend it, look at the translation, then let the line with "was" say the new words.
struct TranslationIsUpToDate: TranslationRule {
  static let code = "A320"
  static let silencedBy: Set<String> = ["A324"]

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    for entry in scope.entries {
      guard case .changed(let now) = entry.state else { continue }
      findings.append(.outOfDate(entry.line, now: now))
    }
  }
}

extension Finding {
  fileprivate static func outOfDate(_ line: TranslatedLine, now: String) -> Finding {
    let notes = line.words.map { [Note("it was translated like this", at: $0.range)] } ?? []
    return Finding(
      TranslationIsUpToDate.code, .pleaseCheck,
      "The words have changed since this was translated", at: line.was.range,
      explanation: """
        This translates "\(line.was.value)", and the instrument says "\(now)" now. Until somebody \
        has looked at the translation, people read the instrument's own words.
        """,
      notes: notes,
      fixes: [
        Fix(
          .possible, "look at the translation; once it says this, put the new words here",
          edits: [.init(line.was.range, with: now)])
      ])
  }
}
