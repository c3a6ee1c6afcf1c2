/// The scores of people who are told apart by one thing or several, none missing, with numbers that
/// go with them and the account of the cases.
public struct FactorialScores: Sendable, Hashable {
  /// What tells people apart: a group, a site.
  public struct Factor: Sendable, Hashable {
    public let name: String
    /// Those that somebody with a score is in, in their order.
    public let levels: [String]
    /// Of each case, the place of its level.
    public let places: [Int]
  }

  /// A number of each case.
  public struct Covariate: Sendable, Hashable {
    public let name: String
    public let values: [Double]
  }

  /// What the scores are of.
  public let score: String
  public let values: [Double]
  public let factors: [Factor]
  public let covariates: [Covariate]
  public let account: CaseAccount

  /// Keeps the cases that have a score, a level of each factor and a value of each covariate.
  ///
  /// Levels stand as in `order`, and else in the order of their names, numbers by size.
  public init(
    score: String, values: [Double?],
    factors: [(name: String, levels: [String?], order: [String])],
    covariates: [(name: String, values: [Double?])] = []
  ) {
    precondition(factors.allSatisfy { $0.levels.count == values.count }, "a level for each score")
    precondition(
      covariates.allSatisfy { $0.values.count == values.count }, "a value for each score")
    let kept = values.indices.filter { row in
      values[row] != nil && factors.allSatisfy { $0.levels[row] != nil }
        && covariates.allSatisfy { $0.values[row] != nil }
    }
    self.score = score
    self.values = kept.compactMap { values[$0] }
    self.factors = factors.map { factor in
      let levels = kept.compactMap { factor.levels[$0] }
      let found = Set(levels)
      let order =
        factor.order.filter(found.contains)
        + found.subtracting(factor.order).sorted { SeveralGroups.stands($0, before: $1) }
      let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      return Factor(name: factor.name, levels: order, places: levels.compactMap { places[$0] })
    }
    self.covariates = covariates.map { covariate in
      Covariate(name: covariate.name, values: kept.compactMap { covariate.values[$0] })
    }
    account = CaseAccount(
      total: values.count, used: kept.count, policy: .listwise,
      missing: ([CaseAccount.Missing(score, values.count { $0 == nil })]
        + factors.map { CaseAccount.Missing($0.name, $0.levels.count { $0 == nil }) }
        + covariates.map { CaseAccount.Missing($0.name, $0.values.count { $0 == nil }) })
        .filter { $0.count > 0 })
  }
}
