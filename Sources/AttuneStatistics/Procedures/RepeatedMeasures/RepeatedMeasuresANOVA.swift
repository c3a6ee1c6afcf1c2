public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether the means of several occasions differ, of the same people.
///
///     F = (O / (k - 1)) / (E / ((n - 1) (k - 1)))        O, P, E: sums of squares of occasions,
///                                                        of people, and of what is left
///     partial eta2 = O / (O + E)        generalised eta2 = O / (O + P + E)
///     omega2 = (O - (k - 1) e) / (O + P + E + P / (n - 1))        e = E / ((n - 1) (k - 1))
///
/// Both degrees of freedom are multiplied by epsilon, because the differences between occasions
/// hardly ever vary alike. Greenhouse and Geisser's p is the result, whatever Mauchly's test says of
/// few people; see `Sphericity`. The interval of partial eta2 is lambda / (lambda + n (k - 1)) from
/// the noncentral F distribution, Steiger's within people: of two occasions its limits are those of
/// the paired dz. It is at 90 % unless asked, because F is one-sided, and supposes sphericity.
///
/// - Input: two occasions and two people or more, some people changing unlike others.
/// - Cautions: `few-cases`.
/// - Sources: Greenhouse & Geisser (1959); Huynh & Feldt (1976); Lecoutre (1991); Mauchly (1940);
///   generalised eta2, Olejnik & Algina (2003); interval, Steiger (2004).
/// - Checked against: R 4.2.2 `aov`, `anova.mlm`, `mauchly.test`, effectsize 0.8.3, pingouin 0.7.0;
///   see `RepeatedMeasuresANOVATests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct RepeatedMeasuresANOVA: Procedure {
  public static let about = Method(
    "rm-anova", "Repeated-measures analysis of variance",
    sources: [
      "doi:10.1007/BF02289823", "doi:10.3102/10769986001001069", "doi:10.3102/10769986016004371",
      "doi:10.1214/aoms/1177731915", "doi:10.1037/1082-989X.8.4.434",
      "doi:10.1037/1082-989X.9.2.164",
    ])

  public typealias Input = RepeatedMeasures

  /// Of the interval of partial eta squared.
  public var level = ConfidenceLevel.percent90

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let f: Double
    public let degreesOfFreedom: Int
    public let errorDegrees: Int
    /// Greenhouse and Geisser's.
    public let pValue: Double
    public let huynhFeldtPValue: Quantity
    /// Supposing sphericity.
    public let uncorrectedPValue: Double
    public let sphericity: Sphericity
    public let occasionSumOfSquares: Double
    public let peopleSumOfSquares: Double
    public let errorSumOfSquares: Double
    public let partialEtaSquared: Double
    public let partialEtaSquaredInterval: ConfidenceInterval
    public let generalisedEtaSquared: Double
    public let omegaSquared: Double
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    try data.requireTwo()
    let contrasts = WithinContrasts(data)
    guard let squares = contrasts.squares else {
      throw .noVariance(in: "the change between occasions")
    }
    let (df1, df2) = (Double(squares.degreesOfFreedom), Double(squares.errorDegrees))
    let f = squares.f
    let sphericity = Sphericity(contrasts.covariance, people: data.caseCount)
    func tail(_ epsilon: Double) throws(StatisticsError) -> Double {
      try computing { () throws(NumericsError) in
        try FisherF(numerator: epsilon * df1, denominator: epsilon * df2).upperTail(f)
      }
    }
    let huynhFeldt: Quantity =
      switch sphericity.huynhFeldt {
      case .value(let epsilon): .value(try tail(epsilon))
      case .unavailable(let reason): .unavailable(reason)
      }
    return Outcome(
      f: f, degreesOfFreedom: squares.degreesOfFreedom, errorDegrees: squares.errorDegrees,
      pValue: try tail(sphericity.greenhouseGeisser), huynhFeldtPValue: huynhFeldt,
      uncorrectedPValue: try tail(1), sphericity: sphericity,
      occasionSumOfSquares: squares.occasions, peopleSumOfSquares: squares.people,
      errorSumOfSquares: squares.error, partialEtaSquared: squares.partialEtaSquared,
      partialEtaSquaredInterval: try interval(f, df1, df2),
      generalisedEtaSquared: squares.generalisedEtaSquared, omegaSquared: squares.omegaSquared,
      account: data.account, cautions: [Caution.fewRated(data.caseCount)].compactMap { $0 })
  }

  private func interval(
    _ f: Double, _ df1: Double, _ df2: Double
  ) throws(StatisticsError) -> ConfidenceInterval {
    let level = level
    let (lower, upper) = try computing { () throws(NumericsError) in
      (
        try NoncentralF.noncentrality(
          lowerTail: 1 - level.tail, at: f, numerator: df1, denominator: df2),
        try NoncentralF.noncentrality(
          lowerTail: level.tail, at: f, numerator: df1, denominator: df2)
      )
    }
    // df1 + df2 = n (k - 1): what there is within people.
    let size = df1 + df2
    return ConfidenceInterval(
      level: level, lower: lower / (lower + size), upper: upper / (upper + size))
  }
}

extension RepeatedMeasuresANOVA.Outcome: Tabular {
  /// The test with each correction, the sphericity, and how much the occasions explain.
  public var tables: [Table] { [tests, mauchly, effects] }

  private var tests: Table {
    func row(_ name: String, _ epsilon: Quantity, _ pValue: Quantity) -> [Cell] {
      func scaled(_ degrees: Int) -> Cell {
        switch epsilon {
        case .value(let epsilon): .real(epsilon * Double(degrees))
        case .unavailable(let reason): .unavailable(reason)
        }
      }
      return [
        .text(name), epsilon.cell, .real(f), scaled(degreesOfFreedom), scaled(errorDegrees),
        pValue.cell,
      ]
    }
    return Table(
      RepeatedMeasuresANOVA.about.id, title: RepeatedMeasuresANOVA.about.title,
      columns: [
        Column("correction", "correction", .text), Column("epsilon", "epsilon", .bounded),
        .statistic.labelled("F"), .degreesOfFreedom, .degreesOfFreedomError, .pValue,
      ],
      rows: [
        row(
          "Greenhouse-Geisser", .value(sphericity.greenhouseGeisser), .value(pValue)),
        row("Huynh-Feldt", sphericity.huynhFeldt, huynhFeldtPValue),
        row("none", .value(1), .value(uncorrectedPValue)),
      ],
      notes: [
        """
        \(account.note). The first line is the result, whatever Mauchly's test says; the last \
        supposes that all differences between occasions vary alike. Of one group of people Lecoutre's \
        correction changes nothing.
        """
      ])
  }

  private var mauchly: Table {
    let cells: [Cell] =
      switch sphericity.mauchly {
      case .success(let found): [.real(found.w), .real(found.pValue)]
      case .failure(let reason):
        Array(repeating: .unavailable(reason.description), count: 2)
      }
    return Table(
      "sphericity", title: "Mauchly's test of sphericity",
      columns: [.statistic.labelled("W", .bounded), .pValue], rows: [cells],
      notes: ["A description: no test here waits for it, and none is chosen by it."])
  }

  private var effects: Table {
    let elsewhere = Cell.unavailable("it takes resamples, and none were drawn")
    return Table(
      "rm-anova-effect", title: "How much the occasions explain",
      columns: [
        Column("effect", "effect", .text), .estimate.labelled("estimate", .bounded),
        .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
      ],
      rows: [
        [
          .text("partial eta²"), .real(partialEtaSquared),
          .real(partialEtaSquaredInterval.lower), .real(partialEtaSquaredInterval.upper),
        ],
        [.text("generalised eta²"), .real(generalisedEtaSquared), elsewhere, elsewhere],
        [.text("omega²"), .real(omegaSquared), elsewhere, elsewhere],
      ],
      notes: [
        """
        Partial: of what varies within people; generalised, and omega² corrected for its bias: of all \
        that varies. \(partialEtaSquaredInterval.level.percent) interval from the noncentral F \
        distribution, which supposes sphericity.
        """
      ])
  }
}
