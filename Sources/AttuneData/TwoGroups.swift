/// The scores of two separate groups of people, none missing, with the account of the cases.
public struct TwoGroups: Sendable, Hashable {
  /// What the scores are of.
  public let score: String
  /// What the groups differ in.
  public let grouping: String
  /// The names of the groups, first and second.
  public let names: GroupPair<String>
  public let values: GroupPair<[Double]>
  public let account: CaseAccount

  /// Splits scores by the group of each case; a case without a score or a group is left out.
  ///
  /// The groups stand as in `order`, and else in the order of their names, numbers by size, so that
  /// the sign of a difference does not depend on the order of the cases.
  public init(
    score: String, values: [Double?], grouping: String, groups: [String?], order: [String] = [],
    policy: MissingPolicy = .listwise
  ) throws(DataError) {
    precondition(values.count == groups.count, "a group for each score")
    let missing = [
      CaseAccount.Missing(score, values.count { $0 == nil }),
      CaseAccount.Missing(grouping, groups.count { $0 == nil }),
    ].filter { $0.count > 0 }
    if policy == .forbid, let lacking = missing.first {
      throw .missingValues(item: lacking.column, count: lacking.count)
    }
    var samples: [String: [Double]] = [:]
    for case (let value?, let group?) in zip(values, groups) {
      samples[group, default: []].append(value)
    }
    let levels = samples.keys.sorted { left, right in
      let (first, second) = (order.firstIndex(of: left), order.firstIndex(of: right))
      guard first != second else { return SeveralGroups.stands(left, before: right) }
      return first ?? .max < second ?? .max
    }
    guard levels.count == 2, let first = samples[levels[0]], let second = samples[levels[1]] else {
      throw .notTwoGroups(
        column: grouping,
        found: levels.map { DataError.Level(name: $0, count: samples[$0]?.count ?? 0) })
    }
    self.score = score
    self.grouping = grouping
    names = GroupPair(levels[0], levels[1])
    self.values = GroupPair(first, second)
    account = CaseAccount(
      total: values.count, used: first.count + second.count, policy: policy, missing: missing)
  }

  public var summaries: TwoGroupSummaries {
    TwoGroupSummaries(
      GroupSummary(of: values.first, name: names.first),
      GroupSummary(of: values.second, name: names.second), account: account)
  }
}

/// The same thing for each of two groups.
public struct GroupPair<Value> {
  public let first: Value
  public let second: Value

  public init(_ first: Value, _ second: Value) {
    self.first = first
    self.second = second
  }
}

extension GroupPair: Sendable where Value: Sendable {}
extension GroupPair: Equatable where Value: Equatable {}
extension GroupPair: Hashable where Value: Hashable {}
