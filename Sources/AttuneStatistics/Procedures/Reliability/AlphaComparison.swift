import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tests whether alphas differ, between groups of people or between scales of the same people.
///
///     two groups:  W = (1 - a2) / (1 - a1) ~ F(n1 - 1, n2 - 1)
///     same people: t = (a1 - a2) * sqrt(n - 2) / sqrt(4 * (1 - a1) * (1 - a2) * (1 - r^2)),  df n - 2
///     more:        chi2 = sum of (c_i - c)^2 / (S - C),  df m - 1          c_i = (1 - a_i)^(-1/3)
///     S: mean of 2 / (9 (n' - 1) (1 - a_i)^(2/3)),  n' = n (k - 1) / (k + 1)
///     C: mean of 2 r_ij^2 / (9 (n' - 1) ((1 - a_i) (1 - a_j))^(1/3)); between groups 0
///
/// r is the correlation of the sums of the two scales; for the same people, k of n' is the harmonic
/// mean of the scales' lengths. Each difference has an interval from the two
/// Feldt intervals (Zou's method). They suppose what Feldt's interval does: items that measure one
/// thing alike, and scores that are close to normal.
///
/// - Input: two alphas or more, each of `n >= 3` and `k >= 2`.
/// - Sources: Feldt (1969); Feldt (1980); Feldt, Woodruff & Salih (1987); Zou (2007).
/// - Checked against: the worked examples of Charter & Feldt (1996) and of Feldt, Woodruff & Salih
///   (1987), AlphaTest of Lautenschlager & Meade (2008); see `AlphaComparisonTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct AlphaComparison: Procedure {
  public static let about = Method(
    "alpha-comparison", "Comparison of alphas",
    sources: [
      "doi:10.1007/BF02289364", "doi:10.1007/BF02293600", "doi:10.1177/014662168701100107",
      "doi:10.1037/1082-989X.12.4.399",
    ])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let members: [ComparedAlphas.Member]
    public let areSamePeople: Bool
    public let test: Test
    public let pValue: Double
    /// Of every two, in the order given.
    public let differences: [Difference]
    public let level: ConfidenceLevel
  }

  /// The statistic and its distribution.
  public enum Test: Sendable, Hashable {
    case f(Double, numerator: Int, denominator: Int)
    case t(Double, degreesOfFreedom: Int)
    case chiSquare(Double, degreesOfFreedom: Int)
  }

  public struct Difference: Sendable, Hashable {
    public let first: String
    public let second: String
    /// First alpha minus second.
    public let estimate: Double
    public let interval: ConfidenceInterval
  }

  public func apply(to alphas: ComparedAlphas) throws(StatisticsError) -> Outcome {
    let members = alphas.members
    guard members.count >= 2 else { throw .undetermined("there is only one alpha") }
    for member in members {
      guard member.caseCount >= 3 else {
        throw .tooFew(.casesInGroup(member.name), found: member.caseCount, needed: 3)
      }
      guard member.alpha < 1 else {
        throw .undetermined("alpha of '\(member.name)' is exactly 1")
      }
    }
    let test = try Self.test(members, alphas.correlations)
    return Outcome(
      members: members, areSamePeople: alphas.correlations != nil, test: test,
      pValue: try test.pValue(), differences: try differences(members, alphas.correlations),
      level: level)
  }

  private static func test(
    _ members: [ComparedAlphas.Member], _ correlations: SymmetricMatrix?
  ) throws(StatisticsError) -> Test {
    let (first, second) = (members[0], members[1])
    if members.count > 2 { return try chiSquare(members, correlations) }
    guard let r = correlations?[0, 1] else {
      return .f(
        (1 - second.alpha) / (1 - first.alpha), numerator: first.caseCount - 1,
        denominator: second.caseCount - 1)
    }
    let rest = (1 - first.alpha) * (1 - second.alpha) * (1 - r * r)
    guard rest > 1e-14 else { throw .undetermined("the two scores are the same up to a constant") }
    let df = first.caseCount - 2
    return .t(
      (first.alpha - second.alpha) * Double(df).squareRoot() / (4 * rest).squareRoot(),
      degreesOfFreedom: df)
  }

  private static func chiSquare(
    _ members: [ComparedAlphas.Member], _ correlations: SymmetricMatrix?
  ) throws(StatisticsError) -> Test {
    let count = Double(members.count)
    let roots = members.map { pow(1 - $0.alpha, -1.0 / 3) }
    let mean = roots.reduce(0, +) / count
    func effective(_ cases: Int, _ items: Double) -> Double {
      Double(cases) * (items - 1) / (items + 1) - 1
    }
    let items = count / members.reduce(0) { $0 + 1 / Double($1.itemCount) }
    let variances = zip(members, roots).map { member, root in
      let own = correlations == nil ? Double(member.itemCount) : items
      return 2 * root * root / (9 * effective(member.caseCount, own))
    }
    var shared = 0.0
    if let correlations {
      let cases = effective(members[0].caseCount, items)
      for i in members.indices {
        for j in 0..<i {
          shared += 2 * correlations[i, j] * correlations[i, j] * roots[i] * roots[j] / (9 * cases)
        }
      }
      shared /= count * (count - 1) / 2
    }
    let rest = variances.reduce(0, +) / count - shared
    guard variances.allSatisfy({ $0 > 0 }), rest > 0 else {
      throw .undetermined("there are too few people or items for this test")
    }
    return .chiSquare(
      roots.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / rest,
      degreesOfFreedom: members.count - 1)
  }

  /// Zou's interval of each difference, from Feldt's of each alpha.
  private func differences(
    _ members: [ComparedAlphas.Member], _ correlations: SymmetricMatrix?
  ) throws(StatisticsError) -> [Difference] {
    var limits: [ConfidenceInterval] = []
    for member in members {
      limits.append(
        try AlphaInterval.feldtLimits(
          around: member.alpha, n: member.caseCount, k: Double(member.itemCount), level: level))
    }
    return members.indices.flatMap { i in
      (i + 1..<members.count).map { j in
        let (a, b) = (members[i].alpha, members[j].alpha)
        // The alphas of the same people go together by the square of the scores' correlation.
        let together = correlations.map { $0[i, j] * $0[i, j] } ?? 0
        func reach(_ u: Double, _ v: Double) -> Double {
          max(0, u * u + v * v - 2 * together * u * v).squareRoot()
        }
        return Difference(
          first: members[i].name, second: members[j].name, estimate: a - b,
          interval: ConfidenceInterval(
            level: level, lower: a - b - reach(a - limits[i].lower, limits[j].upper - b),
            upper: a - b + reach(limits[i].upper - a, b - limits[j].lower)))
      }
    }
  }
}

extension AlphaComparison.Test {
  fileprivate func pValue() throws(StatisticsError) -> Double {
    try computing { () throws(NumericsError) in
      switch self {
      case .f(let f, let numerator, let denominator):
        let distribution = try FisherF(
          numerator: Double(numerator), denominator: Double(denominator))
        return min(1, 2 * min(try distribution.upperTail(f), try distribution.lowerTail(f)))
      case .t(let t, let df):
        return min(1, 2 * (try StudentT(degreesOfFreedom: Double(df)).upperTail(t.magnitude)))
      case .chiSquare(let chiSquare, let df):
        return try ChiSquare(degreesOfFreedom: Double(df)).upperTail(chiSquare)
      }
    }
  }
}

extension AlphaComparison.Outcome: Tabular {
  /// The test, and the difference of every two.
  public var tables: [Table] {
    let testTable: Table
    let title = AlphaComparison.about.title
    let people = areSamePeople ? "The same people." : "Separate groups of people."
    let id = AlphaComparison.about.id
    switch test {
    case .f(let value, let numerator, let denominator):
      testTable = Table(
        id, title: title,
        columns: [
          .statistic.labelled("F"), .degreesOfFreedom, .degreesOfFreedomError, .pValue,
        ],
        rows: [[.real(value), .count(numerator), .count(denominator), .real(pValue)]],
        notes: ["\(people) Feldt's test of two alphas, two-sided."])
    case .t(let value, let df):
      testTable = Table(
        id, title: title, columns: [.statistic.labelled("t"), .degreesOfFreedom, .pValue],
        rows: [[.real(value), .count(df), .real(pValue)]],
        notes: ["\(people) Feldt's test of two dependent alphas, two-sided."])
    case .chiSquare(let value, let df):
      testTable = Table(
        id, title: title, columns: [.statistic.labelled("chi2"), .degreesOfFreedom, .pValue],
        rows: [[.real(value), .count(df), .real(pValue)]],
        notes: ["\(people) Feldt, Woodruff and Salih's test that all are equal."])
    }
    let differenceTable = Table(
      "alpha-differences", title: "Differences between alphas",
      columns: [
        .first, .second, .estimate.labelled("difference", .bounded),
        .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
      ],
      rows: differences.map { difference in
        [
          .text(difference.first), .text(difference.second), .real(difference.estimate),
          .real(difference.interval.lower), .real(difference.interval.upper),
        ]
      },
      notes: ["First minus second; \(level.percent) interval by Zou's method."])
    return [testTable, differenceTable]
  }
}

extension Column {
  fileprivate static let first = Column("first", "first", .text)
  fileprivate static let second = Column("second", "second", .text)
}
