import AttuneData
import AttuneStatistics

/// What a planned test found in one made-up study.
struct Found: Sendable, Hashable {
  var pValue: Double
  /// First mean minus second, or mean less the value that it is held against, in points.
  var difference: Double?
  /// In the unit of `PlannedMethod.effect`.
  var effect: Double?
  /// How many people are in each group, or have both scores.
  var counts: [Int]
}

extension PlannedMethod.OfTwoGroups {
  /// The same p as the procedure's, without the limits that power has no use for.
  func found(in groups: TwoGroups) throws -> Found {
    let summaries = groups.summaries
    let counts = [summaries.first.n, summaries.second.n]
    if case .fisher(let code) = self { return try found(counting: code, in: groups) }
    let difference = summaries.first.mean - summaries.second.mean
    if case .mannWhitney = self {
      let outcome = try MannWhitney().apply(to: groups)
      return Found(
        pValue: outcome.pValue, difference: difference, effect: outcome.probabilityOfSuperiority,
        counts: counts)
    }
    let g = try HedgesG.estimate(of: summaries)
    let pValue =
      switch self {
      case .student: try StudentTTest().apply(to: summaries).pValue
      case .equivalence(let bounds):
        max(
          try MeanDifference(of: summaries).pValue(.greater, against: bounds.lower),
          try MeanDifference(of: summaries).pValue(.less, against: bounds.upper))
      case .welch, .mannWhitney, .fisher: try MeanDifference(of: summaries).pValue()
      }
    return Found(pValue: pValue, difference: difference, effect: g, counts: counts)
  }

  /// Fisher's exact test; the size is the difference of proportions.
  private func found(counting code: Int, in groups: TwoGroups) throws -> Found {
    let counts = [groups.values.first, groups.values.second].map { values in
      let count = values.count { $0 == Double(code) }
      return [count, values.count - count]
    }
    let table = ContingencyTable(
      names: GroupPair(groups.grouping, groups.score),
      categories: GroupPair(["1", "2"], ["yes", "no"]),
      counts: counts)
    let share = counts.map { Double($0[0]) / Double($0[0] + $0[1]) }
    return Found(
      pValue: try FisherExactTest().apply(to: table).pValue, effect: share[0] - share[1],
      counts: counts.map { $0[0] + $0[1] })
  }
}

extension PlannedMethod.OfSeveralGroups {
  func found(in groups: SeveralGroups) throws -> Found {
    let counts = groups.groups.map(\.values.count)
    switch self {
    case .welchANOVA:
      return Found(
        pValue: try WelchANOVA().apply(to: groups).pValue,
        effect: try OneWayANOVA.omegaSquared(of: groups), counts: counts)
    case .kruskalWallis:
      let outcome = try KruskalWallis().apply(to: groups)
      return Found(pValue: outcome.pValue, effect: outcome.epsilonSquared, counts: counts)
    }
  }
}

extension PlannedMethod.OfPairs {
  func found(in pairs: Pairs) throws -> Found? {
    let counts = [pairs.caseCount]
    switch self {
    case .spearman: return try found(SpearmanCorrelation().apply(to: pairs), counts)
    case .pearson: return try found(PearsonCorrelation().apply(to: pairs), counts)
    case .pairedT:
      let outcome = try PairedTTest().apply(to: pairs)
      return Found(
        pValue: outcome.pValue, difference: outcome.meanDifference, effect: outcome.dz,
        counts: counts)
    case .wilcoxon:
      let outcome = try WilcoxonSignedRank().apply(to: pairs)
      return Found(pValue: outcome.pValue, effect: outcome.rankBiserial, counts: counts)
    }
  }

  private func found(_ correlation: Correlation, _ counts: [Int]) -> Found? {
    correlation.test.pValue.value.map {
      Found(pValue: $0, effect: correlation.estimate, counts: counts)
    }
  }
}

extension PlannedMethod {
  /// Whether the order of several scores within people is more than chance.
  static func found(in data: RepeatedMeasures) throws -> Found {
    let outcome = try FriedmanTest().apply(to: data)
    return Found(
      pValue: outcome.pValue, effect: outcome.concordance, counts: [data.caseCount])
  }

  /// How the mean of one group lies to `value`: two-sided, as when the plan is run.
  static func found(above value: Double, in sample: ScoreSample) throws -> Found {
    var test = OneSampleTTest()
    test.value = value
    let outcome = try test.apply(to: sample)
    return Found(
      pValue: outcome.pValue, difference: outcome.mean - value, effect: outcome.g.value,
      counts: [outcome.count])
  }
}
