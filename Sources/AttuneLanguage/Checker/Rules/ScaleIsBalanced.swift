import AttuneDiagnostics

/// A scale should have as many answers on one side of the middle as on the other.
///
/// Three ways to agree and one way to disagree lead people towards agreeing.
struct ScaleIsBalanced: Rule {
  static let code = "A218"
  static let silencedBy: Set<String> = ["A210", "A213"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for scale in scope.file.scales {
      let sides = scale.choices.map { side(of: $0.label.value.lowercased()) }
      let (below, above) = (sides.count { $0 < 0 }, sides.count { $0 > 0 })
      if below > 0, above > 0, below != above {
        findings.append(.lopsided(scale.heading, below: below, above: above))
      }
    }
  }

  /// -1 below the middle, 1 above it, 0 where the words do not say.
  private func side(of label: String) -> Int {
    let pairs = [
      ("disagree", "agree"), ("dissatisfied", "satisfied"), ("unlikely", "likely"),
      ("unhappy", "happy"), ("worse", "better"),
    ]
    guard !label.hasPrefix("neither") else { return 0 }
    for (below, above) in pairs {
      if label.contains(below) { return -1 }
      if label.contains(above) { return 1 }
    }
    return 0
  }
}

extension Finding {
  fileprivate static func lopsided(_ heading: Heading, below: Int, above: Int) -> Finding {
    Finding(
      ScaleIsBalanced.code, .pleaseCheck, "The scale has more on one side than the other",
      at: heading.place,
      explanation: "I count \(below) below the middle and \(above) above it.",
      fixes: [
        Fix(.possible, "even the two sides out"),
        Fix(.possible, "if it is right as it is, add: accept: A218 because ..."),
      ])
  }
}
