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
    let (level, resampling) = (level, resampling)
    return Outcome(
      terms: people.model.terms.indices.map { place in
        Term(
          name: people.model.terms[place].name,
          effects: effects.map { effect in
            ResampledFinding(
              effect, of: people.statistic(effect, ofTerm: place), resampling, level,
              orElse: .noVariance(in: "the score of people who are alike in all that is named"))
          })
      }, type: sumOfSquares, resampling: resampling, level: level, account: data.account)
  }

  /// The people, combination by combination; the analysis itself says what stands in its way.
  package func resampled(_ data: FactorialScores) throws(StatisticsError) -> ResampledPeople {
    var anova = FactorialANOVA()
    (anova.sumOfSquares, anova.manipulated) = (sumOfSquares, manipulated)
    _ = try anova.apply(to: data)
    let people = ResampledPeople(
      data,
      FactorialModel(
        terms: EffectCoding(data, factors: data.factors.count).terms, sumOfSquares: sumOfSquares,
        manipulated: manipulated))
    for (name, size) in zip(people.cellNames, people.strata) where size < 2 {
      throw .tooFew(.casesInGroup(name), found: size, needed: 2)
    }
    return people
  }

  /// What a model makes of any choice of people.
  ///
  /// All that a combination has to say of its people are a few rows, which least squares on many
  /// small models take instead of the people.
  package struct ResampledPeople: Sendable {
    let model: FactorialModel
    let strata: [Int]
    let cellNames: [String]
    /// Combination by combination.
    private let scores: [Double]
    private let covariates: [[Double]]
    /// Of each combination, the columns of each term that factors make up; none of a covariate.
    private let codes: [[[Double]]]

    init(_ data: FactorialScores, _ model: FactorialModel) {
      self.model = model
      let cells = Dictionary(grouping: data.values.indices) { row in
        data.factors.map { $0.places[row] }
      }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      strata = cells.map(\.value.count)
      cellNames = cells.map { places, _ in
        zip(data.factors, places).map { $0.levels[$1] }.joined(separator: ", ")
      }
      let order = cells.flatMap(\.value)
      let moments = Moments(of: data.values)
      scores = order.map { moments.deviation(of: data.values[$0]) }
      let measured = model.terms.filter(\.factors.isEmpty).flatMap(\.columns)
      covariates = measured.map { column in order.map { column[$0] } }
      codes = cells.map { _, rows in
        model.terms.map { term in term.factors.isEmpty ? [] : term.columns.map { $0[rows[0]] } }
      }
    }

    /// What the terms take up; `nil` where the model cannot be told or nothing is left unexplained.
    fileprivate func terms(of rows: [Int32]) -> [TermSquares]? {
      var constant: [Double] = []
      var drawn: [Double] = []
      var columns = model.terms.map { $0.columns.map { _ in [Double]() } }
      var rest = rows[...]
      var end = 0
      for (cell, size) in strata.enumerated() {
        end += size
        let people = rest.prefix { Int($0) < end }.map { Int($0) }
        rest = rest.dropFirst(people.count)
        guard !people.isEmpty else { return nil }
        let condensed = LeastSquares.condensed(
          [people.map { _ in 1 }] + covariates.map { column in people.map { column[$0] } }
            + [people.map { scores[$0] }])
        constant += condensed[0]
        drawn += condensed[condensed.count - 1]
        var covariate = 0
        for (place, term) in model.terms.enumerated() {
          if term.factors.isEmpty {
            covariate += 1
            columns[place][0] += condensed[covariate]
          } else {
            for (column, code) in codes[cell][place].enumerated() {
              columns[place][column] += condensed[0].map { code * $0 }
            }
          }
        }
      }
      let condensed = FactorialModel(
        terms: zip(model.terms, columns).map { term, columns in
          EffectCoding.Term(name: term.name, factors: term.factors, columns: columns)
        }, sumOfSquares: model.sumOfSquares, manipulated: model.manipulated)
      guard
        rows.count > model.parameterCount,
        let fitted = condensed.fit(drawn, constant: constant, caseCount: rows.count),
        fitted.whole.residualSumOfSquares > 1e-20 * drawn.reduce(0, { $0 + $1 * $1 })
      else { return nil }
      return fitted.terms
    }

    /// One effect of one term.
    package func statistic(_ effect: Effect, ofTerm place: Int) -> any ResampledStatistic {
      Statistic(people: self, effect: effect, place: place)
    }
  }

  private struct Statistic: ResampledStatistic {
    let people: ResampledPeople
    let effect: Effect
    let place: Int

    var caseCount: Int { strata.reduce(0, +) }
    var strata: [Int] { people.strata }
    var undefinedWhere: String { "people who are alike in all that is named have the same score" }

    func estimate(of rows: [Int32]) -> Double? {
      guard let term = people.terms(of: rows)?[place] else { return nil }
      return switch effect {
      case .partialEtaSquared: term.partialEtaSquared
      case .generalisedEtaSquared: term.generalizedEtaSquared
      case .partialOmegaSquared: term.partialOmegaSquared
      }
    }
  }
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
