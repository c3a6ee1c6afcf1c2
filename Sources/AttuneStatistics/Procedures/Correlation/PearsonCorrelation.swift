public import AttuneData
import AttuneNumerics

/// Estimates how far two scores lie along one straight line.
///
///     r = sum((x - mean x)(y - mean y)) / sqrt(sum (x - mean x)^2 * sum (y - mean y)^2)
///     t = r * sqrt((n - 2) / (1 - r^2))        n - 2 degrees of freedom
///
/// From -1 to 1, without a unit. One far-off case can make or hide it; where the line is bent or
/// the scores are few steps, read Spearman's beside it.
///
/// - Input: Pairs, `n >= 2`, both varying; a test takes 3, an interval 4.
/// - Cautions: `few-cases`, `wide-interval`.
/// - Sources: Pearson (1896); interval, Fisher (1921).
/// - Checked against: R 4.2.2 `cor.test`; see `CorrelationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct PearsonCorrelation: Procedure {
  public static let about = Method(
    "pearson", "Pearson's correlation", sources: ["doi:10.1098/rsta.1896.0007"])

  public var level = ConfidenceLevel.percent95
  public var interval = CorrelationInterval.fisher
  /// For a bootstrap interval.
  public var resampling = Resampling()

  public init() {}

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Correlation {
    try pairs.requireVariation()
    guard let r = pearson(pairs.values.first, pairs.values.second) else {
      throw .noVariance(in: "one of the scores")
    }
    let n = pairs.caseCount
    return Correlation(
      Self.about, of: pairs, estimate: r,
      interval: Result { () throws(StatisticsError) in
        try interval.limits(
          around: r, of: pairs, by: { pearson($0, $1) },
          standardError: { () throws(StatisticsError) in
            guard n > 3 else { throw .tooFew(.cases, found: n, needed: 4) }
            return 1 / Double(n - 3).squareRoot()
          }, level: level, resampling: resampling)
      },
      intervalMethod: interval.note("Fisher's z interval", level, resampling),
      test: try .byT(r, n: n))
  }
}

extension Correlation.Test {
  /// The t test of a correlation of n cases.
  static func byT(_ r: Double, n: Int) throws(StatisticsError) -> Correlation.Test {
    let words = "p: t with n \u{2212} 2 degrees of freedom"
    guard n > 2 else {
      let reason = Quantity.unavailable("two cases always lie on a line")
      return Correlation.Test(
        statistic: reason, degreesOfFreedom: reason, pValue: reason, words: words)
    }
    let df = Double(n - 2)
    guard abs(r) < 1 else {
      return Correlation.Test(
        statistic: .unavailable("t of a perfect correlation is beyond all numbers"),
        degreesOfFreedom: .value(df), pValue: .value(0), words: words)
    }
    let t = r * (df / ((1 - r) * (1 + r))).squareRoot()
    let p = try computing { () throws(NumericsError) in
      min(1, 2 * (try StudentT(degreesOfFreedom: df).upperTail(abs(t))))
    }
    return Correlation.Test(
      statistic: .value(t), degreesOfFreedom: .value(df), pValue: .value(p), words: words)
  }
}

extension Pairs {
  /// A correlation is of two cases at least, and of scores that vary.
  func requireVariation() throws(StatisticsError) {
    guard caseCount >= 2 else { throw .tooFew(.cases, found: caseCount, needed: 2) }
    for (name, values) in [(names.first, values.first), (names.second, values.second)] {
      guard values.contains(where: { $0 != values[0] }) else { throw .noVariance(in: "'\(name)'") }
    }
  }
}

/// Pearson's r; `nil` where one of the scores does not vary.
func pearson(_ x: [Double], _ y: [Double]) -> Double? {
  guard let left = Deviations(of: x), let right = Deviations(of: y) else { return nil }
  var products = CompensatedSum()
  for (one, other) in zip(left.values, right.values) { products += one * other }
  let r = products.value / (left.sumOfSquares.squareRoot() * right.sumOfSquares.squareRoot())
  // Rounding must not make a line more than a line.
  if abs(r) > 1 - 4 * Double.ulpOfOne { return r < 0 ? -1 : 1 }
  return r
}

/// Deviations from the mean, scaled by a power of two so that no square leaves the numbers.
private struct Deviations {
  let values: [Double]
  let sumOfSquares: Double

  /// `nil` where nothing varies.
  init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let moments = Moments(of: values)
    let deviations = values.map { moments.deviation(of: $0) }
    let largest = deviations.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite, values.contains(where: { $0 != values[0] }) else {
      return nil
    }
    self.values = deviations.map { $0 / largest.binade }
    var squares = CompensatedSum()
    for value in self.values { squares += value * value }
    sumOfSquares = squares.value
  }
}
