public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how far two raters agree beyond what chance would have them agree.
///
///     kappa = (po - pe) / (1 - pe)        po = sum w_ij p_ij        pe = sum w_ij p_i. p_.j
///     weights: none      w = 1 where they agree, else 0
///              linear    w = 1 - |i - j| / range
///              quadratic w = 1 - (i - j)^2 / range^2
///     SE^2  = (sum p_ij (w_ij - (w_i. + w_.j)(1 - kappa))^2 - (kappa - pe (1 - kappa))^2) / (n (1 - pe)^2)
///     SE0^2 = (sum p_i. p_.j (w_ij - (w_i. + w_.j))^2 - pe^2) / (n (1 - pe)^2)
///
/// SE is that of the estimate, for the interval; SE0 that where there is no agreement beyond
/// chance, for the test. Numbers are as far apart as they say; categories with an order, as their
/// places. Where nearly everyone is in one category, kappa is low even though raters nearly always
/// agree: read it beside the observed agreement. Psych's SE of weighted kappa differs: its row
/// weights do not sum over the other rater.
///
/// - Input: Two raters, `n >= 2`; weights need categories with an order.
/// - Cautions: `few-cases`, `wide-interval`, `one-sided-categories`.
/// - Sources: Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969).
/// - Checked against: formulas written out in R 4.2.2, statsmodels 0.15 `cohens_kappa`, scikit-learn;
///   see `CohenKappaTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct CohenKappa: Procedure {
  public static let about = Method(
    "kappa", "Cohen's kappa",
    sources: [
      "doi:10.1177/001316446002000104", "doi:10.1037/h0026256", "doi:10.1037/h0028106",
    ])

  /// How much of an agreement two different ratings are.
  public enum Weights: String, Codable, Sendable, Hashable, CaseIterable {
    case none
    case linear
    case quadratic
  }

  /// The weights, one kappa for each.
  public var weights = [Weights.none]
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Coefficient: Sendable, Hashable {
    public let weights: Weights
    public let estimate: Double
    /// Of the estimate.
    public let standardError: Double
    public let interval: Result<ConfidenceInterval, StatisticsError>
    /// Where there is no agreement beyond chance.
    public let standardErrorOfNone: Double
    public let z: Quantity
    /// Two-sided.
    public let pValue: Quantity
    /// Observed, and expected by chance.
    public let agreement: Double
    public let expected: Double
  }

  public struct Outcome: Sendable, Hashable {
    public let coefficients: [Coefficient]
    public let raters: GroupPair<String>
    /// The names of the categories in their order.
    public let categories: [String]
    /// Rows: the first rater.
    public let counts: [[Int]]
    public let level: ConfidenceLevel
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to ratings: CompleteRatings) throws(StatisticsError) -> Outcome {
    guard ratings.raterCount == 2 else {
      throw .undetermined("kappa is of two raters and there are \(ratings.raterCount)")
    }
    guard ratings.caseCount >= 2 else {
      throw .tooFew(.cases, found: ratings.caseCount, needed: 2)
    }
    guard ratings.isOrdered || weights.allSatisfy({ $0 == .none }) else {
      throw .undetermined("the order of the categories is not known")
    }
    let values = ratings.usedValues
    guard values.count > 1 else {
      throw .undetermined(
        "both raters put everyone into one category, so that chance agrees just as well")
    }
    try Self.requireCategories(values.count)
    let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    var counts = Array(repeating: Array(repeating: 0, count: values.count), count: values.count)
    for (one, other) in zip(ratings.columns[0], ratings.columns[1]) {
      if let i = place[one], let j = place[other] { counts[i][j] += 1 }
    }
    var coefficients: [Coefficient] = []
    for weights in weights { coefficients.append(try coefficient(weights, counts, values)) }
    let used = ratings.columns.map { Set($0).count }
    return Outcome(
      coefficients: coefficients, raters: GroupPair(ratings.raters[0], ratings.raters[1]),
      categories: values.map { ratings.name(of: $0) }, counts: counts, level: level,
      account: ratings.account,
      cautions: [
        Caution.fewRated(ratings.caseCount),
        coefficients.first.flatMap { Caution.wideInterval($0.interval, of: "kappa") },
        used.contains(1) ? .oneCategory(ratings.raters[used[0] == 1 ? 0 : 1]) : nil,
      ].compactMap { $0 })
  }

  /// Ratings of very many values are measurements, which no two raters give alike.
  static func requireCategories(_ count: Int) throws(StatisticsError) {
    guard count <= 50 else {
      throw .undetermined(
        "the ratings have \(count) different values, and kappa is for categories")
    }
  }

  private func coefficient(
    _ weights: Weights, _ counts: [[Int]], _ values: [Double]
  ) throws(StatisticsError) -> Coefficient {
    let n = Double(counts.joined().reduce(0, +))
    let p = counts.map { $0.map { Double($0) / n } }
    let rows = p.map { $0.reduce(0, +) }
    let columns = values.indices.map { j in p.reduce(0) { $0 + $1[j] } }
    let w = weights.matrix(values)
    func sum(_ term: (_ i: Int, _ j: Int) -> Double) -> Double {
      var total = CompensatedSum()
      for i in values.indices { for j in values.indices { total += term(i, j) } }
      return total.value
    }
    let observed = sum { w[$0][$1] * p[$0][$1] }
    let expected = sum { w[$0][$1] * rows[$0] * columns[$1] }
    let kappa = (observed - expected) / (1 - expected)
    // How much of an agreement a category is with the other rater's, on the mean.
    let ofRows = values.indices.map { i in
      values.indices.reduce(0) { $0 + w[i][$1] * columns[$1] }
    }
    let ofColumns = values.indices.map { j in
      values.indices.reduce(0) { $0 + w[$1][j] * rows[$1] }
    }
    let spread = sum { i, j in
      let term = w[i][j] - (ofRows[i] + ofColumns[j]) * (1 - kappa)
      return p[i][j] * term * term
    }
    let middle = kappa - expected * (1 - kappa)
    let spreadOfNone = sum { i, j in
      let term = w[i][j] - (ofRows[i] + ofColumns[j])
      return rows[i] * columns[j] * term * term
    }
    let scale = n.squareRoot() * (1 - expected)
    // Less than rounding can leave of 0 counts as 0.
    func error(_ square: Double, _ size: Double) -> Double {
      square > 16 * size.ulp ? square.squareRoot() / scale : 0
    }
    let standardError = error(spread - middle * middle, max(spread, 1))
    let errorOfNone = error(spreadOfNone - expected * expected, 1)
    let (z, pValue) = try test(kappa, errorOfNone)
    return Coefficient(
      weights: weights, estimate: kappa, standardError: standardError,
      interval: Result { () throws(StatisticsError) in
        guard standardError > 0 else {
          throw .undetermined(
            "with \(kappa == 1 ? "perfect" : "such") agreement its standard error is 0")
        }
        let reach = try level.normalReach() * standardError
        return ConfidenceInterval(level: level, lower: kappa - reach, upper: kappa + reach)
      },
      standardErrorOfNone: errorOfNone, z: z, pValue: pValue, agreement: observed,
      expected: expected)
  }

  private func test(
    _ kappa: Double, _ error: Double
  ) throws(StatisticsError) -> (z: Quantity, p: Quantity) {
    guard error > 0 else {
      let reason = Quantity.unavailable("one rater put everyone into one category")
      return (reason, reason)
    }
    let z = kappa / error
    let p = try computing { () throws(NumericsError) in
      min(1, 2 * (try Normal().upperTail(abs(z))))
    }
    return (.value(z), .value(p))
  }
}

extension CohenKappa.Weights {
  /// How much of an agreement each two of the values are.
  fileprivate func matrix(_ values: [Double]) -> [[Double]] {
    let range = values[values.count - 1] - values[0]
    return values.map { one in
      values.map { other in
        let distance = abs(one - other) / range
        return switch self {
        case .none: one == other ? 1 : 0
        case .linear: 1 - distance
        case .quadratic: 1 - distance * distance
        }
      }
    }
  }
}

extension CohenKappa.Outcome: Tabular {
  /// The coefficients, and how often each pair of ratings was given.
  public var tables: [Table] {
    let coefficientTable = Table(
      CohenKappa.about.id, title: CohenKappa.about.title,
      columns: [
        .weights, .cases, .estimate.labelled("kappa", .bounded), .standardError,
        .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
        .statistic.labelled("z"), .pValue, .agreement, .expected, .standardErrorOfNone,
      ],
      rows: coefficients.map { one in
        [
          .text(one.weights.rawValue), .count(account.used), .real(one.estimate),
          .real(one.standardError), one.interval.cells.lower, one.interval.cells.upper,
          one.z.cell, one.pValue.cell, .real(one.agreement), .real(one.expected),
          .real(one.standardErrorOfNone),
        ]
      },
      notes: [
        "\(account.note). Large-sample interval, \(level.percent).",
        "p: normal, two-sided, by SE\u{2080}, the standard error where there is no agreement.",
      ])
    let crossing = Table(
      "ratings", title: "Ratings of \(raters.first) (rows) and \(raters.second) (columns)",
      columns: [Column("category", raters.first, .text)]
        + categories.enumerated().map { Column("count_\($0 + 1)", $1, .count) },
      rows: zip(categories, counts).map { name, row in [.text(name)] + row.map { .count($0) } })
    return [coefficientTable, crossing]
  }
}

extension Column {
  fileprivate static let weights = Column("weights", "weights", .text)
  fileprivate static let agreement = Column("agreement", "observed", .bounded)
  fileprivate static let expected = Column("expected", "by chance", .bounded)
  fileprivate static let standardErrorOfNone = Column("std_error_null", "SE\u{2080}", .number)
}

extension Caution {
  fileprivate static func oneCategory(_ rater: String) -> Caution {
    Caution(
      "one-sided-categories", about: [rater],
      """
      '\(rater)' put everyone into one category: kappa is then 0 however often the raters agree, \
      and says nothing.
      """)
  }
}
