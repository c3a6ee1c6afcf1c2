public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates reliability where the answers are few and ordered, rather than points of a measure.
///
///     ordinal_alpha      = k * r / (1 + (k - 1) * r)             r: mean polychoric correlation
///     ordinal_omega      = (sum of l)^2 / ((sum of l)^2 + sum of (1 - l^2))
///     ordinal_omega_dwls the same, the loadings by diagonally weighted least squares
///     categorical_omega  = sum of cov(i, j; l_i l_j) / sum of cov(i, j; rho_ij)
///     cov(i, j; r)       = sum over thresholds a of i and b of j of Phi2(a, b; r) - Phi(a) Phi(b)
///
/// The loadings l are of one factor on polychoric correlations rho, by least squares; those of
/// categorical omega are the weighted ones. The first three are the reliability of scores that nobody
/// sees, the deviates of which the answers are cut; categorical omega (Green and Yang's) is that of
/// the sum of the answers as given, and is the one to report. No unit, at most 1.
///
/// - Input: `n x k` whole-number scores, `n >= 2`, `k >= 3`, at most 12 different answers to an item,
///   reverse-keyed items already reversed.
/// - Cautions: `few-for-ordinal` below 200 cases.
/// - Sources: Zumbo, Gadermann & Zeisser (2007); Green & Yang (2009).
/// - Checked against: formulas written out in R 4.2.2, lavaan 0.6-14, semTools 0.5-6 `compRelSEM`;
///   see `OrdinalReliabilityTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`; `.undetermined` where two items have no
///   polychoric correlation.
public struct OrdinalReliability: Procedure {
  public static let about = Method(
    "ordinal", "Reliability of ordered answers",
    sources: ["doi:10.22237/jmasm/1177992180", "doi:10.1007/s11336-008-9099-3"])

  /// What is done about two items of two answers each where a combination was never given: by default
  /// half a person is moved into it, as lavaan does, for else the correlation rests on its absence.
  public var emptyCells = PolychoricCorrelation.EmptyCells.half

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Green and Yang's: of the sum of the answers as given.
    public let categoricalOmega: Quantity
    public let alpha: Double
    public let omega: Quantity
    /// By diagonally weighted least squares.
    public let weightedOmega: Quantity
    /// In the order of the scale.
    public let items: [Item]
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public struct Item: Sendable, Hashable {
    public let name: String
    /// By diagonally weighted least squares.
    public let loading: Quantity
    /// Between the answers that were given, in rising order.
    public let thresholds: [Double]
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    _ = try items.covarianceOfScale()
    guard items.itemCount >= 3 else { throw .tooFew(.items, found: items.itemCount, needed: 3) }
    let answers = try OrderedAnswers.all(of: items)
    let (correlations, weights) = try correlations(answers)
    let k = Double(items.itemCount)
    let mean = (correlations.sum - k) / (k * (k - 1))
    let plain = try? LeastSquaresFactor(correlations).loadings
    let weighted = (try? LeastSquaresFactor(correlations, weights: weights).loadings)
      .flatMap { loadings in loadings.allSatisfy { $0.magnitude <= 1 } ? loadings : nil }
    let categorical = try computing { () throws(NumericsError) in
      guard let weighted else { return Quantity.noFactor }
      let truth = try OrderedAnswers.variance(of: answers) { weighted[$0] * weighted[$1] }
      return .value(truth / (try OrderedAnswers.variance(of: answers) { correlations[$0, $1] }))
    }
    return Outcome(
      categoricalOmega: categorical, alpha: k * mean / (1 + (k - 1) * mean),
      omega: plain.map { .value(McDonaldOmega.omega($0)) } ?? .noFactor,
      weightedOmega: weighted.map { .value(McDonaldOmega.omega($0)) } ?? .noFactor,
      items: answers.enumerated().map { index, answers in
        Item(
          name: answers.name, loading: weighted.map { .value($0[index]) } ?? .noFactor,
          thresholds: answers.thresholds)
      },
      account: items.account, cautions: items.caseCount < 200 ? [.few(items.caseCount)] : [])
  }

  /// The polychoric correlation of every two items, and how sharply each is known.
  private func correlations(
    _ answers: [OrderedAnswers]
  ) throws(StatisticsError) -> (SymmetricMatrix, weights: SymmetricMatrix) {
    var procedure = PolychoricCorrelation()
    procedure.emptyCells = emptyCells
    var found: [[(rho: Double, weight: Double)]] = []
    for i in answers.indices {
      var row: [(rho: Double, weight: Double)] = []
      for j in 0..<i {
        do {
          let outcome = try procedure.apply(
            to: CrossTable(answers[i].pairs(with: answers[j])))
          row.append((outcome.estimate, 1 / (outcome.standardError * outcome.standardError)))
        } catch {
          throw .undetermined(
            "'\(answers[j].name)' and '\(answers[i].name)' have no polychoric correlation: \(error)"
          )
        }
      }
      found.append(row + [(1, 0)])
    }
    return (
      SymmetricMatrix(size: answers.count) { found[$0][$1].rho },
      SymmetricMatrix(size: answers.count) { found[$0][$1].weight }
    )
  }
}

extension OrdinalReliability.Outcome: Tabular {
  /// The coefficients, and the loadings and thresholds that they come from.
  public var tables: [Table] {
    let summary = Table(
      OrdinalReliability.about.id, title: OrdinalReliability.about.title,
      columns: [.items, .cases, .categoricalOmega, .ordinalAlpha, .ordinalOmega, .weightedOmega],
      rows: [
        [
          .count(items.count), .count(account.used), categoricalOmega.cell, .real(alpha),
          omega.cell, weightedOmega.cell,
        ]
      ],
      notes: [
        """
        \(account.note). categorical omega (Green & Yang): of the sum of the answers as given. The \
        others are of the deviates behind the answers, on polychoric correlations: alpha; omega by \
        least squares; by diagonally weighted least squares.
        """
      ])
    let loadings = Table(
      "ordinal-loadings", title: "Loadings on one factor of polychoric correlations",
      columns: [.item, .loading, .thresholds],
      rows: items.map { item in
        [
          .text(item.name), item.loading.cell,
          .text(item.thresholds.map { "\(($0 * 100).rounded() / 100)" }.joined(separator: " ")),
        ]
      })
    return [summary, loadings]
  }
}

extension Column {
  fileprivate static let categoricalOmega = Column(
    "categorical_omega", "categorical omega", .bounded)
  fileprivate static let ordinalAlpha = Column("ordinal_alpha", "ordinal alpha", .bounded)
  fileprivate static let ordinalOmega = Column("ordinal_omega", "ordinal omega", .bounded)
  fileprivate static let weightedOmega = Column("ordinal_omega_dwls", "omega dwls", .bounded)
  fileprivate static let thresholds = Column("thresholds", "thresholds", .text)
}

extension Quantity {
  fileprivate static let noFactor = Quantity.unavailable(
    "one factor does not describe these answers")
}

extension Caution {
  fileprivate static func few(_ n: Int) -> Caution {
    Caution(
      "few-for-ordinal",
      """
      With \(n) cases polychoric correlations are uncertain: below 200, read alpha and its interval \
      first.
      """)
  }
}
