import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

extension PlannedTrial {
  /// Fisher's exact test of how many in each group gave an answer; beside it chi-square.
  ///
  /// Of two groups the estimate is the difference of proportions, with Newcombe's interval; of more,
  /// and of answers of which none is counted, Cramér's V.
  func compareCounts(
    _ score: String, _ by: String, _ groups: (of: [String?], order: [String]),
    in sample: StudySample, _ result: inout TestResult
  ) throws {
    let values = values(score, in: sample)
    let isCounted = countsAnswers(to: score, in: sample.instrument)
    let answers = values.map { value in
      value.map { isCounted ? ($0 == 1 ? Self.counted : Self.other) : $0.plain }
    }
    let table = try ContingencyTable(
      rows: .init(by, groups.of, declared: groups.order),
      columns: .init(score, answers, declared: isCounted ? [Self.counted, Self.other] : []))
    let level = ConfidenceLevel(rawValue: 1 - errorRate) ?? .percent95
    let exact = try FisherExactTest().apply(to: table)
    let chiSquare = try ChiSquareTest().apply(to: table)
    var figures: TestResult.Figures
    if isCounted, groups.order.count == 2 {
      var difference = RiskDifference()
      (difference.level, difference.event) = (level, Self.counted)
      let found = try difference.apply(to: table)
      figures = TestResult.Figures(
        .difference, "difference of proportions", n: table.account.used, estimate: found.estimate,
        interval: found.interval.lower...found.interval.upper, level: level.percent,
        pValue: exact.pValue)
      result.tables = found.tables
    } else {
      var strength = CramerV()
      strength.level = level
      let found = try strength.apply(to: table)
      figures = TestResult.Figures(
        .overall, CramerV.about.title, n: table.account.used, estimate: found.estimate,
        pValue: exact.pValue)
      if let interval = try? found.interval.get() {
        (figures.interval, figures.level) = (interval.lower...interval.upper, level.percent)
      }
      result.tables = found.tables
    }
    result.tables += exact.tables
    result.cautions = exact.cautions
    result.companions = [("Chi-square test", chiSquare.pValue)]
    result.companionTables = chiSquare.tables
    result.figures = .success(figures)
  }

  /// Whether people are counted by whether they gave an answer, so that a mean of theirs is a share.
  func countsAnswers(to score: String, in instrument: Instrument) -> Bool {
    test == .fisher && plan.counting != nil && instrument.item(named: score) != nil
  }

  private static let counted = "yes"
  private static let other = "no"
}
