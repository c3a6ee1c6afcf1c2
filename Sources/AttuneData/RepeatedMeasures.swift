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

extension RepeatedMeasures {
  /// One score a row, as in long tables: whose it is, and of which occasion.
  ///
  /// Occasions stand as in `order`, and else by name, numbers by size. With `only` just these are
  /// kept, in that order. A person without one of them is left out like one without a score there; a
  /// row that does not say whose or when it is counts for nobody.
  ///
  /// - Throws: `DataError` for two rows of one person on one occasion, and for an occasion in `only`
  ///   that no row is of.
  public init(
    rows values: [Double?], people: [String?], occasion column: String, occasions: [String?],
    order: [String] = [], only: [String]? = nil
  ) throws(DataError) {
    precondition(values.count == people.count && values.count == occasions.count, "one a row")
    let found = Set(occasions.compactMap { $0 })
    let known =
      order.filter(found.contains)
      + found.subtracting(order).sorted { SeveralGroups.stands($0, before: $1) }
    if let stranger = only?.first(where: { !found.contains($0) }) {
      throw .unknownOccasion(stranger, column: column, known: known)
    }
    var places: [String: Int] = [:]
    var rowsOf: [String: [Int: Int]] = [:]
    for row in values.indices {
      guard let person = people[row], let occasion = occasions[row],
        only?.contains(occasion) ?? true
      else { continue }
      let place = places[person] ?? places.count
      places[person] = place
      if let first = rowsOf[occasion]?[place] {
        throw .twiceOnOneOccasion(column: column, rows: first + 1...row + 1)
      }
      rowsOf[occasion, default: [:]][place] = row
    }
    try self.init(
      (only ?? known).map { name in
        (
          name: name,
          values: (0..<places.count).map { person in
            rowsOf[name]?[person].flatMap { values[$0] }
          }
        )
      })
  }
}
