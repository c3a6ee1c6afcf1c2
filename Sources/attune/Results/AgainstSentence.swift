import AttuneStatistics
import AttuneTables

/// A score held against a value, in plain words.
struct AgainstSentence {
  let found: OneSampleTTest.Outcome
  /// p corrected for the scores that are held against the value, if there are several.
  var corrected: CorrectedForScores?

  var text: String {
    let value = APAStyle.show(found.value, as: .number)
    let spoken = SpokenDifference(
      estimate: found.mean - found.value,
      interval: ConfidenceInterval(
        level: found.interval.level, lower: found.interval.lower - found.value,
        upper: found.interval.upper - found.value))
    guard spoken.isClear else {
      return """
        In words: these data leave open whether people score above or below \(value) on average. \
        Found: \(spoken.range(of: "the mean", higher: "above", lower: "below")).
        """
    }
    let words = """
      In words: people score \(spoken.estimate > 0 ? "higher" : "lower") than \(value) on average, \
      \(spoken.size).
      """
    let correction =
      found.alternative == .twoSided ? corrected?.words(at: found.interval.level) : nil
    return ([words] + [correction].compactMap { $0 }).joined(separator: " ")
  }
}
