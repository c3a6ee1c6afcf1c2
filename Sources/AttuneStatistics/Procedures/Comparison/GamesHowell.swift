public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Compares the means of every two of several groups, without supposing that they vary alike.
///
///     q = |m_i - m_j| / sqrt((v_i + v_j) / 2)        v = s^2 / n
///     p: upper tail of the studentised range of k means, with Welch's df of the two groups
///
/// It keeps the chance of any false finding among all pairs close to the error rate; with groups of
/// fewer than 6 it is a little too ready to find. With few degrees of freedom far out R is no measure:
/// q = 40.72 of 5 means with 3.952 has p 4.627e-5 here, in scipy and by a quadrature of its own, and
/// 6.909e-5 by R 4.2.2 `ptukey`.
///
/// - Input: two groups or more of `n >= 2`, each with some variance.
/// - Sources: Games & Howell (1976).
/// - Checked against: the formula with R 4.2.2 `ptukey`, `qtukey`; see `SeveralGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct GamesHowell: Procedure {
  public static let about = Method(
    "games-howell", "Games-Howell comparisons", sources: ["doi:10.3102/10769986001002113"])

  public typealias Input = SeveralGroups

  public var level = ConfidenceLevel.percent95

  public init() {}

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> PairwiseMeans {
    let means = try GroupMeans(data, leastPerGroup: 2)
    for group in means.groups where group.sumOfSquares == 0 {
      throw .noVariance(in: "the score within group '\(group.name)'")
    }
    return try PairwiseMeans(Self.about, means, level: level, account: data.account) { one, other in
      let error = one.squaredError + other.squaredError
      let shares = [one, other].map { group in
        let share = group.squaredError / error
        return share * share / Double(group.n - 1)
      }
      return (error.squareRoot(), 1 / (shares[0] + shares[1]))
    }
  }
}

/// Compares the means of every two of several groups, supposing that the groups vary alike.
///
///     q = |m_i - m_j| / sqrt(w / 2 * (1 / n_i + 1 / n_j))        w: mean square within groups
///     p: upper tail of the studentised range of k means, with N - k degrees of freedom
///
/// - Input: two groups or more of `n >= 1`, more cases than groups, some variance within.
/// - Sources: Tukey (1953); unequal groups, Kramer (1956).
/// - Checked against: R 4.2.2 `TukeyHSD`; see `SeveralGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct TukeyHSD: Procedure {
  public static let about = Method(
    "tukey-hsd", "Tukey's honestly significant differences", sources: ["doi:10.2307/3001469"])

  public typealias Input = SeveralGroups

  public var level = ConfidenceLevel.percent95

  public init() {}

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> PairwiseMeans {
    let means = try GroupMeans(data, leastPerGroup: 1)
    let df = means.n - means.groups.count
    guard df > 0 else { throw .tooFew(.cases, found: means.n, needed: means.groups.count + 1) }
    guard means.within > 0 else { throw .noVariance(in: "the score within each group") }
    let error = means.within / Double(df)
    return try PairwiseMeans(Self.about, means, level: level, account: data.account) { one, other in
      ((error * (1 / Double(one.n) + 1 / Double(other.n))).squareRoot(), Double(df))
    }
  }
}

/// The differences between the means of every two groups, judged together.
public struct PairwiseMeans: Sendable, Hashable {
  public struct Pair: Sendable, Hashable {
    public let first: String
    public let second: String
    /// First mean minus second, in the unit of the score.
    public let difference: Double
    public let standardError: Double
    /// All intervals together cover all true differences this often.
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Double
    /// Adjusted for the number of groups.
    public let pValue: Double
  }

  public let pairs: [Pair]
  public let level: ConfidenceLevel
  public let account: CaseAccount
  let method: Method
  /// Completes "are adjusted …".
  let adjustment: String

  init(
    _ method: Method, _ pairs: [Pair], level: ConfidenceLevel, account: CaseAccount,
    adjustment: String
  ) {
    self.method = method
    self.pairs = pairs
    self.level = level
    self.account = account
    self.adjustment = adjustment
  }

  init(
    _ method: Method, _ means: GroupMeans, level: ConfidenceLevel, account: CaseAccount,
    error: (GroupMeans.Group, GroupMeans.Group) -> (standardError: Double, df: Double)
  ) throws(StatisticsError) {
    var pairs: [Pair] = []
    // Where all pairs share their degrees of freedom, one quantile serves them all.
    var quantiles: [Double: Double] = [:]
    for i in means.groups.indices {
      for j in means.groups.indices.dropFirst(i + 1) {
        let (one, other) = (means.groups[i], means.groups[j])
        let (standardError, df) = error(one, other)
        let difference = one.shift - other.shift
        let root = 2.0.squareRoot()
        let (pValue, reach) = try computing { () throws(NumericsError) in
          let range = try StudentizedRange(count: means.groups.count, degreesOfFreedom: df)
          let known = quantiles[df]
          let quantile = if let known { known } else { try range.upperQuantile(2 * level.tail) }
          quantiles[df] = quantile
          return (
            range.upperTail(difference.magnitude / standardError * root),
            quantile / root * standardError
          )
        }
        pairs.append(
          Pair(
            first: one.name, second: other.name, difference: difference,
            standardError: standardError,
            interval: ConfidenceInterval(
              level: level, lower: difference - reach, upper: difference + reach),
            t: difference / standardError, degreesOfFreedom: df, pValue: pValue))
      }
    }
    self.init(
      method, pairs, level: level, account: account,
      adjustment: "for all pairs together, by the studentised range")
  }
}

extension PairwiseMeans: Tabular {
  public var tables: [Table] {
    [
      Table(
        method.id, title: method.title,
        columns: [
          .firstGroup, .secondGroup, .estimate.labelled("difference"), .standardError, .lower,
          .upper, .statistic.labelled("t"), .degreesOfFreedom, .pValue,
        ],
        rows: pairs.map { pair in
          [
            .text(pair.first), .text(pair.second), .real(pair.difference),
            .real(pair.standardError), .real(pair.interval.lower), .real(pair.interval.upper),
            .real(pair.t), .real(pair.degreesOfFreedom), .real(pair.pValue),
          ]
        },
        notes: [
          """
          First minus second; p and the \(level.percent) intervals are adjusted \(adjustment).
          """
        ])
    ]
  }
}

extension Column {
  static let firstGroup = Column("first", "first", .text)
  static let secondGroup = Column("second", "second", .text)
}
