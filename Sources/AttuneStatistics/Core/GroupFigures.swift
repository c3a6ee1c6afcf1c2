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
