public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether two means differ after the outermost scores of each group are set aside.
///
///     g = floor(trim * n)        h = n - 2 g        m: mean of the h scores in the middle
///     d = (winsorised sum of squares) / (h (h - 1))
///     t = (m1 - m2) / sqrt(d1 + d2)
///     df = (d1 + d2)^2 / (d1^2 / (h1 - 1) + d2^2 / (h2 - 1))
///
/// For scores with a few far out: they count in no mean, and their distance in no error. With a
/// trim of 0 it is Welch's test. Groups need not vary alike.
///
/// - Input: Two groups that keep `h >= 2`; at least one varies in its middle.
/// - Sources: Yuen (1974).
/// - Checked against: scipy 1.17.1 `ttest_ind(trim = 0.2, equal_var = False)`; see `IndependentGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for a trim below 0 or from 0.5.
public struct YuenTTest: Procedure {
  public static let about = Method(
    "yuen-t-test", "Yuen's test of trimmed means", sources: ["doi:10.1093/biomet/61.1.165"])

  public typealias Input = TwoGroups

  public var alternative = Alternative.twoSided
  public var level = ConfidenceLevel.percent95
  /// The share set aside at each end: from 0 to below 0.5.
  public var trim = 0.2

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let trimmedMeans: GroupPair<Double>
    /// How many scores of each group are kept.
    public let kept: GroupPair<Int>
    /// First trimmed mean minus second.
    public let difference: Double
    public let standardError: Double
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Double
    public let pValue: Double
    public let trim: Double
    public let alternative: Alternative
    public let account: CaseAccount
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    guard (0..<0.5).contains(trim) else {
      throw .undetermined("a share of \(trim) cannot be set aside at each end")
    }
    let pivot = groups.values.first.first ?? 0
    let first = try Middle(groups.values.first, groups.names.first, trim: trim, pivot: pivot)
    let second = try Middle(groups.values.second, groups.names.second, trim: trim, pivot: pivot)
    let squaredError = first.squaredError + second.squaredError
    guard squaredError > 0 else { throw .noVariance(in: "the middle of the score in each group") }
    let error = squaredError.squareRoot()
    let shares = [first, second].map { group in
      let share = group.squaredError / squaredError
      return share * share / Double(group.kept - 1)
    }
    let df = 1 / (shares[0] + shares[1])
    let difference = first.shift - second.shift
    let (pValue, reach) = try computing { () throws(NumericsError) in
      let distribution = try StudentT(degreesOfFreedom: df)
      return (
        try distribution.pValue(difference / error, alternative),
        try distribution.upperQuantile(level.tail) * error
      )
    }
    return Outcome(
      names: groups.names, trimmedMeans: GroupPair(pivot + first.shift, pivot + second.shift),
      kept: GroupPair(first.kept, second.kept), difference: difference, standardError: error,
      interval: ConfidenceInterval(
        level: level, lower: difference - reach, upper: difference + reach),
      t: difference / error, degreesOfFreedom: df, pValue: pValue, trim: trim,
      alternative: alternative, account: groups.account)
  }

  private struct Middle {
    let kept: Int
    /// The trimmed mean less the pivot.
    let shift: Double
    let squaredError: Double

    init(
      _ values: [Double], _ name: String, trim: Double, pivot: Double
    ) throws(StatisticsError) {
      let sorted = values.sorted().map { $0 - pivot }
      // A product such as 0.2 * 15 must not fall below the whole number that it is.
      let aside = Int((trim * Double(sorted.count)).nextUp)
      kept = sorted.count - 2 * aside
      guard kept >= 2 else { throw .tooFew(.casesInGroup(name), found: kept, needed: 2) }
      let middle = sorted[aside..<sorted.count - aside]
      shift = Moments(of: Array(middle)).mean
      let (low, high) = (sorted[aside], sorted[sorted.count - aside - 1])
      let winsorised = Moments(of: sorted.map { min(max($0, low), high) })
      squaredError = winsorised.sumOfSquares / (Double(kept) * Double(kept - 1))
    }
  }
}

extension YuenTTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        YuenTTest.about.id, title: YuenTTest.about.title,
        columns: [
          Column("mean_first", "mean 1", .number), Column("mean_second", "mean 2", .number),
          .estimate.labelled("difference"), .standardError, .lower, .upper,
          .statistic.labelled("t"), .degreesOfFreedom, .pValue,
        ],
        rows: [
          [
            .real(trimmedMeans.first), .real(trimmedMeans.second), .real(difference),
            .real(standardError), .real(interval.lower), .real(interval.upper), .real(t),
            .real(degreesOfFreedom), .real(pValue),
          ]
        ],
        notes: [
          """
          \(names.first) minus \(names.second), means without a share of \(trim) at each end: \
          \(kept.first) and \(kept.second) scores are kept; \(interval.level.percent) interval of \
          the difference; p is \(alternative == .twoSided ? "two-sided" : "one-sided").
          """
        ])
    ]
  }
}
