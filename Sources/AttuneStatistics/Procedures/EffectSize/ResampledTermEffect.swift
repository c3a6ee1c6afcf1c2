public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Finds the intervals of what each of several factors and covariates explains by drawing people again
/// and again.
///
///     people of each combination of factors are drawn from among themselves, with their covariates;
///     percentile and BCa intervals of partial and generalised eta2 and partial omega2, as in
///     `FactorialANOVA`
///
/// Nothing is supposed of how groups vary. Eta2 is never below 0 and every resample adds to it, so
/// that percentile intervals lie too high where a term hardly explains anything; BCa takes some of
/// that back.
///
/// - Input: As `FactorialANOVA`, with two people or more in every combination.
/// - Sources: Efron (1987); Davison & Hinkley (1997), 3.2 and 5.3.2.
/// - Checked against: boot 1.3-28.1 `boot.ci` and `lm` in R 4.2.2 on the same resamples, see
///   `ResampledEffectTests`; coverage, see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct ResampledTermEffect: Procedure {
  public static let about = ResampledEffect.about

  public typealias Input = FactorialScores

  /// What is found of each resample.
  public enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case partialEtaSquared = "partial eta²"
    case generalisedEtaSquared = "generalised eta²"
    case partialOmegaSquared = "partial omega²"
  }

  public var effects = Effect.allCases
  public var sumOfSquares = FactorialANOVA.SumOfSquares.type2
  /// The factors that were given to people and not found in them.
  public var manipulated: Set<String> = []
  public var level = ConfidenceLevel.percent95
  public var resampling = Resampling()

  public init() {}

  public struct Term: Sendable, Hashable {
    public let name: String
    public let effects: [ResampledFinding<Effect>]
  }

  public struct Outcome: Sendable, Hashable {
    public let terms: [Term]
    public let type: FactorialANOVA.SumOfSquares
    public let resampling: Resampling
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to data: FactorialScores) throws(StatisticsError) -> Outcome {
    let people = try resampled(data)
    let drawn = resampling.each(of: people.strata) { people.terms(of: $0) }
    let everybody = Array(0..<Int32(people.strata.reduce(0, +)))
    let found = people.terms(of: everybody)
    let without = everybody.map { left in people.terms(of: everybody.filter { $0 != left }) }
    let level = level
    let terms = people.model.terms.enumerated().map { place, term in
      Term(
        name: term.name,
        effects: effects.map { effect in
          ResampledFinding(
            effect, found.map { .success(effect.value($0[place])) } ?? .failure(.nothingLeft),
            level,
            drawing: { around throws(StatisticsError) in
              try BootstrapDistribution(
                around: around, drawn: drawn.map { $0.map { effect.value($0[place]) } },
                undefinedWhere: "people who are alike in all that is named have the same score")
            },
            bca: { drawn throws(StatisticsError) in
              let jackknife = without.compactMap { $0.map { effect.value($0[place]) } }
              guard jackknife.count == without.count else { throw .withoutSomebody }
              return try drawn.bca(level, jackknife: jackknife, strata: people.strata)
            })
        })
    }
    return Outcome(
      terms: terms, type: sumOfSquares, resampling: resampling, level: level,
      account: data.account)
  }

  /// The people, combination by combination; the analysis itself says what stands in its way.
  package func resampled(_ data: FactorialScores) throws(StatisticsError) -> ResampledTerms {
    var anova = FactorialANOVA()
    (anova.sumOfSquares, anova.manipulated) = (sumOfSquares, manipulated)
    _ = try anova.apply(to: data)
    let people = ResampledTerms(
      data,
      FactorialModel(
        terms: EffectCoding(data, factors: data.factors.count).terms, sumOfSquares: sumOfSquares,
        manipulated: manipulated))
    for (name, size) in zip(people.cellNames, people.strata) where size < 2 {
      throw .tooFew(.casesInGroup(name), found: size, needed: 2)
    }
    return people
  }
}

extension ResampledTermEffect.Effect {
  package func value(_ term: TermSquares) -> Double {
    switch self {
    case .partialEtaSquared: term.partialEtaSquared
    case .generalisedEtaSquared: term.generalizedEtaSquared
    case .partialOmegaSquared: term.partialOmegaSquared
    }
  }
}

extension StatisticsError {
  fileprivate static let nothingLeft = noVariance(
    in: "the score of people who are alike in all that is named")
}

extension ResampledTermEffect.Outcome: Tabular {
  public var tables: [Table] {
    let note = """
      \(account.note). Type \(type.rawValue) sums of squares; \(level.percent) intervals, \
      \(resampling.note), each combination of factors drawn from itself. Eta² is never below 0, so \
      that percentile intervals lie too high where a term hardly explains anything.
      """
    return [
      Table.stacked(
        terms.map { ($0.name, .success($0.effects.table(saying: note))) },
        under: Column("term", "term", .text))
    ].compactMap { $0 }
  }
}
