package import AttuneTables

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

extension Result where Success == ConfidenceInterval, Failure == StatisticsError {
  /// The limits for a table, or in their place why there is no interval.
  package var cells: (lower: Cell, upper: Cell) {
    switch self {
    case .success(let interval): (.real(interval.lower), .real(interval.upper))
    case .failure(let reason):
      (.unavailable(reason.description), .unavailable(reason.description))
    }
  }
}
