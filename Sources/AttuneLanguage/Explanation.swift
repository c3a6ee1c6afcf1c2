public import AttuneDiagnostics

/// What a code means: the teaching text, which is written once, beside the rule.
public struct Explanation: Sendable, Hashable {
  /// As it stands beside a finding: `A210`.
  public let code: String
  /// The levels at which it is found, the gravest first.
  public let levels: [Finding.Level]
  /// What should be so, in one sentence: `Each answer has its own code`.
  public let title: String
  /// Why, with examples; lines of at most 80 columns.
  public let text: String

  /// Every code that a finding may have, in order.
  public static let all: [Explanation] = allExplanations

  /// The explanation of `code`, in whatever capitals.
  public static func of(_ code: String) -> Explanation? {
    all.first { $0.code == code.uppercased() }
  }

  init(code: String, levels: Set<Finding.Level>, title: String, text: String) {
    self.code = code
    self.levels = Finding.Level.allCases.filter(levels.contains)
    self.title = title
    self.text = text
  }
}
