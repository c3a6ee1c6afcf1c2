public import AttuneData
public import AttuneTables

/// How far two scores go together, with its interval and its test: what Pearson's, Spearman's and
/// Kendall's methods find.
public struct Correlation: Sendable, Hashable {
  /// The method that found it.
  public let method: Method
  public let names: GroupPair<String>
  /// From -1 to 1.
  public let estimate: Double
  /// Around `estimate`, or why there is none.
  public let interval: Result<ConfidenceInterval, StatisticsError>
  /// How the interval was found: `Fisher's z interval, 95 %`.
  public let intervalMethod: String
  public let test: Test
  public let account: CaseAccount
  public let cautions: [Caution]

  /// The test of no correlation, two-sided.
  public struct Test: Sendable, Hashable {
    /// t or z; an exact p needs none.
    public let statistic: Quantity
    public let degreesOfFreedom: Quantity
    public let pValue: Quantity
    /// How p was found: `p: t with n - 2 degrees of freedom`.
    public let words: String

    init(statistic: Quantity, degreesOfFreedom: Quantity, pValue: Quantity, words: String) {
      self.statistic = statistic
      self.degreesOfFreedom = degreesOfFreedom
      self.pValue = pValue
      self.words = words
    }
  }

  init(
    _ method: Method, of pairs: Pairs, estimate: Double,
    interval: Result<ConfidenceInterval, StatisticsError>, intervalMethod: String, test: Test
  ) {
    self.method = method
    names = pairs.names
    self.estimate = estimate
    self.interval = interval
    self.intervalMethod = intervalMethod
    self.test = test
    account = pairs.account
    cautions = [
      .fewRated(pairs.caseCount),
      .wideInterval(interval, of: "'\(pairs.names.first)' with '\(pairs.names.second)'"),
    ].compactMap { $0 }
  }
}

extension Correlation: Tabular {
  public var tables: [Table] {
    let symbol = Self.symbols[method.id] ?? "r"
    return [
      Table(
        "correlations", title: method.title,
        columns: [
          .cases, .estimate.labelled(symbol, .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded),
          .statistic.labelled(method.id == KendallCorrelation.about.id ? "z" : "t"),
          .degreesOfFreedom, .pValue,
        ],
        rows: [
          [
            .count(account.used), .real(estimate), interval.cells.lower, interval.cells.upper,
            test.statistic.cell, test.degreesOfFreedom.countCell, test.pValue.cell,
          ]
        ],
        notes: ["\(account.note).", "\(intervalMethod). \(test.words), two-sided."])
    ]
  }

  private static let symbols = [
    PearsonCorrelation.about.id: "r", SpearmanCorrelation.about.id: "rho",
    KendallCorrelation.about.id: "tau",
  ]
}
