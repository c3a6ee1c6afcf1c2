import AttuneData
import AttuneStatistics
import AttuneTables

/// A comparison of two scores of the same people in plain words.
struct PairedSentence {
  let found: PairedTTest.Outcome
  /// The smallest difference that matters, in the unit of the score, if one was named.
  var smallest: Double?

  var text: String {
    (["In words: \(spoken.isClear ? "people " + words : leftOpen)."]
      + [smallest.map(spoken.words(ofSmallest:))].compactMap { $0 })
      .joined(separator: " ")
  }

  /// Follows "people".
  var words: String {
    let isFirst = found.meanDifference > 0
    return """
      score higher on '\(isFirst ? found.names.first : found.names.second)' than on \
      '\(isFirst ? found.names.second : found.names.first)' on average, \(spoken.size)
      """
  }

  private var spoken: SpokenDifference {
    SpokenDifference(estimate: found.meanDifference, interval: found.interval)
  }

  private var leftOpen: String {
    """
    these data leave open whether people score higher on '\(found.names.first)' or on \
    '\(found.names.second)' on average. Found: \(spoken.range(of: "'\(found.names.first)'"))
    """
  }
}
