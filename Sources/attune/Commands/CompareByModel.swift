import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// One or two factors and covariates, or a factor and sites.
  func compareByModel(_ source: ComparisonSource, _ by: String) throws {
    let isDrawn = tests.named == [.resampledEffects] && model.site == nil
    guard tests.isPlain || (isDrawn && tests.isCustomary), groups == nil else {
      throw failure(
        """
        --and, --covariate and --site have tests of their own; leave out the others. Without --site \
        there is --test resampled-effects.
        """)
    }
    var cautions = source.cautions
    let outcomes = source.scores.map { score in
      let data = FactorialScores(
        score: score.name, values: score.values,
        factors: ([source.groups] + source.others).map { ($0.name, $0.levels, $0.order) },
        covariates: source.covariates.map { ($0.name, $0.values) })
      return (
        score.name,
        Result {
          if isDrawn { return try resampledTerms(data) }
          guard model.site == nil else { return try withSites(data, cautions: &cautions) }
          let outcome = try factorial.apply(to: data)
          return outcome.tables.noting([Self.takesResamples]).saying(
            FactorialSentence(found: outcome, data: data, level: confidence).text,
            below: FactorialANOVA.about.id)
        }.mapError { Unavailable("\($0)") }
      )
    }
    let title =
      model.site != nil
      ? "A mixed model with sites" : (isDrawn ? ResampledEffect.about : FactorialANOVA.about).title
    let named = [("and", model.and), ("site", model.site)].compactMap { name, value in
      value.map { Results.Setting(name, .text($0)) }
    }
    try deliver(
      try stack(outcomes, of: title, under: .score).noting(source.labels), cautions, source.source,
      source.instrument,
      options: [.init("by", .text(by))] + named
        + model.covariates.map { .init("covariate", .text($0)) }
        + (model.site == nil ? [.init("type", .text(model.type.rawValue))] : [])
        + drawingSettings(isDrawn || model.site != nil))
  }

  private var factorial: FactorialANOVA {
    var anova = FactorialANOVA()
    anova.sumOfSquares = model.type
    anova.meansLevel = confidence
    anova.manipulated = Set(model.manipulated)
    return anova
  }

  private func resampledTerms(_ data: FactorialScores) throws -> [Table] {
    try drawing { resampling in
      var effects = ResampledTermEffect()
      (effects.sumOfSquares, effects.manipulated) = (model.type, Set(model.manipulated))
      (effects.level, effects.resampling) = (confidence, resampling)
      return try effects.apply(to: data).tables
    }
  }

  /// The mixed model and, of two groups, the difference by resampling sites.
  private func withSites(
    _ data: FactorialScores, cautions: inout [Caution]
  ) throws -> [Table] {
    var mixed = RandomInterceptModel()
    mixed.level = confidence
    let outcome = try mixed.apply(to: data)
    cautions += outcome.cautions
    let tables = outcome.tables.saying(outcome.sentence, below: RandomInterceptModel.about.id)
    guard data.factors[0].levels.count == 2, data.covariates.isEmpty else { return tables }
    do {
      let drawn = try drawing { resampling in
        var bootstrap = ClusterBootstrap()
        (bootstrap.level, bootstrap.resampling) = (confidence, resampling)
        return try bootstrap.apply(to: data)
      }
      cautions += drawn.cautions
      return tables + drawn.tables
    } catch {
      cautions.append(
        Caution(
          "not-available", about: [data.score],
          "\(ClusterBootstrap.about.title) of '\(data.score)' is not available because \(error)."))
      return tables
    }
  }
}

extension RandomInterceptModel.Outcome {
  /// The difference of two groups in words; `nil` of more.
  fileprivate var sentence: String? {
    guard pairs.count == 1 else { return nil }
    let pair = pairs[0]
    let spoken = SpokenDifference(estimate: pair.difference, interval: pair.interval)
    guard spoken.isClear else {
      return """
        In words: taking the sites into account, these data leave open whether '\(pair.first)' or \
        '\(pair.second)' scores higher on average. Found: \(spoken.range(of: "'\(pair.first)'")).
        """
    }
    let (higher, lower) =
      pair.difference > 0 ? (pair.first, pair.second) : (pair.second, pair.first)
    return """
      In words: taking the sites into account, '\(higher)' scores higher than '\(lower)' on average, \
      \(spoken.size).
      """
  }
}
