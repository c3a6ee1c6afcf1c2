import AttuneData
import AttuneStatistics
import AttuneTables

/// A comparison of two groups in plain words, for people who do not read tables of tests.
struct DifferenceSentence {
  let welch: WelchTTest.Outcome
  /// `nil` where the scores of the people are not known.
  let superiority: Double?
  /// The smallest difference that matters, in the unit of the score, if one was named.
  let smallest: Double?

  var text: String {
    [difference, likelihood, smallest.map(interval.words(ofSmallest:))].compactMap { $0 }.joined(
      separator: " ")
  }

  private var first: String { "'\(welch.groups.first.name)'" }
  private var second: String { "'\(welch.groups.second.name)'" }
  private var interval: ConfidenceInterval { welch.interval }

  private var difference: String {
    if interval.lower > 0 || interval.upper < 0 {
      let word = welch.meanDifference > 0 ? "higher" : "lower"
      return """
        In words: \(first) scores \(word) than \(second) on average, by \
        \(APAStyle.show(welch.meanDifference.magnitude, as: .number)) (\(interval.words)).
        """
    }
    return """
      In words: these data leave open whether \(first) or \(second) scores higher on average \
      (difference \(APAStyle.show(welch.meanDifference, as: .number)); \(interval.words)).
      """
  }

  private var likelihood: String? {
    guard let superiority else { return nil }
    return """
      Of one person from each, the one from \(first) scores higher about \
      \(Int((100 * superiority).rounded())) times in 100, ties counting half.
      """
  }
}

extension ConfidenceInterval {
  /// Of a difference: `95 % interval of the difference: 0.12 to 0.45`.
  var words: String {
    "\(level.percent) interval of the difference: \(show(lower)) to \(show(upper))"
  }

  /// What it tells of the smallest difference that matters, in the unit of the score.
  func words(ofSmallest smallest: Double) -> String {
    let size = show(smallest)
    if lower >= smallest || upper <= -smallest {
      return "The whole interval lies at or beyond the smallest difference that matters, \(size)."
    }
    if lower > -smallest, upper < smallest {
      return """
        The whole interval lies below the smallest difference that matters, \(size): a difference \
        that large is excluded at this level.
        """
    }
    return """
      The interval reaches to both sides of the smallest difference that matters, \(size): whether \
      the difference matters is left open.
      """
  }

  private func show(_ value: Double) -> String { APAStyle.show(value, as: .number) }
}

extension Caution {
  /// What to make of a test and its companion that fall on different sides of the level.
  static func companionsDisagree(
    _ score: String, _ one: (name: String, p: Double), _ other: (name: String, p: Double),
    at errorRate: Double
  ) -> Caution? {
    guard (one.p < errorRate) != (other.p < errorRate) else { return nil }
    let show = { (p: Double) in APAStyle.show(p, as: .pValue) }
    return Caution(
      "companions-disagree", about: [score],
      """
      \(score): \(one.name) (p \(show(one.p))) and \(other.name) (p \(show(other.p))) fall on \
      different sides of \(APAStyle.show(errorRate, as: .bounded)). They ask different questions, of \
      means and of ranks; look at the scores themselves, with --dots, before you trust either.
      """)
  }
}
