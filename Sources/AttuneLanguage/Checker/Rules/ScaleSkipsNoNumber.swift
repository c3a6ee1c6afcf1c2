import AttuneDiagnostics

/// The numbers of a scale usually follow one another.
///
/// A gap makes two neighbouring answers count as further apart than the others. It is often a
/// point that was lost.
struct ScaleSkipsNoNumber: Rule {
  static let code = "A216"
  static let silencedBy: Set<String> = ["A210", "A212", "A213"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for scale in scope.file.scales {
      let codes = scale.choices.compactMap(\.number).sorted()
      if let gap = zip(codes, codes.dropFirst()).first(where: { $1 - $0 > 1 }) {
        findings.append(.skips(gap.0 + 1, scale.heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func skips(_ number: Int, _ heading: Heading) -> Finding {
    Finding(
      ScaleSkipsNoNumber.code, .pleaseCheck, "This scale skips the number \(number)",
      at: heading.place,
      explanation: "The answers on both sides of the gap would count as further apart.",
      fixes: [
        Fix(.possible, "add the missing point, or close the gap"),
        Fix(.possible, "if it is right as it is, add: accept: A216 because ..."),
      ])
  }
}
