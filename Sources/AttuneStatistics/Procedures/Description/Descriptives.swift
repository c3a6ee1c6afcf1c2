public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Describes how values are distributed: centre, spread, shape, and how many lie at the ends.
///
///     MAD     = 1.4826 * median |x - median|
///     floor   = share of the values at the lowest value that could be had, ceiling at the highest
///
/// For every value that is there; what is missing is counted, never filled in. Shape and quantiles
/// follow several rules: the one used is named.
///
/// - Input: Values of one item or score; what there are too few for says so.
/// - Sources: Joanes & Gill (1998); Hyndman & Fan (1996); floor and ceiling, Terwee et al. (2007).
/// - Checked against: R 4.2.2, e1071 `skewness` and `kurtosis`; see `DescriptivesTests`.
public struct Descriptives: Procedure {
  public static let about = Method(
    "descriptives", "Descriptives",
    sources: [
      "doi:10.1111/1467-9884.00122", "doi:10.1080/00031305.1996.10473566",
      "doi:10.1016/j.jclinepi.2006.03.012",
    ])

  public var shape = MomentType.type2
  public var quantiles = QuantileType.type7

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// How many values are there.
    public let count: Int
    public let missing: Int
    public let mean: Quantity
    /// With `n - 1`.
    public let standardDeviation: Quantity
    public let median: Quantity
    /// Scaled so that it estimates the standard deviation of normal values.
    public let medianDeviation: Quantity
    public let minimum: Quantity
    public let maximum: Quantity
    public let skewness: Quantity
    /// The excess over that of the normal distribution.
    public let kurtosis: Quantity
    /// At 5, 25, 75 and 95 %.
    public let quantiles: [Quantity]
    /// From 0 to 1.
    public let floor: Quantity
    public let ceiling: Quantity
    public let shapeType: MomentType
    public let quantileType: QuantileType
  }

  private static let places = [0.05, 0.25, 0.75, 0.95]

  public func apply(to sample: ScoreSample) -> Outcome {
    let values = sample.values
    guard !values.isEmpty else { return nothing(missing: sample.missing) }
    let sorted = DistinctValues(values).sorted
    let moments = Moments(of: values)
    let median = quantiles.quantile(0.5, of: sorted)
    let distances = DistinctValues(values.map { abs($0 - median) }).sorted
    let (skewness, kurtosis) = shapes(of: values, moments)
    return Outcome(
      count: values.count, missing: sample.missing, mean: .value(moments.mean),
      standardDeviation: values.count > 1
        ? .value((moments.sumOfSquares / Double(values.count - 1)).squareRoot())
        : .unavailable("at least 2 values are needed"),
      median: .value(median),
      medianDeviation: .value(1.4826 * quantiles.quantile(0.5, of: distances)),
      minimum: .value(sorted[0]), maximum: .value(sorted[sorted.count - 1]),
      skewness: skewness, kurtosis: kurtosis,
      quantiles: Self.places.map { .value(quantiles.quantile($0, of: sorted)) },
      floor: share(of: values, at: sample.range?.lowerBound),
      ceiling: share(of: values, at: sample.range?.upperBound),
      shapeType: shape, quantileType: quantiles)
  }

  private func nothing(missing: Int) -> Outcome {
    let none = Quantity.unavailable("there are no values")
    return Outcome(
      count: 0, missing: missing, mean: none, standardDeviation: none, median: none,
      medianDeviation: none, minimum: none, maximum: none, skewness: none, kurtosis: none,
      quantiles: Self.places.map { _ in none }, floor: none, ceiling: none, shapeType: shape,
      quantileType: quantiles)
  }

  /// The skewness alone, of one value or more.
  public func skewness(of values: [Double]) -> Quantity {
    shapes(of: values, Moments(of: values)).skewness
  }

  private func shapes(
    of values: [Double], _ moments: Moments
  ) -> (skewness: Quantity, kurtosis: Quantity) {
    let n = Double(values.count)
    guard values.contains(where: { $0 != values[0] }) else {
      let reason = Quantity.unavailable("everyone has the same value")
      return (reason, reason)
    }
    var (cubes, fourths) = (CompensatedSum(), CompensatedSum())
    for value in values {
      let deviation = moments.deviation(of: value)
      cubes += deviation * deviation * deviation
      fourths += deviation * deviation * deviation * deviation
    }
    let m2 = moments.sumOfSquares / n
    let g1 = cubes.value / n / (m2 * m2.squareRoot())
    let g2 = fourths.value / n / (m2 * m2) - 3
    return (
      n > 2 ? .value(shape.skewness(g1, n: n)) : .unavailable("at least 3 values are needed"),
      n > 3 ? .value(shape.kurtosis(g2, n: n)) : .unavailable("at least 4 values are needed")
    )
  }

  private func share(of values: [Double], at end: Double?) -> Quantity {
    guard let end else { return .unavailable("no range is declared") }
    return .value(Double(values.count { $0 == end }) / Double(values.count))
  }
}

extension Descriptives.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        Descriptives.about.id, title: Descriptives.about.title,
        columns: [
          .cases, .missing, .mean, .standardDeviation, .median, .medianDeviation, .minimum,
          .maximum, .skewness, .kurtosis, .floor, .ceiling, .q05, .q25, .q75, .q95,
        ],
        rows: [
          [
            .count(count), .count(missing), mean.cell, standardDeviation.cell, median.cell,
            medianDeviation.cell, minimum.cell, maximum.cell, skewness.cell, kurtosis.cell,
            floor.percent, ceiling.percent,
          ] + quantiles.map(\.cell)
        ],
        notes: [
          """
          MAD: median distance from the median, times 1.4826. Skewness and excess kurtosis: \
          \(shapeType.words). Quantiles: \(quantileType.words). Floor and ceiling: per cent of the \
          values at the lowest and at the highest that could be had.
          """
        ])
    ]
  }
}

extension Quantity {
  /// A share as a percentage.
  fileprivate var percent: Cell {
    switch self {
    case .value(let share): .real(100 * share)
    case .unavailable(let reason): .unavailable(reason)
    }
  }
}

extension MomentType {
  fileprivate var words: String {
    switch self {
    case .type1: "type 1 (moments)"
    case .type2: "type 2 (as SPSS and SAS)"
    case .type3: "type 3 (as psych)"
    }
  }
}

extension QuantileType {
  fileprivate var words: String {
    switch self {
    case .type6: "type 6 (as SPSS)"
    case .type7: "type 7 (as R)"
    }
  }
}

extension Column {
  fileprivate static let missing = Column("n_missing", "missing", .count)
  fileprivate static let median = Column("median", "median", .number)
  fileprivate static let medianDeviation = Column("mad", "MAD", .number)
  fileprivate static let minimum = Column("minimum", "min", .number)
  fileprivate static let maximum = Column("maximum", "max", .number)
  fileprivate static let skewness = Column("skewness", "skew", .number)
  fileprivate static let kurtosis = Column("kurtosis", "kurtosis", .number)
  fileprivate static let floor = Column("floor_percent", "floor %", .number)
  fileprivate static let ceiling = Column("ceiling_percent", "ceiling %", .number)
  fileprivate static let q05 = Column("q05", "5 %", .number)
  fileprivate static let q25 = Column("q25", "25 %", .number)
  fileprivate static let q75 = Column("q75", "75 %", .number)
  fileprivate static let q95 = Column("q95", "95 %", .number)
}
