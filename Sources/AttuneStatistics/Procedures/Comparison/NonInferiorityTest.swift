public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether the first mean is worse than the second by less than what would matter.
///
///     higher is better: t = (m1 - m2 + margin) / SE        p: upper tail
///     lower is better:  t = (m1 - m2 - margin) / SE        p: lower tail
///
/// Of separate groups with Welch's standard error and degrees of freedom, of the same people with
/// those of the paired t-test. A small p says that the first is worse by less than the margin, if it
/// is worse at all; a large one says that the data cannot show it. The margin is a
/// judgement about the scale, made before the data are seen. The interval leaves the error rate out
/// on both sides: what is shown is shown where it keeps clear of the margin.
///
/// - Input: Two groups of `n >= 2`, or their summaries; at least one varies. Or pairs, `n >= 2`, the
///   differences varying.
/// - Sources: Schuirmann (1987), one of the two tests; Piaggio et al. (2012).
/// - Checked against: the two tests of equivalence, which it is one of; see `IndependentGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for a margin that is not above 0.
public struct NonInferiorityTest: Procedure {
  public static let about = Method(
    "non-inferiority-test", "Non-inferiority test (one-sided Welch t-test)",
    sources: ["doi:10.1007/BF01068419", "doi:10.1001/jama.2012.87802"])
  /// Of two scores of the same people.
  public static let aboutPairs = Method(
    "paired-non-inferiority-test", "Non-inferiority test (one-sided paired t-test)",
    sources: about.sources)

  public typealias Input = TwoGroups

  /// Which direction of the score is the better one.
  public enum Better: String, Codable, Sendable, Hashable, CaseIterable {
    case higher, lower
  }

  /// How much worse does not matter, in `unit`.
  public var margin = 0.5
  public var unit = BoundsUnit.raw
  public var better = Better.higher
  public var errorRate = 0.05

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let method: Method
    public let names: GroupPair<String>
    public let account: CaseAccount
    /// In the unit of the score.
    public let margin: Double
    public let better: Better
    /// First mean minus second, in the unit of the score.
    public let meanDifference: Double
    public let standardError: Double
    /// Of the mean difference, at 1 less twice the error rate.
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Double
    public let pValue: Double
    let boundsNote: String
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    try outcome(
      Self.about, GroupPair(groups.first.name, groups.second.name), groups.account,
      MeanDifference(of: groups), size: unit.size(in: groups), unit.note)
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    try outcome(
      Self.aboutPairs, pairs.names, pairs.account, MeanDifference(of: pairs),
      size: unit.size(in: pairs), unit.noteOfPairs)
  }

  private func outcome(
    _ method: Method, _ names: GroupPair<String>, _ account: CaseAccount,
    _ difference: MeanDifference, size: Double, _ boundsNote: String
  ) throws(StatisticsError) -> Outcome {
    guard margin > 0 else { throw .undetermined("the margin is not above 0") }
    guard let level = ConfidenceLevel(rawValue: 1 - 2 * errorRate) else {
      throw .undetermined("an error rate of \(errorRate) leaves no interval")
    }
    let raw = margin * size
    let bound = better == .higher ? -raw : raw
    return Outcome(
      method: method, names: names, account: account, margin: raw, better: better,
      meanDifference: difference.estimate, standardError: difference.standardError,
      interval: try difference.interval(level), t: difference.t(against: bound),
      degreesOfFreedom: difference.degreesOfFreedom,
      pValue: try difference.pValue(better == .higher ? .greater : .less, against: bound),
      boundsNote: boundsNote)
  }
}

/// What bounds of a difference are given in.
public enum BoundsUnit: String, Codable, Sendable, Hashable, CaseIterable {
  /// The unit of the score.
  case raw
  /// Standard deviations of the data at hand: pooled of separate groups, of the same people those of
  /// the differences.
  case standardized = "standardised"

  /// One of the unit, in that of the score.
  package func size(in groups: TwoGroupSummaries) throws(StatisticsError) -> Double {
    switch self {
    case .raw: 1
    case .standardized: try groups.pooledStandardDeviation
    }
  }

  package func size(in pairs: Pairs) throws(StatisticsError) -> Double {
    switch self {
    case .raw: 1
    case .standardized: try pairs.deviationOfDifferences
    }
  }

  /// What a reader has to know of bounds that the data themselves scaled.
  var note: String { note(of: "pooled standard deviations") }

  var noteOfPairs: String { note(of: "standard deviations of the differences") }

  private func note(of unit: String) -> String {
    switch self {
    case .raw: "in the unit of the score"
    case .standardized: "given in \(unit), shown in the unit of the score"
    }
  }
}

extension NonInferiorityTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        method.id, title: method.title,
        columns: [
          .estimate.labelled("difference"), .standardError, .lower, .upper,
          Column("margin", "margin", .number), .statistic.labelled("t"), .degreesOfFreedom,
          .pValue,
        ],
        rows: [
          [
            .real(meanDifference), .real(standardError), .real(interval.lower),
            .real(interval.upper), .real(margin), .real(t), .real(degreesOfFreedom),
            .real(pValue),
          ]
        ],
        notes: [
          """
          \(names.first) minus \(names.second), \(better.rawValue) scores being \
          better; margin \(boundsNote); \(interval.level.percent) interval of the difference. A \
          small p says that '\(names.first)' is worse by less than the margin, if at all; a \
          large one does not say that it is worse.
          """,
          "\(account.note).",
        ])
    ]
  }
}
