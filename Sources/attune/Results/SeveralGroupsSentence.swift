import AttuneStatistics
import AttuneTables

/// A comparison of more than two groups in plain words: the pairs that differ clearly.
struct SeveralGroupsSentence {
  /// The test of all groups at once.
  let test: (name: String, pValue: Double)
  /// Each corrected for all pairs.
  let pairs: PairwiseMeans
  /// p of the test corrected for the scores that are compared, if there are several.
  var corrected: CorrectedForScores?

  var text: String {
    let errorRate = 1 - pairs.level.rawValue
    let clear = pairs.pairs.filter { $0.pValue < errorRate }
      .sorted { $0.difference.magnitude > $1.difference.magnitude }
    guard !clear.isEmpty else { return "In words: \(leftOpen(errorRate))." }
    let told = clear.prefix(3).map { pair in
      let spoken = SpokenDifference(estimate: pair.difference, interval: pair.interval)
      let (higher, lower) =
        pair.difference > 0 ? (pair.first, pair.second) : (pair.second, pair.first)
      return "'\(higher)' scores higher than '\(lower)' on average, \(spoken.size)"
    }
    return "In words: " + [String].told(told, of: clear.count) + "."
      + [String].open(pairs.pairs.count - clear.count, "which scores higher")
      + (corrected?.words(at: pairs.level).map { " " + $0 } ?? "")
  }

  private func leftOpen(_ errorRate: Double) -> String {
    guard test.pValue < errorRate else {
      return "these data leave open whether the groups differ on average (\(basis))"
    }
    return """
      the groups differ more than chance would explain (\(basis)), but these data leave open which \
      from which
      """
  }

  private var basis: String { "\(test.name), \(String.spoken(p: test.pValue))" }
}

extension [String] {
  /// What is clear, and how many more there are.
  static func told(_ words: [String], of count: Int) -> String {
    words.joined(separator: "; ") + (count > words.count ? "; and \(count - words.count) more" : "")
  }

  /// What is left open of the other pairs, if there are any.
  static func open(_ count: Int, _ what: String) -> String {
    switch count {
    case 0: ""
    case 1: " Of the other pair these data leave open \(what)."
    default: " Of the \(count) other pairs these data leave open \(what)."
    }
  }
}
