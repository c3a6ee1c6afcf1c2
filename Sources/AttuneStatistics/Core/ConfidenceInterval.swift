/// The values that the data leave plausible, at a level.
public struct ConfidenceInterval: Sendable, Hashable {
  public let level: ConfidenceLevel
  public let lower: Double
  public let upper: Double

  public init(level: ConfidenceLevel, lower: Double, upper: Double) {
    self.level = level
    self.lower = lower
    self.upper = upper
  }
}
