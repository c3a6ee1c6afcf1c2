/// Two scores of the same people, none missing, with the account of the cases.
public struct Pairs: Sendable, Hashable {
  /// What the scores are of, first and second.
  public let names: GroupPair<String>
  /// Of one length, in the order of the cases.
  public let values: GroupPair<[Double]>
  public let account: CaseAccount

  /// Pairs the scores of each case; a case without one of them is left out.
  public init(
    _ first: (name: String, values: [Double?]), _ second: (name: String, values: [Double?]),
    policy: MissingPolicy = .listwise
  ) throws(DataError) {
    precondition(first.values.count == second.values.count, "both scores are of the same cases")
    let missing = [first, second].map { name, values in
      CaseAccount.Missing(name, values.count { $0 == nil })
    }.filter { $0.count > 0 }
    if policy == .forbid, let lacking = missing.first {
      throw .missingValues(item: lacking.column, count: lacking.count)
    }
    let complete = zip(first.values, second.values).compactMap { one, other in
      one.flatMap { one in other.map { (one, $0) } }
    }
    names = GroupPair(first.name, second.name)
    values = GroupPair(complete.map(\.0), complete.map(\.1))
    account = CaseAccount(
      total: first.values.count, used: complete.count, policy: policy, missing: missing)
  }

  /// Scores that are complete already.
  init(names: GroupPair<String>, values: GroupPair<[Double]>, account: CaseAccount) {
    self.names = names
    self.values = values
    self.account = account
  }

  public var caseCount: Int { account.used }

  /// First less second, person by person.
  public var differences: [Double] { zip(values.first, values.second).map { $0 - $1 } }
}
