import AttuneNumerics

/// How often intervals made in this way cover the true value: more than 0, less than 1.
public struct ConfidenceLevel: RawRepresentable, Sendable, Hashable, Codable {
  public let rawValue: Double

  /// `nil` unless the level lies strictly between 0 and 1.
  public init?(rawValue: Double) {
    guard rawValue > 0, rawValue < 1 else { return nil }
    self.rawValue = rawValue
  }

  private init(percent: Double) { rawValue = percent / 100 }

  public static let percent90 = ConfidenceLevel(percent: 90)
  public static let percent95 = ConfidenceLevel(percent: 95)
  public static let percent99 = ConfidenceLevel(percent: 99)

  /// The probability in each tail outside a two-sided interval.
  public var tail: Double { (1 - rawValue) / 2 }

  /// `95 %`, for notes.
  public var percent: String {
    let percent = (rawValue * 100 * 1e6).rounded() / 1e6
    return (Int(exactly: percent).map(String.init) ?? "\(percent)") + " %"
  }

  /// How many standard errors an interval reaches to each side where the estimate is normal.
  func normalReach() throws(StatisticsError) -> Double {
    try computing { () throws(NumericsError) in try Normal().upperQuantile(tail) }
  }
}
