import AttuneStatistics
import AttuneTables

/// Correlations in plain words, for people who do not read tables of them.
struct CorrelationSentence {
  struct Pair {
    let first: String
    let second: String
    let estimate: Double
    /// Corrected where there are several; `nil` where the method has none.
    let pValue: Double?
    /// `nil` where there is none.
    let interval: (lower: Double, upper: Double)?
  }

  /// Those that have a correlation.
  let pairs: [Pair]
  /// Its letter: `rho`.
  let letter: String
  let level: ConfidenceLevel

  /// `nil` where no correlation can be judged.
  var text: String? {
    let judged = pairs.filter { $0.pValue != nil || $0.interval != nil }
    guard !judged.isEmpty else { return nil }
    let clear = judged.filter(isClear).sorted { $0.estimate.magnitude > $1.estimate.magnitude }
    guard !clear.isEmpty else {
      guard judged.count == 1 else {
        return "In words: of none of the \(judged.count) pairs do these data show \(question)."
      }
      let pair = judged[0]
      return """
        In words: these data leave open whether '\(pair.first)' and '\(pair.second)' rise together, \
        or one falls where the other rises (\(figures(pair))).
        """
    }
    let told = clear.prefix(3).map { pair in
      """
      people with a higher '\(pair.first)' tend to have a \
      \(pair.estimate > 0 ? "higher" : "lower") '\(pair.second)' (\(figures(pair)))
      """
    }
    return "In words: " + [String].told(told, of: clear.count) + "."
      + [String].open(judged.count - clear.count, question)
      + " That two scores go together does not say that one brings about the other."
  }

  private let question = "whether they rise together or one falls where the other rises"

  private func isClear(_ pair: Pair) -> Bool {
    if let pValue = pair.pValue { return pValue < 1 - level.rawValue }
    return pair.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false
  }

  private func figures(_ pair: Pair) -> String {
    let show = { (value: Double) in APAStyle.show(value, as: .bounded) }
    let interval = pair.interval.map {
      "; \(level.percent) interval \(show($0.lower)) to \(show($0.upper))"
    }
    return "\(letter) \(show(pair.estimate))\(interval ?? "")"
  }
}
