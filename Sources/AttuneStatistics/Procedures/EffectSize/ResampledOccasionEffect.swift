public import AttuneData
public import AttuneTables

/// Finds the intervals of what occasions explain by drawing people again and again, each with all
/// their scores.
///
///     people are drawn with replacement; percentile and BCa intervals
///     partial and generalised eta2 and omega2 as in `RepeatedMeasuresANOVA`, W as in `FriedmanTest`
///
/// Nothing is supposed of how the differences between occasions vary. Eta2 and W are never below 0
/// and every resample adds to them, so that percentile intervals lie too high where occasions hardly
/// differ; BCa takes some of that back.
///
/// - Input: two occasions and two people or more.
/// - Sources: Efron (1987); Davison & Hinkley (1997), 5.3.2.
/// - Checked against: boot 1.3-28.1 `boot.ci` in R 4.2.2 on the same resamples, see
///   `ResampledEffectTests`; coverage, see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`.
public struct ResampledOccasionEffect: Procedure {
  public static let about = ResampledEffect.about

  public typealias Input = RepeatedMeasures

  /// What is found of each resample.
  public enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case partialEtaSquared = "partial eta²"
    case generalisedEtaSquared = "generalised eta²"
    case omegaSquared = "omega²"
    case concordance = "Kendall's W"
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

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    try data.requireTwo()
    return Outcome(
      effects: effects.map { effect in
        ResampledFinding(
          effect, of: effect.statistic(data), resampling, level,
          orElse: .noVariance(in: "the change between occasions"))
      }, resampling: resampling, level: level, account: data.account)
  }
}

extension ResampledOccasionEffect.Effect {
  /// This effect of any choice of people.
  package func statistic(_ data: RepeatedMeasures) -> any ResampledStatistic {
    self == .concordance ? ResampledConcordance(data) : ResampledOccasions(self, data)
  }
}

/// What occasions explain of the scores of any choice of people.
private struct ResampledOccasions: ResampledStatistic {
  let effect: ResampledOccasionEffect.Effect
  let contrasts: WithinContrasts

  init(_ effect: ResampledOccasionEffect.Effect, _ data: RepeatedMeasures) {
    self.effect = effect
    contrasts = WithinContrasts(data)
  }

  var caseCount: Int { contrasts.peopleCount }
  var undefinedWhere: String { "everybody's scores change alike" }

  func estimate(of rows: [Int32]) -> Double? {
    guard let squares = contrasts.squares(of: rows) else { return nil }
    return switch effect {
    case .generalisedEtaSquared: squares.generalisedEtaSquared
    case .omegaSquared: squares.omegaSquared
    default: squares.partialEtaSquared
    }
  }
}

extension ResampledOccasionEffect.Outcome: Tabular {
  public var tables: [Table] {
    [
      effects.table(
        saying: """
          \(account.note). \(level.percent) intervals, \(resampling.note), people drawn with all \
          their scores. A share of variance and W are hardly ever below 0, so that percentile \
          intervals lie too high where occasions hardly differ.
          """)
    ]
  }
}
