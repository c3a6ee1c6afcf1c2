public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Foretells how reliable a longer or shorter scale of such items would be.
///
///     r(m) = m * r / (1 + (m - 1) * r)           m: new length / length now
///     m(w) = w * (1 - r) / (r * (1 - w))         the length at which the reliability is w
///
/// For r stands Cronbach's alpha. It supposes that the items added or left out are like the rest:
/// equally good, and about the same thing. No unit; the number of items is rounded up.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 2`, reverse-keyed items already reversed.
/// - Sources: Spearman (1910); Brown (1910).
/// - Checked against: psych 2.2.9 `alpha` in R 4.2.2, whose standardised alpha is the mean
///   correlation lengthened k times; see `SpearmanBrownProphecyTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`; `.undetermined` where alpha is not above 0.
public struct SpearmanBrownProphecy: Procedure {
  public static let about = Method(
    "spearman-brown", "Reliability of a longer or shorter scale",
    sources: ["doi:10.1111/j.2044-8295.1910.tb00206.x", "doi:10.1111/j.2044-8295.1910.tb00207.x"])

  /// The reliabilities for which the number of items is asked, each above 0 and below 1.
  public var wanted = [0.7, 0.8, 0.9]

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let alpha: Double
    public let itemCount: Int
    /// Half the length, as it is, twice and three times.
    public let lengths: [Length]
    /// One for each of `wanted`.
    public let needed: [Length]
    public let account: CaseAccount
  }

  /// A scale of so many items, and its reliability.
  public struct Length: Sendable, Hashable {
    public let itemCount: Int
    /// The new length as a multiple of that now; not rounded to whole items.
    public let factor: Double
    public let reliability: Double
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    let k = items.itemCount
    let alpha = CronbachAlpha.alpha(
      k: k, itemVariances: covariance.trace, totalVariance: covariance.sum)
    guard alpha > 0 else {
      throw .undetermined("alpha is not above 0, so that more such items would not help")
    }
    return Outcome(
      alpha: alpha, itemCount: k,
      lengths: [(k + 1) / 2, k, 2 * k, 3 * k].map { count in
        let factor = Double(count) / Double(k)
        return Length(
          itemCount: count, factor: factor, reliability: Self.reliability(alpha, times: factor))
      },
      needed: wanted.map { wanted in
        let factor = Self.factor(from: alpha, to: wanted)
        // Rounding must not ask for an item more than it takes.
        let count = (factor * Double(k) - 1e-9).rounded(.up)
        return Length(
          itemCount: Int(exactly: count) ?? .max, factor: factor, reliability: wanted)
      },
      account: items.account)
  }

  /// Of a scale `factor` times as long as one with reliability `r`.
  public static func reliability(_ r: Double, times factor: Double) -> Double {
    factor * r / (1 + (factor - 1) * r)
  }

  /// How many times as long a scale with reliability `r` has to be to reach `wanted`.
  public static func factor(from r: Double, to wanted: Double) -> Double {
    wanted * (1 - r) / (r * (1 - wanted))
  }
}

extension SpearmanBrownProphecy.Outcome: Tabular {
  /// What other lengths would give, and how long it takes.
  public var tables: [Table] {
    let lengthTable = Table(
      SpearmanBrownProphecy.about.id, title: SpearmanBrownProphecy.about.title,
      columns: [.items, .factor, .estimate.labelled("reliability", .bounded)],
      rows: lengths.map(\.cells),
      notes: [
        """
        \(account.note). Spearman-Brown, from alpha of the \(itemCount) items; items added or left \
        out are supposed to be like the rest.
        """
      ])
    let neededTable = Table(
      "items-needed", title: "Items needed for a reliability",
      columns: [.items, .factor, .estimate.labelled("reliability", .bounded)],
      rows: needed.map(\.cells))
    return [lengthTable, neededTable]
  }
}

extension SpearmanBrownProphecy.Length {
  fileprivate var cells: [Cell] { [.count(itemCount), .real(factor), .real(reliability)] }
}

extension Column {
  fileprivate static let factor = Column("length_factor", "times as long", .number)
}
