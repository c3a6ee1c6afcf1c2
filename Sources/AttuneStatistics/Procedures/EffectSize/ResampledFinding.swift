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
    self.init(
      effect, statistic.estimate.map { .success($0) } ?? .failure(reason()), level,
      drawing: { _ throws(StatisticsError) in try BootstrapDistribution(statistic, resampling) },
      bca: { drawn throws(StatisticsError) in
        let jackknife = statistic.withoutEach
        guard jackknife.count == statistic.caseCount else { throw .withoutSomebody }
        return try drawn.bca(level, jackknife: jackknife, strata: statistic.strata)
      })
  }

  /// An effect, what drawing makes of it where there is one, and how BCa's interval is found of that.
  init(
    _ effect: Effect, _ found: Result<Double, StatisticsError>, _ level: ConfidenceLevel,
    drawing draw: (Double) throws(StatisticsError) -> BootstrapDistribution,
    bca corrected: (BootstrapDistribution) throws(StatisticsError) -> ConfidenceInterval
  ) {
    self.effect = effect
    let drawn = found.flatMap { found in
      Result { () throws(StatisticsError) in try draw(found) }
    }
    estimate =
      switch found {
      case .success(let value): .value(value)
      case .failure(let reason): .unavailable(reason.description)
      }
    percentile = drawn.flatMap { drawn in
      Result { () throws(StatisticsError) in try drawn.percentile(level) }
    }
    bca = drawn.flatMap { drawn in
      Result { () throws(StatisticsError) in try corrected(drawn) }
    }
  }
}

extension StatisticsError {
  /// Why BCa has no interval where percentiles have one.
  static let withoutSomebody = StatisticsError.undetermined(
    "without one of the people there is no estimate")
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
