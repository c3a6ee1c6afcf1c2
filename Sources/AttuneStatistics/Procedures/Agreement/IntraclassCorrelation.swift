public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how much of what ratings differ in is a difference between the cases: the six intraclass
/// correlations of Shrout and Fleiss.
///
///     ICC(1,1) = (B - W) / (B + (k - 1) W)                       ICC(1,k) = (B - W) / B
///     ICC(2,1) = (B - E) / (B + (k - 1) E + k (J - E) / n)       ICC(2,k) = (B - E) / (B + (J - E) / n)
///     ICC(3,1) = (B - E) / (B + (k - 1) E)                       ICC(3,k) = (B - E) / B
///
/// B, J, W, E: mean squares between cases, between raters, within cases, and of what is left, of n
/// cases by k raters. (1): each case had raters of its own. (2): the same raters, who stand for
/// others; agreement. (3): these raters alone; consistency, a rater's own level does not count.
/// k: of the mean of all raters. At most 1; negative where cases differ less than chance would
/// have it, which is reported as it is: psych's default puts 0 in its place.
///
/// - Input: Ratings as numbers, `n >= 2`, at least two raters.
/// - Cautions: `few-cases`, `wide-interval`, `negative-icc`.
/// - Sources: Shrout & Fleiss (1979); names and intervals, McGraw & Wong (1996).
/// - Checked against: formulas written out in R 4.2.2, psy 1.2 `icc`, pingouin 0.7 and the published
///   example; see `IntraclassCorrelationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct IntraclassCorrelation: Procedure {
  public static let about = Method(
    "icc", "Intraclass correlations",
    sources: ["doi:10.1037/0033-2909.86.2.420", "doi:10.1037/1082-989X.1.1.30"])

  public var level = ConfidenceLevel.percent95

  public init() {}

  /// Which of the six, by Shrout and Fleiss's name.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    case oneWaySingle = "ICC(1,1)"
    case agreementSingle = "ICC(2,1)"
    case consistencySingle = "ICC(3,1)"
    case oneWayAverage = "ICC(1,k)"
    case agreementAverage = "ICC(2,k)"
    case consistencyAverage = "ICC(3,k)"

    /// By McGraw and Wong's name.
    public var secondName: String {
      switch self {
      case .oneWaySingle: "ICC(1)"
      case .agreementSingle: "ICC(A,1)"
      case .consistencySingle: "ICC(C,1)"
      case .oneWayAverage: "ICC(k)"
      case .agreementAverage: "ICC(A,k)"
      case .consistencyAverage: "ICC(C,k)"
      }
    }

    var isAverage: Bool {
      switch self {
      case .oneWaySingle, .agreementSingle, .consistencySingle: false
      case .oneWayAverage, .agreementAverage, .consistencyAverage: true
      }
    }

    var isOneWay: Bool { self == .oneWaySingle || self == .oneWayAverage }
  }

  public struct Coefficient: Sendable, Hashable {
    public let form: Form
    public let estimate: Quantity
    public let interval: Result<ConfidenceInterval, StatisticsError>
    /// Of the hypothesis that the coefficient is 0.
    public let f: Quantity
    public let pValue: Quantity
    public let degreesOfFreedom: DegreesOfFreedom
  }

  public struct DegreesOfFreedom: Sendable, Hashable {
    public let between: Double
    public let within: Double
  }

  public struct Outcome: Sendable, Hashable {
    /// In the order of `Form.allCases`.
    public let coefficients: [Coefficient]
    public let raterCount: Int
    /// Mean squares: between cases, between raters, within cases, and of what is left.
    public let meanSquares: MeanSquares
    /// How far single ratings lie apart but for the cases: of agreement, and of consistency.
    public let standardErrorOfAgreement: Quantity
    public let standardErrorOfConsistency: Double
    public let level: ConfidenceLevel
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public struct MeanSquares: Sendable, Hashable {
    public let cases: Double
    public let raters: Double
    public let within: Double
    public let error: Double
  }

  public func apply(to ratings: CompleteRatings) throws(StatisticsError) -> Outcome {
    try ratings.requireNumbers()
    let variance = try RatingsVariance(ratings)
    var coefficients: [Coefficient] = []
    for form in Form.allCases { coefficients.append(try coefficient(form, of: variance)) }
    let (n, j, e) = (Double(variance.caseCount), variance.raters, variance.error)
    let errorOfAgreement = (j - e) / n + e
    return Outcome(
      coefficients: coefficients, raterCount: variance.raterCount,
      meanSquares: MeanSquares(
        cases: variance.cases, raters: j, within: variance.within, error: e),
      standardErrorOfAgreement: errorOfAgreement >= 0
        ? .value(errorOfAgreement.squareRoot())
        : .unavailable("the raters' variance is estimated as negative"),
      standardErrorOfConsistency: e.squareRoot(), level: level, account: ratings.account,
      cautions: cautions(coefficients, n: variance.caseCount))
  }

  private func cautions(_ coefficients: [Coefficient], n: Int) -> [Caution] {
    let wide = coefficients.first { $0.form == .agreementSingle }.flatMap {
      Caution.wideInterval($0.interval, of: $0.form.rawValue)
    }
    let negative = coefficients.filter { ($0.estimate.value ?? 0) < 0 }.map(\.form.rawValue)
    return [Caution.fewRated(n), wide].compactMap { $0 }
      + (negative.isEmpty ? [] : [.negative(negative)])
  }

  private func coefficient(
    _ form: Form, of variance: RatingsVariance
  ) throws(StatisticsError) -> Coefficient {
    let (n, k) = (Double(variance.caseCount), Double(variance.raterCount))
    let noise = form.isOneWay ? variance.within : variance.error
    let df = DegreesOfFreedom(
      between: n - 1, within: form.isOneWay ? n * (k - 1) : (n - 1) * (k - 1))
    let (f, p) = try test(variance.cases, over: noise, df)
    return Coefficient(
      form: form, estimate: Self.estimate(form, variance),
      interval: Result { () throws(StatisticsError) in try limits(form, variance, df) },
      f: f, pValue: p, degreesOfFreedom: df)
  }

  static func estimate(_ form: Form, _ v: RatingsVariance) -> Quantity {
    let (n, k) = (Double(v.caseCount), Double(v.raterCount))
    let (above, below) =
      switch form {
      case .oneWaySingle: (v.cases - v.within, v.cases + (k - 1) * v.within)
      case .agreementSingle:
        (v.cases - v.error, v.cases + (k - 1) * v.error + k * (v.raters - v.error) / n)
      case .consistencySingle: (v.cases - v.error, v.cases + (k - 1) * v.error)
      case .oneWayAverage: (v.cases - v.within, v.cases)
      case .agreementAverage: (v.cases - v.error, v.cases + (v.raters - v.error) / n)
      case .consistencyAverage: (v.cases - v.error, v.cases)
      }
    guard below > 0 else {
      return .unavailable("the cases do not differ enough for it to be defined")
    }
    return .value(above / below)
  }

  private func test(
    _ between: Double, over noise: Double, _ df: DegreesOfFreedom
  ) throws(StatisticsError) -> (f: Quantity, p: Quantity) {
    guard noise > 0 else {
      let reason = Quantity.unavailable("nothing but the cases makes the ratings differ")
      return (reason, reason)
    }
    let f = between / noise
    let p = try computing { () throws(NumericsError) in
      try FisherF(numerator: df.between, denominator: df.within).upperTail(f)
    }
    return (.value(f), .value(p))
  }
}

extension IntraclassCorrelation.Outcome: Tabular {
  /// The six coefficients, and the analysis of variance that they come from.
  public var tables: [Table] {
    let coefficientTable = Table(
      IntraclassCorrelation.about.id, title: IntraclassCorrelation.about.title,
      columns: [
        .form, .secondName, .estimate.labelled("ICC", .bounded),
        .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
        .statistic.labelled("F"), .degreesOfFreedom, .degreesOfFreedomError, .pValue,
      ],
      rows: coefficients.map { one in
        [
          .text(one.form.rawValue), .text(one.form.secondName), one.estimate.cell,
          one.interval.cells.lower, one.interval.cells.upper, one.f.cell,
          .real(one.degreesOfFreedom.between), .real(one.degreesOfFreedom.within),
          one.pValue.cell,
        ]
      },
      notes: [
        "\(account.note). k: the mean of \(raterCount) raters; \(level.percent) intervals.",
        """
        ICC(1): each case had raters of its own. ICC(2): the same raters, who stand for others; \
        agreement. ICC(3): these raters alone; consistency. Second names: McGraw & Wong (1996).
        """,
      ])
    let n = account.used
    let k = raterCount
    let sources: [(String, Int, Double)] = [
      ("between cases", n - 1, meanSquares.cases), ("between raters", k - 1, meanSquares.raters),
      ("within cases", n * (k - 1), meanSquares.within),
      ("what is left", (n - 1) * (k - 1), meanSquares.error),
    ]
    let varianceTable = Table(
      "mean-squares", title: "Where ratings differ",
      columns: [.source, .degreesOfFreedom.labelled("df", .count), .meanSquare],
      rows: sources.map { [.text($0.0), .count($0.1), .real($0.2)] },
      notes: [
        "Standard error of one rating: agreement \(Self.shown(standardErrorOfAgreement)), "
          + "consistency \(Self.shown(.value(standardErrorOfConsistency)))."
      ])
    return [coefficientTable, varianceTable]
  }

  private static func shown(_ quantity: Quantity) -> String {
    switch quantity {
    case .value(let value): APAStyle.show(value, as: .number)
    case .unavailable(let reason): "not available because \(reason)"
    }
  }
}

extension Column {
  fileprivate static let form = Column("form", "form", .text)
  fileprivate static let secondName = Column("second_name", "or", .text)
  fileprivate static let source = Column("source", "source", .text)
  fileprivate static let meanSquare = Column("mean_square", "mean square", .number)
}

extension Caution {
  fileprivate static func negative(_ forms: [String]) -> Caution {
    Caution(
      "negative-icc", about: forms,
      """
      \(forms.joined(separator: ", ")) \(forms.count == 1 ? "is" : "are") negative: the cases \
      differ less than raters' disagreement alone would make them. Do the raters rate the same thing?
      """)
  }
}
