public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates the reliability of a sum score from the agreement of its two halves.
///
///     Spearman-Brown = 2r / (1 + r)              r: correlation of the halves
///     Horst          = 2r^2 / (r^2 + sqrt(r^4 + 4r^2 (1 - r^2) p))      p = k1 * k2 / k^2
///     Guttman        = 2 * (1 - (V1 + V2) / V)
///
/// Spearman-Brown supposes halves of equal length and variance, Horst's corrects for unequal length,
/// Guttman's needs neither. Every value depends on the split: the range over all splits says how
/// much. Of an odd number of items the first half has one more; PSPP's has one fewer. Horst's holds
/// r only squared, so that there is none of halves that go against each other.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 2`, reverse-keyed items already reversed.
/// - Sources: Spearman (1910); Brown (1910); Horst (1951); Guttman (1945).
/// - Checked against: formulas written out in R 4.2.2; see `SplitHalfTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct SplitHalf: Procedure {
  public static let about = Method(
    "split-half", "Split-half reliability",
    sources: [
      "doi:10.1111/j.2044-8295.1910.tb00206.x", "doi:10.1111/j.2044-8295.1910.tb00207.x",
      "doi:10.1007/BF02288892",
    ])

  /// Of more than 16 items: how many splits are tried.
  public var sampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// The first items against the last.
    public let firstAndSecond: Split
    /// The first, third, fifth … item against the others.
    public let oddAndEven: Split
    /// Of Guttman's coefficient, over all splits tried.
    public let best: Double
    public let worst: Double
    public let mean: Double
    public let splitCount: Int
    public let account: CaseAccount
    let splits: SplitRange
  }

  /// One way to halve the scale.
  public struct Split: Sendable, Hashable {
    /// The names of the items in each half.
    public let first: [String]
    public let second: [String]
    public let correlation: Quantity
    public let spearmanBrown: Quantity
    public let horst: Quantity
    public let guttman: Double
    public let firstAlpha: Quantity
    public let secondAlpha: Quantity
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    let k = items.itemCount
    let splits = SplitRange(of: covariance, sampling: sampling)
    return Outcome(
      firstAndSecond: Split(.firstAndSecond(of: k), of: items.names, covariance),
      oddAndEven: Split(.oddAndEven(of: k), of: items.names, covariance),
      best: splits.best, worst: splits.worst, mean: splits.mean, splitCount: splits.count,
      account: items.account, splits: splits)
  }
}

extension SplitHalf.Split {
  fileprivate init(_ halves: Halves, of names: [String], _ covariance: SymmetricMatrix) {
    let variances = halves.variances(in: covariance)
    first = halves.first.map { names[$0] }
    second = halves.second.map { names[$0] }
    guttman = halves.guttman(in: covariance)
    firstAlpha = Self.alpha(of: halves.first, variances.first, covariance)
    secondAlpha = Self.alpha(of: halves.second, variances.second, covariance)
    guard min(variances.first, variances.second) > covariance.rounding else {
      let reason = Quantity.unavailable("the score of one half is the same for everyone")
      (correlation, spearmanBrown, horst) = (reason, reason, reason)
      return
    }
    let r = variances.between / (variances.first.squareRoot() * variances.second.squareRoot())
    correlation = .value(r)
    spearmanBrown =
      1 + r > 1e-12
      ? .value(2 * r / (1 + r)) : .unavailable("the halves go exactly against each other")
    let shares = Double(first.count * second.count) / Double(names.count * names.count)
    let square = r * r
    let root = (square * square + 4 * square * max(0, 1 - square) * shares).squareRoot()
    horst =
      r > 0
      ? .value(2 * square / (square + root)) : .unavailable("the halves go against each other")
  }

  private static func alpha(
    of half: [Int], _ variance: Double, _ covariance: SymmetricMatrix
  ) -> Quantity {
    guard half.count > 1 else { return .unavailable("one item alone has no alpha") }
    guard variance > covariance.rounding else {
      return .unavailable("the score of one half is the same for everyone")
    }
    return .value(
      CronbachAlpha.alpha(
        k: half.count, itemVariances: half.reduce(0) { $0 + covariance[$1, $1] },
        totalVariance: variance))
  }
}

extension SplitHalf.Outcome: Tabular {
  /// The two stated splits, and the range over all.
  public var tables: [Table] {
    let splitTable = Table(
      SplitHalf.about.id, title: SplitHalf.about.title,
      columns: [
        .split, .correlation, .spearmanBrown, .horst, .guttman, .firstAlpha, .secondAlpha,
      ],
      rows: [("first-second", firstAndSecond), ("odd-even", oddAndEven)].map { name, split in
        [
          .text(name), split.correlation.cell, split.spearmanBrown.cell, split.horst.cell,
          .real(split.guttman), split.firstAlpha.cell, split.secondAlpha.cell,
        ]
      },
      notes: [
        """
        \(account.note). first-second: \(firstAndSecond.words); odd-even: \(oddAndEven.words). \
        Horst: corrected for halves of unequal length.
        """
      ])
    let rangeTable = Table(
      "all-splits", title: "Guttman's split-half reliability over all splits",
      columns: [.splitCount, .best, .worst, .mean.labelled("mean", .bounded)],
      rows: [[.count(splitCount), .real(best), .real(worst), .real(mean)]],
      notes: ["Over \(splits.words)."])
    return [splitTable, rangeTable]
  }
}

extension SplitHalf.Split {
  /// `A1, A2 | A3, A4`.
  fileprivate var words: String {
    "\(first.joined(separator: ", ")) | \(second.joined(separator: ", "))"
  }
}

extension Halves {
  /// `A1, A2 | A3, A4`.
  func words(_ names: [String]) -> String {
    [first, second].map { half in half.map { names[$0] }.joined(separator: ", ") }
      .joined(separator: " | ")
  }
}

extension SplitRange {
  /// `all 10 splits`, or `10000 random splits, seed 1`.
  var words: String {
    guard let seed else { return count == 1 ? "the one split" : "all \(count) splits" }
    return "\(count) random splits, seed \(seed)"
  }
}

extension Column {
  fileprivate static let split = Column("split", "split", .text)
  fileprivate static let correlation = Column("r", "r", .bounded)
  fileprivate static let spearmanBrown = Column("spearman_brown", "Spearman-Brown", .bounded)
  fileprivate static let horst = Column("horst", "Horst", .bounded)
  fileprivate static let guttman = Column("guttman", "Guttman", .bounded)
  fileprivate static let firstAlpha = Column("alpha_first", "alpha 1st", .bounded)
  fileprivate static let secondAlpha = Column("alpha_second", "alpha 2nd", .bounded)
  fileprivate static let splitCount = Column("splits", "splits", .count)
  fileprivate static let best = Column("best", "best", .bounded)
  fileprivate static let worst = Column("worst", "worst", .bounded)
}
