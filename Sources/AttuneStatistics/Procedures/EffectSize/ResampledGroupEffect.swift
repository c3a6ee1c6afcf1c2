public import AttuneData
public import AttuneTables

/// Finds the intervals of what several groups explain by drawing each group's people again and again.
///
///     each group is drawn with replacement from itself; percentile and BCa intervals
///     eta2, omega2, epsilon2 as in `OneWayANOVA`; of the ranks, epsilon2 as in `KruskalWallis`
///
/// eta2 and the ranks' epsilon2 are never below 0 and every resample adds to them, so that percentile
/// intervals lie too high where groups hardly differ; BCa takes some of that back.
///
/// - Input: two groups or more of `n >= 2`.
/// - Sources: Efron (1987); Davison & Hinkley (1997), 3.2 and 5.3.2.
/// - Checked against: boot 1.3-28.1 `boot.ci` in R 4.2.2 on the same resamples, see
///   `ResampledEffectTests`; coverage, see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`.
public struct ResampledGroupEffect: Procedure {
  public static let about = ResampledEffect.about

  public typealias Input = SeveralGroups

  /// What is found of each resample.
  public enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case etaSquared = "eta²"
    case omegaSquared = "omega²"
    case epsilonSquared = "epsilon²"
    case rankEpsilonSquared = "epsilon² of ranks"
  }

  public var effects = Effect.allCases
  public var level = ConfidenceLevel.percent95
  public var resampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let effects: [ResampledFinding<Effect>]
    public let resampling: Resampling
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    try data.requireTwoPerGroup()
    let (level, resampling) = (level, resampling)
    let found = effects.map { effect in
      ResampledFinding(
        effect, of: effect.statistic(data), resampling, level, orElse: .noVariance(in: "the score"))
    }
    return Outcome(effects: found, resampling: resampling, level: level, account: data.account)
  }
}

extension ResampledGroupEffect.Effect {
  /// This effect of any choice of people.
  package func statistic(_ data: SeveralGroups) -> any ResampledStatistic {
    self == .rankEpsilonSquared ? ResampledRanks(data) : ResampledShare(self, data)
  }
}

extension SeveralGroups {
  /// Two groups or more, each of which can be drawn differently.
  func requireTwoPerGroup() throws(StatisticsError) {
    guard groups.count >= 2 else { throw .tooFew(.groups, found: groups.count, needed: 2) }
    for group in groups where group.values.count < 2 {
      throw .tooFew(.casesInGroup(group.name), found: group.values.count, needed: 2)
    }
  }

  /// The place of each value's group, group by group.
  fileprivate var places: [Int] {
    groups.enumerated().flatMap { place, group in group.values.map { _ in place } }
  }
}

/// What the groups explain of the scores of any choice of people.
private struct ResampledShare: ResampledStatistic {
  let effect: ResampledGroupEffect.Effect
  /// Less one of them, so that a large constant costs no digits.
  let values: [Double]
  let places: [Int]
  let strata: [Int]

  init(_ effect: ResampledGroupEffect.Effect, _ data: SeveralGroups) {
    self.effect = effect
    let all = data.allValues
    values = all.map { $0 - all[0] }
    places = data.places
    strata = data.groups.map(\.values.count)
  }

  var caseCount: Int { values.count }

  func estimate(of rows: [Int32]) -> Double? {
    var (sizes, sums) = (strata.map { _ in 0.0 }, strata.map { _ in 0.0 })
    for row in rows {
      sizes[places[Int(row)]] += 1
      sums[places[Int(row)]] += values[Int(row)]
    }
    let n = Double(rows.count)
    let grand = sums.reduce(0, +) / n
    let means = zip(sums, sizes).map { $0 / $1 }
    let between = zip(means, sizes).reduce(0) { $0 + $1.1 * ($1.0 - grand) * ($1.0 - grand) }
    let within = rows.reduce(0.0) { sum, row in
      let deviation = values[Int(row)] - means[places[Int(row)]]
      return sum + deviation * deviation
    }
    let total = within + between
    guard total > 0, total.isFinite, n > Double(means.count) else { return nil }
    let error = within / (n - Double(means.count))
    let corrected = between - Double(means.count - 1) * error
    return switch effect {
    case .omegaSquared: corrected / (total + error)
    case .epsilonSquared: corrected / total
    default: between / total
    }
  }
}

/// Epsilon squared of the ranks of any choice of people.
struct ResampledRanks: ResampledStatistic {
  /// The place of each value among the values that occur.
  private let codes: [Int]
  private let places: [Int]
  private let valueCount: Int
  let strata: [Int]

  init(_ data: SeveralGroups) {
    let all = data.allValues
    let values = DistinctValues(all).values
    codes = all.map { value in values.firstPlace { $0 >= value } }
    valueCount = values.count
    places = data.places
    strata = data.groups.map(\.values.count)
  }

  var caseCount: Int { codes.count }

  func estimate(of rows: [Int32]) -> Double? {
    var counts = Array(repeating: 0, count: valueCount)
    for row in rows { counts[codes[Int(row)]] += 1 }
    // Of each value: how far its midrank lies from the middle of all.
    let n = Double(rows.count)
    var deviations = Array(repeating: 0.0, count: valueCount)
    var (below, spread) = (0.0, 0.0)
    for (code, count) in counts.enumerated() where count > 0 {
      deviations[code] = below + (Double(count) + 1) / 2 - (n + 1) / 2
      spread += Double(count) * deviations[code] * deviations[code]
      below += Double(count)
    }
    guard spread > 0 else { return nil }
    var (sizes, sums) = (strata.map { _ in 0.0 }, strata.map { _ in 0.0 })
    for row in rows {
      sizes[places[Int(row)]] += 1
      sums[places[Int(row)]] += deviations[codes[Int(row)]]
    }
    // H / (N - 1) is the share of the ranks' sum of squares that lies between the groups.
    return zip(sums, sizes).reduce(0) { $0 + $1.0 * $1.0 / $1.1 } / spread
  }
}

extension ResampledGroupEffect.Outcome: Tabular {
  public var tables: [Table] {
    [
      effects.table(
        saying: """
          \(account.note). \(level.percent) intervals, \(resampling.note), each group drawn from \
          itself. A share of variance is hardly ever below 0, so that percentile intervals lie too \
          high where groups hardly differ.
          """)
    ]
  }
}
