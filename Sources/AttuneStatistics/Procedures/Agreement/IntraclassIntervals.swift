import AttuneNumerics

extension IntraclassCorrelation {
  /// The interval of one coefficient: exact but for agreement, whose degrees of freedom are
  /// Satterthwaite's (McGraw & Wong 1996, table 7).
  func limits(
    _ form: Form, _ v: RatingsVariance, _ df: DegreesOfFreedom
  ) throws(StatisticsError) -> ConfidenceInterval {
    let noise = form.isOneWay ? v.within : v.error
    guard noise > 0 else { throw .undetermined("nothing but the cases makes the ratings differ") }
    guard v.cases > 0 else { throw .undetermined("the mean ratings of all cases are the same") }
    let single: ConfidenceInterval
    switch form {
    case .agreementSingle, .agreementAverage: single = try agreementLimits(v)
    case .oneWaySingle, .oneWayAverage, .consistencySingle, .consistencyAverage:
      single = try ratioLimits(v.cases / noise, k: Double(v.raterCount), df)
    }
    guard form.isAverage else { return single }
    let k = Double(v.raterCount)
    // Spearman and Brown's formula, which has a pole at the lowest value there can be.
    func ofMean(_ limit: Double) throws(StatisticsError) -> Double {
      let below = 1 + (k - 1) * limit
      guard below > 0 else {
        throw .undetermined("its lower limit for a single rater is below \u{2212}1/(k \u{2212} 1)")
      }
      return k * limit / below
    }
    return ConfidenceInterval(
      level: level, lower: try ofMean(single.lower), upper: try ofMean(single.upper))
  }

  /// Exact, from the ratio of two mean squares.
  private func ratioLimits(
    _ f: Double, k: Double, _ df: DegreesOfFreedom
  ) throws(StatisticsError) -> ConfidenceInterval {
    let (low, high) = try computing { () throws(NumericsError) in
      let lower = try FisherF(numerator: df.between, denominator: df.within)
      let upper = try FisherF(numerator: df.within, denominator: df.between)
      return (
        f / (try lower.upperQuantile(level.tail)), f * (try upper.upperQuantile(level.tail))
      )
    }
    return ConfidenceInterval(
      level: level, lower: (low - 1) / (low + k - 1), upper: (high - 1) / (high + k - 1))
  }

  /// Of single agreement: approximate, by Satterthwaite's degrees of freedom.
  private func agreementLimits(_ v: RatingsVariance) throws(StatisticsError) -> ConfidenceInterval {
    guard let icc = Self.estimate(.agreementSingle, v).value else {
      throw .undetermined("the cases do not differ enough for it to be defined")
    }
    let (n, k) = (Double(v.caseCount), Double(v.raterCount))
    let raters = k * icc * (v.raters / v.error)
    let others = n * (1 + (k - 1) * icc) - k * icc
    let df =
      (k - 1) * (n - 1) * (raters + others) * (raters + others)
      / ((n - 1) * raters * raters + others * others)
    guard df > 0, df.isFinite else {
      throw .undetermined("its degrees of freedom cannot be found")
    }
    let (low, high) = try computing { () throws(NumericsError) in
      (
        try FisherF(numerator: n - 1, denominator: df).upperQuantile(level.tail),
        try FisherF(numerator: df, denominator: n - 1).upperQuantile(level.tail)
      )
    }
    let shared = k * v.raters + (k * n - k - n) * v.error
    return ConfidenceInterval(
      level: level, lower: n * (v.cases - low * v.error) / (low * shared + n * v.cases),
      upper: n * (high * v.cases - v.error) / (shared + n * high * v.cases))
  }
}
