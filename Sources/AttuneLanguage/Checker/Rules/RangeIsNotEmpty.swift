import AttuneDiagnostics

/// A range runs from its lowest to its highest number.
struct RangeIsNotEmpty: Rule {
  static let code = "A223"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let answers =
      file.instruments.map(\.answer) + file.sections.map(\.answer) + file.items.map(\.answer)
    for answer in answers.compactMap({ $0 }) {
      switch answer.value {
      case .number(let range?) where range.lowest.value >= range.highest.value,
        .slider(let range) where range.lowest.value >= range.highest.value:
        findings.append(.emptyRange(at: answer.range))
      case .chooseAny(let upTo?) where upTo.value < 1:
        findings.append(.emptyRange(at: upTo.range))
      default: break
      }
    }
  }
}

extension Finding {
  fileprivate static func emptyRange(at range: SourceRange) -> Finding {
    Finding(
      RangeIsNotEmpty.code, .mustFix, "This range is empty", at: range,
      explanation: "No answer fits into it.",
      fixes: [Fix(.possible, "put the lower number first")])
  }
}
