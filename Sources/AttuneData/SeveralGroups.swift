/// The scores of two or more separate groups of people, none missing, with the account of the cases.
public struct SeveralGroups: Sendable, Hashable {
  public struct Group: Sendable, Hashable {
    public let name: String
    /// At least one.
    public let values: [Double]
  }

  /// What the scores are of.
  public let score: String
  /// What the groups differ in.
  public let grouping: String
  /// As in the order given, and else in the order of their names, numbers by size.
  public let groups: [Group]
  public let account: CaseAccount

  /// Splits scores by the group of each case; a case without a score or a group is left out.
  ///
  /// There may be one group or none; procedures say what they need.
  public init(
    score: String, values: [Double?], grouping: String, groups: [String?], order: [String] = []
  ) {
    precondition(values.count == groups.count, "a group for each score")
    var samples: [String: [Double]] = [:]
    for case (let value?, let group?) in zip(values, groups) {
      samples[group, default: []].append(value)
    }
    let levels = samples.keys.sorted { left, right in
      let (first, second) = (order.firstIndex(of: left), order.firstIndex(of: right))
      guard first != second else { return Self.stands(left, before: right) }
      return first ?? .max < second ?? .max
    }
    self.score = score
    self.grouping = grouping
    self.groups = levels.map { Group(name: $0, values: samples[$0] ?? []) }
    account = CaseAccount(
      total: values.count, used: samples.values.reduce(0) { $0 + $1.count }, policy: .listwise,
      missing: [
        CaseAccount.Missing(score, values.count { $0 == nil }),
        CaseAccount.Missing(grouping, groups.count { $0 == nil }),
      ].filter { $0.count > 0 })
  }

  private init(_ score: String, _ grouping: String, _ groups: [Group], _ account: CaseAccount) {
    (self.score, self.grouping, self.groups, self.account) = (score, grouping, groups, account)
  }

  /// The same people as two groups.
  public init(_ pair: TwoGroups) {
    self.init(
      pair.score, pair.grouping,
      [
        Group(name: pair.names.first, values: pair.values.first),
        Group(name: pair.names.second, values: pair.values.second),
      ], pair.account)
  }

  /// The same people with other values, found group by group.
  package func mapGroups(_ transform: ([Double]) -> [Double]) -> SeveralGroups {
    SeveralGroups(
      score, grouping, groups.map { Group(name: $0.name, values: transform($0.values)) }, account)
  }

  /// All values, group by group.
  public var allValues: [Double] { groups.flatMap(\.values) }

  static func stands(_ left: String, before right: String) -> Bool {
    guard let first = Double(left), let second = Double(right), first < second || first > second
    else { return left < right }
    return first < second
  }
}
