import AttuneNumerics
import AttuneTables

extension ItemScores {
  /// The scores with missing values settled by `policy`, and without items that cannot be used.
  ///
  /// An item without a value, or with the same value everywhere, tells nothing about differences
  /// between people: it is left out first, by name, with a caution. A case is then left out if it
  /// lacks a value on an item that remains.
  ///
  /// The policy is `.forbid` or `.listwise`; for `.pairwise` there is `PairwiseItems`.
  public func complete(_ policy: MissingPolicy) throws(DataError) -> CompleteItems {
    precondition(policy != .pairwise, "pairs of items are not complete cases")
    let missing = (0..<itemCount).map { missingCount(of: $0) }
    if policy == .forbid, let item = missing.firstIndex(where: { $0 > 0 }) {
      throw .missingValues(item: names[item], count: missing[item])
    }

    var cautions = self.cautions
    var kept: [Int] = []
    let everyone = Array(repeating: true, count: caseCount)
    for item in 0..<itemCount {
      if caseCount > 0, missing[item] == caseCount {
        cautions.append(.leftOut(names[item], because: .allMissing))
      } else if caseCount > 1, !varies(item, among: everyone) {
        cautions.append(.leftOut(names[item], because: .constant))
      } else {
        kept.append(item)
      }
    }

    var rows = completeRows(for: kept.filter { missing[$0] > 0 })
    // Leaving out an item can bring cases back, so that another look is needed.
    while rows.count(where: { $0 }) > 1 {
      let constant = kept.filter { !varies($0, among: rows) }
      if constant.isEmpty { break }
      cautions += constant.map { .leftOut(names[$0], because: .constantAmongComplete) }
      kept.removeAll { constant.contains($0) }
      rows = completeRows(for: kept.filter { missing[$0] > 0 })
    }

    let account = CaseAccount(
      total: caseCount, used: rows.count { $0 }, policy: policy,
      missing: zip(names, missing).filter { $0.1 > 0 }.map { CaseAccount.Missing($0, $1) })
    return CompleteItems(
      names: kept.map { names[$0] }, values: values(of: kept, in: rows, count: account.used),
      account: account, cautions: cautions)
  }

  private func missingCount(of item: Int) -> Int {
    if let column = wide[item] { return column.count { $0 == nil } }
    return bytes.withColumn(item) { column in column.count(inBlocks: { $0 == Self.missing }) }
  }

  /// Whether at least two of the values among `rows` differ.
  private func varies(_ item: Int, among rows: [Bool]) -> Bool {
    if let column = wide[item] {
      let values = zip(column, rows).compactMap { $1 ? $0 : nil }
      return values.contains { $0 != values[0] }
    }
    return bytes.withColumn(item) { column in
      var first: Int8?
      for (value, isUsed) in zip(column, rows) where isUsed && value != Self.missing {
        guard let known = first else {
          first = value
          continue
        }
        if value != known { return true }
      }
      return false
    }
  }

  /// Which cases have a value on each of `items`.
  private func completeRows(for items: [Int]) -> [Bool] {
    var rows = Array(repeating: true, count: caseCount)
    for item in items {
      if let column = wide[item] {
        for row in rows.indices where column[row] == nil { rows[row] = false }
      } else {
        bytes.withColumn(item) { column in
          for row in rows.indices { rows[row] = rows[row] && column[row] != Self.missing }
        }
      }
    }
    return rows
  }

  private func values(of items: [Int], in rows: [Bool], count: Int) -> CompleteItems.Values {
    guard items.allSatisfy({ wide[$0] == nil }) else {
      return .wide(items.map { item in zip(column(item), rows).compactMap { $1 ? $0 : nil } })
    }
    if items.count == itemCount, count == caseCount { return .bytes(bytes) }
    var complete = ByteColumns(rowCount: count, columnCount: items.count)
    for (index, item) in items.enumerated() {
      bytes.withColumn(item) { source in
        complete.withMutableColumn(index) { target in
          var next = 0
          for row in source.indices where rows[row] {
            target[next] = source[row]
            next += 1
          }
        }
      }
    }
    return .bytes(complete)
  }
}

extension UnsafeBufferPointer<Int8> {
  /// How many bytes `isCounted` is true of, counted block by block so that vectors can.
  @inline(__always)
  func count(inBlocks isCounted: (Int8) -> Bool) -> Int {
    var total = 0
    for start in Swift.stride(from: 0, to: count, by: 1024) {
      var counted: Int32 = 0
      var index = start
      let end = Swift.min(start &+ 1024, count)
      while index < end {
        counted &+= Int32(truncatingIfNeeded: isCounted(self[index]) ? UInt8(1) : UInt8(0))
        index &+= 1
      }
      total &+= Int(counted)
    }
    return total
  }
}

/// Why an item cannot be used.
enum Unusable: String {
  case allMissing = "it has no values"
  case constant = "it has the same value for everyone"
  case constantAmongComplete = "it has the same value for everyone who has no value missing"
}

extension Caution {
  static func leftOut(_ item: String, because reason: Unusable) -> Caution {
    Caution("item-left-out", about: [item], "'\(item)' is left out because \(reason.rawValue).")
  }
}
