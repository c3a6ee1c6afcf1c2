/// What a planned test lets be said, and nothing more.
public enum Conclusion: String, Sendable, Hashable, CaseIterable {
  /// The whole interval lies beyond the smallest difference that matters.
  case matters = "a difference that matters"
  /// There is a difference; the data leave open whether it is large enough to matter.
  case differs = "a difference; whether it is large enough to matter we could not tell"
  /// There is a difference, and the whole interval lies within what does not matter.
  case tooSmallToMatter = "a difference too small to matter"
  case couldNotTell = "we could not tell"
  case same = "the same, within what matters"
  case samenessNotShown = "sameness not shown"
  case goTogether = "they go together"
  case goOpposite = "one is high where the other is low"
  case overall = "not all alike"
  /// An exploratory test, from which nothing is claimed.
  case noClaim = "exploratory: no claim"
  case describedOnly = "described only"
  case notAvailable = "not available"

  /// - Parameters:
  ///   - result: What the test found.
  ///   - pValue: Corrected for its family.
  ///   - errorRate: What p is held against.
  ///   - smallest: The smallest difference that matters, in the unit of the estimate.
  ///   - isExploratory: Whether nothing is claimed.
  init(
    _ result: TestResult, pValue: Double, errorRate: Double, smallest: Double?,
    isExploratory: Bool
  ) {
    switch result.figures {
    case .failure(.tooSmall): self = .describedOnly
    case .failure(.unavailable): self = .notAvailable
    case .success where isExploratory: self = .noClaim
    case .success(let figures):
      let isFound = pValue < errorRate
      if figures.bounds != nil {
        self = isFound ? .same : .samenessNotShown
      } else if !isFound {
        self = .couldNotTell
      } else {
        self =
          switch figures.kind {
          case .difference, .distance: Self.sized(figures.interval, smallest)
          case .association: figures.estimate > 0 ? .goTogether : .goOpposite
          case .overall: .overall
          }
      }
    }
  }

  private static func sized(_ interval: ClosedRange<Double>?, _ smallest: Double?) -> Conclusion {
    guard let interval, let smallest else { return .differs }
    if interval.lowerBound >= smallest || interval.upperBound <= -smallest { return .matters }
    if interval.lowerBound > -smallest, interval.upperBound < smallest { return .tooSmallToMatter }
    return .differs
  }
}
