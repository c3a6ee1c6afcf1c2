/// Several scores of the same people, none missing, with the account of the cases.
///
/// The scores are of occasions, as before, after and a year later, or of several measures on one
/// scale.
public struct RepeatedMeasures: Sendable, Hashable {
  public struct Occasion: Sendable, Hashable {
    public let name: String
    /// In the order of the people.
    public let values: [Double]
  }

  /// In the order given.
  public let occasions: [Occasion]
  public let account: CaseAccount

  /// Keeps the people who have a score on every occasion; nobody's missing score is made up.
  ///
  /// There may be one occasion or none; procedures say what they need.
  public init(
    _ occasions: [(name: String, values: [Double?])], policy: MissingPolicy = .listwise
  ) throws(DataError) {
    let total = occasions.first?.values.count ?? 0
    precondition(occasions.allSatisfy { $0.values.count == total }, "scores of the same people")
    let missing = occasions.map { name, values in
      CaseAccount.Missing(name, values.count { $0 == nil })
    }.filter { $0.count > 0 }
    if policy == .forbid, let lacking = missing.first {
      throw .missingValues(item: lacking.column, count: lacking.count)
    }
    let rows = (0..<total).filter { row in occasions.allSatisfy { $0.values[row] != nil } }
    self.occasions = occasions.map { name, values in
      Occasion(name: name, values: rows.compactMap { values[$0] })
    }
    account = CaseAccount(
      total: total, used: rows.count, policy: policy, missing: missing)
  }

  public var caseCount: Int { account.used }

  /// The scores of one person, in the order of the occasions.
  public func scores(of person: Int) -> [Double] { occasions.map { $0.values[person] } }

  /// Two of the occasions, on the people who have all.
  public func pair(_ first: Int, _ second: Int) -> Pairs {
    let (one, other) = (occasions[first], occasions[second])
    return Pairs(
      names: GroupPair(one.name, other.name), values: GroupPair(one.values, other.values),
      account: account)
  }

  /// Every two of the occasions, the earlier first.
  public var pairs: [Pairs] {
    occasions.indices.flatMap { first in
      occasions.indices.dropFirst(first + 1).map { pair(first, $0) }
    }
  }
}
