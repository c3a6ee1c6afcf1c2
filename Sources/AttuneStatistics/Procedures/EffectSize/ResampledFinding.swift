import AttuneTables

/// One effect and the intervals that drawing people again gives it, or why there is none.
public struct ResampledFinding<Effect>: Sendable, Hashable
where Effect: RawRepresentable<String> & Sendable & Hashable {
  public let effect: Effect
  public let estimate: Quantity
  public let percentile: Result<ConfidenceInterval, StatisticsError>
  public let bca: Result<ConfidenceInterval, StatisticsError>

  /// Draws the statistic; `reason` says why there is no estimate, where there is none.
  init(
    _ effect: Effect, of statistic: some ResampledStatistic, _ resampling: Resampling,
    _ level: ConfidenceLevel, orElse reason: @autoclosure () -> StatisticsError
  ) {
    self.effect = effect
    guard let found = statistic.estimate else {
      let reason = reason()
      (estimate, percentile) = (.unavailable(reason.description), .failure(reason))
      bca = percentile
      return
    }
    estimate = .value(found)
    let drawn = Result { () throws(StatisticsError) in
      try BootstrapDistribution(statistic, resampling)
    }
    percentile = drawn.flatMap { drawn in
      Result { () throws(StatisticsError) in try drawn.percentile(level) }
    }
    bca = drawn.flatMap { drawn in
      Result { () throws(StatisticsError) in
        let jackknife = statistic.withoutEach
        guard jackknife.count == statistic.caseCount else {
          throw .undetermined("without one of the people there is no estimate")
        }
        return try drawn.bca(level, jackknife: jackknife, strata: statistic.strata)
      }
    }
  }
}

extension ResampledStatistic {
  /// The estimates without each case in turn, where there is one.
  package var withoutEach: [Double] {
    let all = Array(0..<Int32(caseCount))
    return all.compactMap { left in estimate(of: all.filter { $0 != left }) }
  }
}

extension Array {
  /// The effects one below the other.
  func table<Effect>(saying note: String) -> Table where Element == ResampledFinding<Effect> {
    Table(
      ResampledEffect.about.id, title: ResampledEffect.about.title,
      columns: [
        Column("effect", "effect", .text), .estimate,
        Column("percentile_low", "percentile lower", .number),
        Column("percentile_high", "upper", .number), Column("bca_low", "BCa lower", .number),
        Column("bca_high", "upper", .number),
      ],
      rows: map { found in
        [
          .text(found.effect.rawValue), found.estimate.cell, found.percentile.cells.lower,
          found.percentile.cells.upper, found.bca.cells.lower, found.bca.cells.upper,
        ]
      },
      notes: [note])
  }
}
