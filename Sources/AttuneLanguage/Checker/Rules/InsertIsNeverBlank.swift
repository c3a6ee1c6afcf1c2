import AttuneDiagnostics
import AttuneInstrument

/// An earlier answer that is put into a sentence has words for when there is none.
///
/// Every question can be skipped, so an insert without them can leave a hole:
///
///     > You said that you meet {place or somewhere else}.
struct InsertIsNeverBlank: Rule {
  static let code = "A330"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for words in scope.textsWithInserts {
      var places = InsertPlaces(in: words)
      for case .insert(let name, nil) in InsertText(words.value).segments {
        guard let item = scope.item(name), !BuiltIns.inserts.contains(name) else { continue }
        findings.append(.mayBeBlank(name, at: places.next(name), item.heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func mayBeBlank(
    _ name: String, at range: SourceRange, _ item: Heading
  ) -> Finding {
    Finding(
      InsertIsNeverBlank.code, .pleaseCheck, "{\(name)} may be blank when it is shown here",
      at: range,
      notes: [.init("it is asked here, and can be skipped", at: item.range)],
      fixes: [Fix(.possible, "add words for that: {\(name) or ...}")])
  }
}
