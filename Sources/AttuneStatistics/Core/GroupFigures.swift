import AttuneData

extension TwoGroupSummaries {
  /// A standard deviation needs two cases.
  func requireTwoCasesEach() throws(StatisticsError) {
    for group in [first, second] where group.n < 2 {
      throw .tooFew(.casesInGroup(group.name), found: group.n, needed: 2)
    }
  }
}

extension GroupSummary {
  /// The sum of squared deviations from the mean.
  var sumOfSquares: Double { Double(n - 1) * standardDeviation * standardDeviation }

  /// The squared standard error of the mean.
  var squaredError: Double { standardDeviation * standardDeviation / Double(n) }
}

extension TwoGroupSummaries {
  /// The root of the mean square within the two groups.
  var pooledStandardDeviation: Double {
    get throws(StatisticsError) {
      try requireTwoCasesEach()
      let df = Double(first.n - 1) + Double(second.n - 1)
      let pooled = ((first.sumOfSquares + second.sumOfSquares) / df).squareRoot()
      guard pooled > 0 else { throw .noVariance(in: "the score within each group") }
      return pooled
    }
  }
}
