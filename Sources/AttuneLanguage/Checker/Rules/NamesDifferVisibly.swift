import AttuneDiagnostics

/// Two names must differ in more than capitals or `_`.
///
/// Some programs drop capitals and some people drop `_`: `bg_age` and `bgage` would become one
/// column in their hands.
struct NamesDifferVisibly: Rule {
  static let code = "A121"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for namespace in scope.namespaces {
      var first: [String: Namespace.Entry] = [:]
      for entry in namespace.entries {
        let key = String(
          decoding: entry.name.value.lowercased().utf8.filter { $0 != UInt8(ascii: "_") },
          as: UTF8.self)
        if let other = first[key], other.name.value != entry.name.value {
          findings.append(.nearlySameName(entry, as: other))
        } else {
          first[key] = first[key] ?? entry
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func nearlySameName(
    _ entry: Namespace.Entry, as first: Namespace.Entry
  ) -> Finding {
    Finding(
      NamesDifferVisibly.code, .mustFix,
      "\"\(entry.name.value)\" and \"\(first.name.value)\" differ only in capitals or _",
      at: entry.name.range,
      explanation: "Other programs may take them for the same column.",
      notes: [.init("the other one is here", at: first.name.range)],
      fixes: [Fix(.possible, "rename one of them")])
  }
}
