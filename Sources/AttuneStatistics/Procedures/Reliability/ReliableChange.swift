public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Counts the people whose scores changed by more than errors of measurement would explain.
///
///     RCI = (x2 - x1) / S        S = sqrt(2) * SEM        SEM = s * sqrt(1 - reliability)
///     reliable: |RCI| > z        z = 1.959964 at 95 %
///
/// s is the standard deviation of the first scores unless one is given, as from a larger sample. The
/// reliability has to be stated: of an earlier study, or of test-retest. RCI is without a unit. It
/// says that a change is probably no accident of measurement, not why, nor that it matters to the
/// person; no cut-off between "ill" and "well" is drawn here.
///
/// - Input: Pairs, the first occasion first; `n >= 1` where s is given, otherwise 2.
/// - Sources: Jacobson & Truax (1991).
/// - Checked against: formulas written out in R 4.2.2; see `ReliableChangeTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` unless the reliability is at
///   least 0 and below 1.
public struct ReliableChange: Procedure {
  public static let about = Method(
    "reliable-change", "Reliable change", sources: ["doi:10.1037/0022-006X.59.1.12"])

  /// From 0 up to, not including, 1.
  public var reliability = 0.8
  /// Of the scores of people like these, above 0; `nil` for that of the first scores.
  public var standardDeviation: Double?
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// The reliable change index of each person, in the order of the cases.
    public let indices: [Double]
    public let standardDeviation: Double
    public let reliability: Double
    /// Of one score.
    public let standardErrorOfMeasurement: Double
    /// Of a difference between two.
    public let standardErrorOfDifference: Double
    /// The smallest change, in the unit of the score, that is reliable.
    public let smallestReliableChange: Double
    /// How many scores rose, fell, and did neither reliably.
    public let higher: Int
    public let lower: Int
    public let unchanged: Int
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    guard reliability >= 0, reliability < 1 else {
      throw .undetermined("a reliability lies between 0 and 1 (not 1 itself)")
    }
    let needed = standardDeviation == nil ? 2 : 1
    guard pairs.caseCount >= needed else {
      throw .tooFew(.cases, found: pairs.caseCount, needed: needed)
    }
    let deviation = standardDeviation ?? Moments(of: pairs.values.first).standardDeviation
    guard deviation > 0 else { throw .noVariance(in: "'\(pairs.names.first)'") }
    let error = deviation * (1 - reliability).squareRoot()
    let difference = 2.0.squareRoot() * error
    let z = try computing { () throws(NumericsError) in try Normal().upperQuantile(level.tail) }
    let indices = zip(pairs.values.second, pairs.values.first).map { ($0 - $1) / difference }
    let (higher, lower) = (indices.count { $0 > z }, indices.count { $0 < -z })
    return Outcome(
      names: pairs.names, indices: indices, standardDeviation: deviation,
      reliability: reliability, standardErrorOfMeasurement: error,
      standardErrorOfDifference: difference, smallestReliableChange: z * difference,
      higher: higher, lower: lower, unchanged: indices.count - higher - lower, level: level,
      account: pairs.account)
  }
}

extension ReliableChange.Outcome: Tabular {
  /// How many changed; nobody's own change is shown.
  public var tables: [Table] {
    [
      Table(
        ReliableChange.about.id, title: ReliableChange.about.title,
        columns: [
          .cases, .reliability, .standardDeviation, .standardErrorOfMeasurement,
          .smallestReliableChange, .higher, .unchanged, .fell,
        ],
        rows: [
          [
            .count(account.used), .real(reliability), .real(standardDeviation),
            .real(standardErrorOfMeasurement), .real(smallestReliableChange), .count(higher),
            .count(unchanged), .count(lower),
          ]
        ],
        notes: [
          """
          \(account.note). '\(names.second)' less '\(names.first)', beyond what errors of \
          measurement explain at \(level.percent) (Jacobson & Truax). Whether higher is better is \
          for the scale to say.
          """
        ])
    ]
  }
}

extension Column {
  fileprivate static let reliability = Column("reliability", "reliability", .bounded)
  fileprivate static let standardErrorOfMeasurement = Column("sem", "SEM", .number)
  fileprivate static let smallestReliableChange = Column(
    "smallest_reliable_change", "reliable from", .number)
  fileprivate static let higher = Column("higher", "higher", .count)
  fileprivate static let unchanged = Column("unchanged", "no reliable change", .count)
  fileprivate static let fell = Column("lower_count", "lower", .count)
}
