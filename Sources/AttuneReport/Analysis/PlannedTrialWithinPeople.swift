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

  /// Friedman's test: each person ranks the scores, and Kendall's W says how far they agree.
  func order(_ scores: [String], in sample: StudySample) -> TestResult {
    var result = TestResult(title, method)
    let columns = scores.map { values($0, in: sample) }
    let people = sample.submissions.indices.filter { row in columns.allSatisfy { $0[row] != nil } }
    result.groups = zip(scores, columns).map { score, column in
      let kept = people.compactMap { column[$0] }
      let mean = kept.reduce(0, +) / Double(max(1, kept.count))
      let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return .init(
        name: score, n: kept.count, mean: mean,
        standardDeviation: (squares / Double(max(1, kept.count - 1))).squareRoot())
    }
    guard people.count >= atLeast else {
      result.figures = .failure(
        .tooSmall("\(atLeast) people with all scores are needed; there are \(people.count)"))
      return result
    }
    do {
      let ratings = Ratings(
        raters: people.map { "person \($0 + 1)" },
        columns: people.map { row in columns.map { $0[row] } })
      let found = try KendallW().apply(to: ratings.complete(.listwise))
      result.figures = .success(
        .init(.overall, "W", n: people.count, estimate: found.estimate, pValue: found.pValue))
      result.tables = found.tables
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }
}
