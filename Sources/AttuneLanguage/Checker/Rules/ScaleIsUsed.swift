import AttuneDiagnostics

/// A scale that nothing uses is often one whose name was misspelt somewhere.
struct ScaleIsUsed: Rule {
  static let code = "A240"
  static let silencedBy: Set<String> = ["A120"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let answers =
      file.instruments.map(\.answer) + file.sections.map(\.answer) + file.items.map(\.answer)
    let used = Set(
      answers.compactMap { answer -> String? in
        guard case .named(let name) = answer?.value else { return nil }
        return name.value
      })
    // A misspelt name elsewhere is the cause; its finding says so.
    guard used.isSubset(of: scope.scales.keys) else { return }
    for scale in file.scales where scale.heading.name.map({ used.contains($0.value) }) == false {
      findings.append(.unusedScale(scale.heading))
    }
  }
}

extension Finding {
  fileprivate static func unusedScale(_ heading: Heading) -> Finding {
    Finding(
      ScaleIsUsed.code, .pleaseCheck, "Nothing uses this scale", at: heading.place,
      fixes: [Fix(.likely, "take it out, or say \"answer:\" with its name where it belongs")])
  }
}
