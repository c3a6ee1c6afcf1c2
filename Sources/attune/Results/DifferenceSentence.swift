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
  /// p corrected for the scores that are compared, if there are several.
  var corrected: CorrectedForScores?

  var text: String {
    [
      "In words: \(difference).", correction, likelihood,
      smallest.map(spoken.words(ofSmallest:)),
    ].compactMap { $0 }.joined(separator: " ")
  }

  private var first: String { "'\(welch.groups.first.name)'" }
  private var second: String { "'\(welch.groups.second.name)'" }
  private var spoken: SpokenDifference {
    SpokenDifference(estimate: welch.meanDifference, interval: welch.interval)
  }

  private var difference: String {
    guard spoken.isClear else {
      return """
        these data leave open whether \(first) or \(second) scores higher on average. Found: \
        \(spoken.range(of: first))
        """
    }
    let isFirst = welch.meanDifference > 0
    return """
      \(isFirst ? first : second) scores higher than \(isFirst ? second : first) on average, \
      \(spoken.size)
      """
  }

  /// Where what is clear of this score alone is not, of several at once.
  private var correction: String? {
    guard spoken.isClear, welch.alternative == .twoSided else { return nil }
    return corrected?.words(at: welch.interval.level)
  }

  private var likelihood: String? {
    guard let superiority else { return nil }
    let (one, share) = superiority < 0.5 ? (second, 1 - superiority) : (first, superiority)
    guard share < 1 else {
      return "Of one person from each, the one from \(one) scores higher every time."
    }
    let times = Int((100 * share).rounded())
    let shown = times == 100 ? "more than 99" : "about \(times)"
    return """
      Of one person from each, the one from \(one) scores higher \(shown) times in 100, ties \
      counting half.
      """
  }
}

/// p of one of several scores, corrected for all of them.
struct CorrectedForScores {
  let pValue: Double
  let count: Int
  let method: FamilyCorrection

  /// Where it is no longer below what the level of the intervals allows; `nil` where it is.
  func words(at level: ConfidenceLevel) -> String? {
    guard pValue >= 1 - level.rawValue else { return nil }
    return """
      Corrected for the \(count) scores that are compared, this is no longer clear \
      (\(method.title), \(String.spoken(p: pValue))).
      """
  }

  /// Of each score that has a p, where there are several and they are corrected.
  static func of(
    _ scores: [(name: String, pValue: Double?)], by method: FamilyCorrection
  ) -> [String: CorrectedForScores] {
    let tested = scores.compactMap { score in score.pValue.map { (score.name, $0) } }
    guard tested.count > 1, method != .none else { return [:] }
    return Dictionary(
      zip(tested, method.adjusted(tested.map(\.1))).map { score, pValue in
        (score.0, CorrectedForScores(pValue: pValue, count: tested.count, method: method))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Caution {
  /// What to make of a test and its companion that fall on different sides of the level.
  static func companionsDisagree(
    _ score: String, _ one: (name: String, p: Double), _ other: (name: String, p: Double),
    at errorRate: Double, seenBy option: String = "--dots"
  ) -> Caution? {
    guard (one.p < errorRate) != (other.p < errorRate) else { return nil }
    let show = { (p: Double) in APAStyle.show(p, as: .pValue) }
    return Caution(
      "companions-disagree", about: [score],
      """
      \(score): \(one.name) (p \(show(one.p))) and \(other.name) (p \(show(other.p))) fall on \
      different sides of \(APAStyle.show(errorRate, as: .bounded)). They ask different questions, of \
      means and of ranks; look at the scores themselves, with \(option), before you trust either.
      """)
  }
}
