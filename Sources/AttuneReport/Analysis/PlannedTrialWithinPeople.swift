import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

extension PlannedTrial {
  /// Two-sided, as every planned test; the direction that was predicted is told beside it.
  func compare(
    _ score: String, with value: Double, in sample: StudySample
  ) -> TestResult {
    var result = TestResult(title, method)
    let values = values(score, in: sample)
    let n = values.count { $0 != nil }
    guard n >= atLeast else {
      result.figures = .failure(
        .tooSmall("\(atLeast) people with a score are needed; there are \(n)"))
      return result
    }
    do {
      var procedure = OneSampleTTest()
      procedure.value = value
      let found = try procedure.apply(to: ScoreSample(name: score, values: values))
      result.figures = .success(
        .init(
          .distance, "mean less \(value.plain)", n: n, estimate: found.mean - value,
          interval: found.interval.lower - value...found.interval.upper - value,
          level: found.interval.level.percent, pValue: found.pValue))
      result.tables = found.tables
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }

  func correlate(_ first: String, _ second: String, in sample: StudySample) -> TestResult {
    var result = TestResult(title, method)
    do {
      let pairs = try Pairs(
        (first, values(first, in: sample)), (second, values(second, in: sample)))
      guard pairs.caseCount >= atLeast else {
        result.figures = .failure(
          .tooSmall("\(atLeast) people with both scores are needed; there are \(pairs.caseCount)"))
        return result
      }
      let spearman = try SpearmanCorrelation().apply(to: pairs)
      let pearson = try PearsonCorrelation().apply(to: pairs)
      let isPearson = test == .pearson
      let (main, other) = isPearson ? (pearson, spearman) : (spearman, pearson)
      guard let pValue = main.test.pValue.value else {
        throw StatisticsError.undetermined("there is no p")
      }
      var figures = TestResult.Figures(
        .association, isPearson ? "r" : "rho", n: pairs.caseCount, estimate: main.estimate,
        pValue: pValue)
      if case .success(let interval) = main.interval {
        figures.interval = interval.lower...interval.upper
        figures.level = interval.level.percent
      }
      result.figures = .success(figures)
      result.tables = main.tables
      result.companions = other.test.pValue.value.map { [(other.method.title, $0)] } ?? []
      result.companionTables = other.tables
      result.cautions = main.cautions
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }

  /// Several scores of the same people: by their order, or of two scores by their differences.
  func compare(within scores: [String], in sample: StudySample) -> TestResult {
    var result = TestResult(title, method)
    do {
      let data = try RepeatedMeasures(scores.map { ($0, values($0, in: sample)) })
      result.groups = data.occasions.map { occasion in
        let n = Double(max(1, occasion.values.count))
        let mean = occasion.values.reduce(0, +) / n
        let squares = occasion.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return .init(
          name: occasion.name, n: occasion.values.count, mean: mean,
          standardDeviation: (squares / max(1, n - 1)).squareRoot())
      }
      switch test {
      case .pairedT, .wilcoxon:
        guard scores.count == 2 else {
          throw StatisticsError.undetermined(
            "\(method) compares two scores, and \(scores.count) are named")
        }
        return comparePairs(
          data.pair(0, 1), isRanked: test == .wilcoxon, title, result.groups)
      case .friedman: break
      default:
        throw StatisticsError.undetermined("\(method) does not compare scores of the same people")
      }
      guard data.caseCount >= atLeast else {
        result.figures = .failure(
          .tooSmall("\(atLeast) people with all scores are needed; there are \(data.caseCount)"))
        return result
      }
      try order(data, &result)
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }

  /// Friedman's test with Conover's pairs; the analysis of variance beside it.
  private func order(_ data: RepeatedMeasures, _ result: inout TestResult) throws {
    let found = try FriedmanTest().apply(to: data)
    result.figures = .success(
      .init(.overall, "W", n: data.caseCount, estimate: found.concordance, pValue: found.pValue))
    result.tables = found.tables
    result.cautions = found.cautions
    guard !isAlone else { return }
    if let pairs = try? OccasionComparisons().apply(to: data) { result.tables += pairs.tables }
    if let means = try? RepeatedMeasuresANOVA().apply(to: data) {
      result.companions = [(RepeatedMeasuresANOVA.about.title, means.pValue)]
      result.companionTables = means.tables
    }
  }
}
