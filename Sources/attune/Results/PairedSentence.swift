import AttuneData
import AttuneStatistics
import AttuneTables

/// A comparison of two scores of the same people in plain words.
struct PairedSentence {
  let found: PairedTTest.Outcome
  /// The smallest difference that matters, in the unit of the score, if one was named.
  var smallest: Double?

  var text: String {
    (["In words: \(isClear ? "people " + words : leftOpen)."]
      + [smallest.map(found.interval.words(ofSmallest:))].compactMap { $0 })
      .joined(separator: " ")
  }

  /// Follows "people".
  var words: String {
    """
    score \(found.meanDifference > 0 ? "higher" : "lower") on '\(found.names.first)' than on \
    '\(found.names.second)' on average, by \
    \(APAStyle.show(found.meanDifference.magnitude, as: .number)) (\(found.interval.words))
    """
  }

  private var isClear: Bool { found.interval.lower > 0 || found.interval.upper < 0 }

  private var leftOpen: String {
    """
    these data leave open whether people score higher on '\(found.names.first)' or on \
    '\(found.names.second)' on average (difference \
    \(APAStyle.show(found.meanDifference, as: .number)); \(found.interval.words))
    """
  }
}
