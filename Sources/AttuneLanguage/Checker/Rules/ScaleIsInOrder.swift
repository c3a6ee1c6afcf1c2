import AttuneDiagnostics

/// The points of a scale usually stand in the order of their numbers.
///
/// A scale out of order is often a slip of typing, and people expect answers to run one way. If it
/// is meant, `accept: A215 because ...` says so.
struct ScaleIsInOrder: Rule {
  static let code = "A215"
  static let silencedBy: Set<String> = ["A210", "A212", "A213"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for scale in scope.file.scales {
      let codes = scale.choices.compactMap(\.number)
      if zip(codes, codes.dropFirst()).contains(where: { $0 > $1 }) {
        findings.append(.outOfOrder(scale.heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func outOfOrder(_ heading: Heading) -> Finding {
    Finding(
      ScaleIsInOrder.code, .pleaseCheck, "This scale is out of order", at: heading.place,
      explanation: "Its numbers do not run from the lowest to the highest.",
      fixes: [
        Fix(.possible, "put the lowest number first"),
        Fix(.possible, "if it is right as it is, add: accept: A215 because ..."),
      ])
  }
}
