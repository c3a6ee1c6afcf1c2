import AttuneStatistics
import AttuneTables

/// A difference with its interval, as sentences tell it: which is higher, by how much, how surely.
struct SpokenDifference {
  let estimate: Double
  let interval: ConfidenceInterval

  /// Whether the whole interval lies on one side of 0.
  var isClear: Bool { interval.lower > 0 || interval.upper < 0 }

  /// Of a clear one: `by 0.56 (95 % interval of the difference: 0.08 to 1.04)`, without signs, for
  /// the sentence says what is higher.
  var size: String {
    let ends = [interval.lower.magnitude, interval.upper.magnitude].sorted()
    return """
      by \(show(estimate)) (\(interval.level.percent) interval of the difference: \
      \(show(ends[0])) to \(show(ends[1])))
      """
  }

  /// Of one that is not: `'a' 0.26 higher; 95 % interval: from 0.15 lower to 0.67 higher`.
  func range(of subject: String, higher: String = "higher", lower: String = "lower") -> String {
    let word = { (value: Double) in "\(show(value)) \(value < 0 ? lower : higher)" }
    let found = show(estimate) == show(0) ? "no difference" : "\(subject) \(word(estimate))"
    let start = interval.lower == 0 ? show(0) : "\(show(interval.lower)) \(lower)"
    return "\(found); \(interval.level.percent) interval: from \(start) to \(word(interval.upper))"
  }

  /// What the interval tells of the smallest difference that matters, in the unit of the score.
  func words(ofSmallest smallest: Double) -> String {
    let size = show(smallest)
    if interval.lower >= smallest || interval.upper <= -smallest {
      return """
        The whole interval lies at or beyond the smallest difference that matters, \(size): the \
        difference is large enough to matter.
        """
    }
    if interval.lower > -smallest, interval.upper < smallest {
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

  private func show(_ value: Double) -> String { APAStyle.show(value.magnitude, as: .number) }
}

extension String {
  /// `p = .023` or `p < .001`, in a sentence.
  static func spoken(p value: Double) -> String {
    let shown = APAStyle.show(value, as: .pValue)
    return "p \(shown.hasPrefix(".") || shown.hasPrefix("1") ? "= " : "")\(shown)"
  }
}
