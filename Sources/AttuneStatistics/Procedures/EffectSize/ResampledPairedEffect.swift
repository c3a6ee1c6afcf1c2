public import AttuneData
public import AttuneTables

/// Finds the intervals of any effect of pairs by drawing people again and again, each with both scores.
///
///     people are drawn with replacement; percentile and BCa intervals
///     dz, gz and d_av as in `PairedTTest`, the rank-biserial correlation as in `WilcoxonSignedRank`
///
/// - Input: Pairs, `n >= 2`.
/// - Sources: Efron (1987); Efron & Tibshirani (1993), 14.
/// - Checked against: boot 1.3-28.1 `boot.ci` in R 4.2.2 on the same resamples, see
///   `ResampledEffectTests`; coverage, see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`.
public struct ResampledPairedEffect: Procedure {
  public static let about = ResampledEffect.about

  public typealias Input = Pairs

  /// What is found of each resample.
  public enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case meanDifference = "mean difference"
    case medianDifference = "median of the differences"
    case dz
    case gz
    case dAverage = "d_av"
    /// dz and gz of scores less a value that is the same for everybody.
    case d
    case g
    case rankBiserial = "rank-biserial r"

    /// Of two scores of the same people.
    public static let ofPairs: [Effect] = [
      .meanDifference, .medianDifference, .dz, .gz, .dAverage, .rankBiserial,
    ]
    /// Of scores and a value that they are held against.
    public static let ofOneScore: [Effect] = [
      .meanDifference, .medianDifference, .d, .g, .rankBiserial,
    ]
  }

  public var effects = Effect.ofPairs
  public var level = ConfidenceLevel.percent95
  public var resampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let effects: [ResampledFinding<Effect>]
    public let names: GroupPair<String>
    public let resampling: Resampling
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    guard pairs.caseCount >= 2 else { throw .tooFew(.cases, found: pairs.caseCount, needed: 2) }
    return Outcome(
      effects: effects.map { effect in
        ResampledFinding(
          effect, of: effect.statistic(pairs), resampling, level,
          orElse: .noVariance(in: "the difference"))
      }, names: pairs.names, resampling: resampling, level: level, account: pairs.account)
  }
}

extension ResampledPairedEffect.Effect {
  /// This effect of any choice of people.
  package func statistic(_ pairs: Pairs) -> any ResampledStatistic { ResampledPairs(self, pairs) }
}

/// An effect of the pairs of any choice of people.
private struct ResampledPairs: ResampledStatistic {
  let effect: ResampledPairedEffect.Effect
  let pairs: GroupPair<[Double]>
  let differences: [Double]
  /// Below this a standard deviation is what writing in decimals leaves.
  let rounding: Double

  init(_ effect: ResampledPairedEffect.Effect, _ pairs: Pairs) {
    self.effect = effect
    self.pairs = pairs.values
    differences = effect == .rankBiserial ? pairs.tiedDifferences : pairs.differences
    rounding = roundingOfDecimals([pairs.values.first, pairs.values.second])
  }

  var caseCount: Int { differences.count }
  var undefinedWhere: String { "everybody has the same difference" }

  func estimate(of rows: [Int32]) -> Double? {
    let drawn = rows.map { differences[Int($0)] }
    switch effect {
    case .meanDifference: return Moments(of: drawn).mean
    case .medianDifference: return QuantileType.type7.quantile(0.5, of: drawn.sorted())
    case .rankBiserial:
      let nonzero = drawn.filter { $0 != 0 }
      return nonzero.isEmpty ? nil : WilcoxonSignedRank.rankBiserial(nonzero)
    case .dz, .d, .gz, .g, .dAverage:
      let moments = Moments(of: drawn)
      guard drawn.count > 1, moments.standardDeviation > rounding else { return nil }
      let dz = moments.mean / moments.standardDeviation
      switch effect {
      case .dz, .d: return dz
      case .gz, .g: return try? correctedForSmallSamples(dz, df: Double(drawn.count - 1)).value
      default:
        let variances = [pairs.first, pairs.second].map { score in
          let deviation = Moments(of: rows.map { score[Int($0)] }).standardDeviation
          return deviation * deviation
        }
        let average = ((variances[0] + variances[1]) / 2).squareRoot()
        return average > 0 ? moments.mean / average : nil
      }
    }
  }
}

extension ResampledPairedEffect.Outcome: Tabular {
  public var tables: [Table] {
    [
      effects.table(
        saying: """
          \(account.note). \(names.first) minus \(names.second); \(level.percent) intervals, \
          \(resampling.note), people drawn with both scores.
          """)
    ]
  }
}
