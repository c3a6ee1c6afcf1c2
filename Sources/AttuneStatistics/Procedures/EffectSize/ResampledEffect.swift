public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Finds the interval of any effect of two groups by drawing each group's people again and again.
///
///     each group is drawn with replacement from itself; percentile and BCa intervals
///
/// For effects that have no interval of their own, and as a second look at those that have one where
/// scores are far from normal. With fewer than about 20 in a group it is too narrow.
///
/// - Input: Two groups of `n >= 2`, enough to be drawn differently.
/// - Sources: Efron & Tibshirani (1993), chapters 13 and 14; Efron (1987).
/// - Checked against: boot 1.3-28.1 `boot.ci` in R 4.2.2 on the same resamples, see
///   `ResampledEffectTests`; coverage, see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`.
public struct ResampledEffect: Procedure {
  public static let about = Method(
    "resampled-effects", "Intervals by resampling",
    sources: ["doi:10.1080/01621459.1987.10478410"])

  public typealias Input = TwoGroups

  /// What is found of each resample.
  public enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case meanDifference = "mean difference"
    case medianDifference = "median difference"
    case cohensD = "Cohen's d"
    case hedgesG = "Hedges' g"
    case dWelch = "d for Welch"
    case glassDelta = "Glass's delta"
    case cliffsDelta = "Cliff's delta"
    case superiority = "probability of superiority"
  }

  public var effects = Effect.allCases
  public var level = ConfidenceLevel.percent95
  public var resampling = Resampling()

  public init() {}

  public typealias Found = ResampledFinding<Effect>

  public struct Outcome: Sendable, Hashable {
    public let effects: [Found]
    public let names: GroupPair<String>
    public let resampling: Resampling
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    for (name, values) in [
      (groups.names.first, groups.values.first), (groups.names.second, groups.values.second),
    ] where values.count < 2 {
      throw .tooFew(.casesInGroup(name), found: values.count, needed: 2)
    }
    let found = effects.map { effect in
      let place = effect == .glassDelta ? "group '\(groups.names.second)'" : "each group"
      return Found(
        effect, of: Statistic(effect, groups), resampling, level,
        orElse: .noVariance(in: "the score within \(place)"))
    }
    return Outcome(
      effects: found, names: groups.names, resampling: resampling, level: level,
      account: groups.account)
  }

  private struct Statistic: ResampledStatistic {
    let effect: Effect
    let values: [Double]
    let first: Int

    init(_ effect: Effect, _ groups: TwoGroups) {
      self.effect = effect
      values = groups.values.first + groups.values.second
      first = groups.values.first.count
    }

    var caseCount: Int { values.count }
    var strata: [Int] { [first, values.count - first] }
    var undefinedWhere: String { "a group's scores are all the same" }

    func estimate(of rows: [Int32]) -> Double? {
      let drawn = rows.map { values[Int($0)] }
      let count = rows.count { $0 < first }
      return effect.value(Array(drawn.prefix(count)), Array(drawn.dropFirst(count)))
    }
  }
}

extension ResampledEffect.Effect {
  /// Of the values of two groups; `nil` where it is not defined.
  func value(_ x: [Double], _ y: [Double]) -> Double? {
    guard !x.isEmpty, !y.isEmpty else { return nil }
    switch self {
    case .meanDifference: return Moments(of: x).mean - Moments(of: y).mean
    case .medianDifference:
      return QuantileType.type7.quantile(0.5, of: DistinctValues(x).sorted)
        - QuantileType.type7.quantile(0.5, of: DistinctValues(y).sorted)
    case .cohensD, .hedgesG, .dWelch, .glassDelta:
      guard
        let first = GroupSummary(x, name: "first"), let second = GroupSummary(y, name: "second"),
        first.n > 1, second.n > 1
      else { return nil }
      return standardized(first, second)
    case .cliffsDelta: return 2 * superiority(x, y) - 1
    case .superiority: return superiority(x, y)
    }
  }

  private func superiority(_ x: [Double], _ y: [Double]) -> Double {
    let rankSum = midranks(x + y).prefix(x.count).reduce(0, +)
    let (n1, n2) = (Double(x.count), Double(y.count))
    return (rankSum - n1 * (n1 + 1) / 2) / (n1 * n2)
  }

  private func standardized(_ first: GroupSummary, _ second: GroupSummary) -> Double? {
    let groups = TwoGroupSummaries(first, second)
    let difference = first.mean - second.mean
    switch self {
    case .hedgesG: return try? HedgesG.estimate(of: groups)
    case .cohensD: return (try? groups.pooledStandardDeviation).map { difference / $0 }
    case .dWelch:
      let (s1, s2) = (first.standardDeviation, second.standardDeviation)
      let unit = ((s1 * s1 + s2 * s2) / 2).squareRoot()
      return unit > 0 ? difference / unit : nil
    case .glassDelta:
      let unit = second.standardDeviation
      return unit > 0 ? difference / unit : nil
    default: return nil
    }
  }
}

extension GroupSummary {
  fileprivate init?(_ values: [Double], name: String) {
    let moments = Moments(of: values)
    let n = values.count
    self.init(
      name: name, n: n, mean: moments.mean,
      standardDeviation: (moments.sumOfSquares / Double(max(n - 1, 1))).squareRoot())
  }
}

extension ResampledEffect.Outcome: Tabular {
  public var tables: [Table] {
    [
      effects.table(
        saying: "\(names.first) minus \(names.second); \(level.percent) intervals, "
          + "\(resampling.note), each group drawn from itself.")
    ]
  }
}
