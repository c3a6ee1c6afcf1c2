import AttuneDiagnostics

/// Two things must not have one name.
///
/// A name stands for one column of the data. If two questions had one name, an answer could land
/// in either column, and nobody would see it.
///
///     item heard: My worker listens to me.
///     item heard: I felt heard.            # must fix: A120
struct NamesAreUnique: Rule {
  static let code = "A120"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for namespace in scope.namespaces {
      var first: [String: Namespace.Entry] = [:]
      for entry in namespace.entries {
        if let other = first[entry.name.value] {
          findings.append(.sameName(entry, as: other))
        } else {
          first[entry.name.value] = entry
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func sameName(
    _ entry: Namespace.Entry, as first: Namespace.Entry
  ) -> Finding {
    Finding(
      NamesAreUnique.code, .mustFix, "Two things are called \"\(entry.name.value)\"",
      at: entry.name.range,
      explanation: "Answers are kept by name, so each name can stand for one thing only.",
      notes: [
        .init("the first one, \(first.kind) \(first.name.value), is here", at: first.name.range)
      ],
      fixes: [
        Fix(
          .possible, "rename this one",
          edits: [.init(entry.name.range, with: entry.name.value + "_2")])
      ])
  }
}
