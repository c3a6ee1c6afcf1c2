import AttuneInstrument
import AttuneTables

extension Plan {
  /// What was predicted, in words.
  var prediction: String { prediction { $0 } }

  func prediction(calling group: (String) -> String) -> String {
    switch expectation {
    case .higher(let level): "\(group(level)) higher"
    case .noDifference: "no difference that matters"
    case .positive: "they go together"
    case .negative: "one is high where the other is low"
    case .noDirection, nil: "no direction"
    }
  }

  /// Where the prediction comes from, and why it was made.
  var grounds: String {
    (basis?.rawValue ?? "not given") + (because.map { ": \($0)" } ?? "")
  }

  /// What is done, in the words of the language: `compare rel by contact`.
  var task: String { procedure + (counting.map { ", counting \($0)" } ?? "") }

  private var procedure: String {
    switch question {
    case .reliability(let scores, let by):
      "reliability of \(scores.isEmpty ? "all" : scores.joined(separator: ", "))" + Self.by(by)
    case .compare(let scores, let by): "compare \(scores.joined(separator: ", "))" + Self.by(by)
    case .compareWithinPerson(let scores):
      "compare within person: \(scores.joined(separator: ", "))"
    case .correlate(let score, let with):
      "correlate \(score) with \(with.joined(separator: ", "))"
    case .describe(let scores, let by): "describe \(scores.joined(separator: ", "))" + Self.by(by)
    case .rank(let scores, let by): "rank \(scores.joined(separator: ", "))" + Self.by(by)
    }
  }

  private static func by(_ name: String?) -> String { name.map { " by \($0)" } ?? "" }
}

extension Double {
  /// As numbers are shown to readers: two decimals.
  var shown: String { APAStyle.show(self, as: .number) }

  /// A probability with its sign: `= .034`, `< .001`.
  var shownP: String {
    let text = APAStyle.show(self, as: .pValue)
    return text.hasPrefix("<") || text.hasPrefix(">") ? text : "= \(text)"
  }
}
