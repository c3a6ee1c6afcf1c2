import AttuneData

/// Two groups of people, and how many in each have what is counted.
///
///     first row:  a of a + b
///     second row: c of c + d
struct FourfoldTable {
  let names: GroupPair<String>
  let groups: GroupPair<String>
  /// The category that is counted, of the columns.
  let event: String
  let a: Double
  let b: Double
  let c: Double
  let d: Double
  let account: CaseAccount

  /// The two rows with people in them; of the columns the event, and the others together.
  ///
  /// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where the rows are not two,
  ///   the event is not known, or no column is named and there are not two.
  init(_ table: ContingencyTable, event: String?) throws(StatisticsError) {
    let totals = table.rowTotals
    guard totals.contains(where: { $0 > 0 }) else { throw .tooFew(.cases, found: 0, needed: 2) }
    let rows = totals.indices.filter { totals[$0] > 0 }
    guard rows.count > 1 else { throw .noVariance(in: "'\(table.names.first)'") }
    guard rows.count == 2 else {
      throw .undetermined(
        "two rows are compared, and there are people in \(rows.count) of '\(table.names.first)'")
    }
    let column = try table.column(of: event)
    let counts = rows.map { row in
      (Double(table.counts[row][column]), Double(totals[row] - table.counts[row][column]))
    }
    names = table.names
    groups = GroupPair(table.categories.first[rows[0]], table.categories.first[rows[1]])
    self.event = table.categories.second[column]
    (a, b) = counts[0]
    (c, d) = counts[1]
    account = table.account
  }

  var first: Double { a / (a + b) }
  var second: Double { c / (c + d) }

  /// What proportions are of, in a sentence.
  var note: String {
    "\(groups.first) (\(Int(a)) of \(Int(a + b))) and \(groups.second) (\(Int(c)) of \(Int(c + d))): '\(event)' of '\(names.second)'"
  }
}

extension ContingencyTable {
  /// The column whose people are counted: the one named, or the first of two.
  func column(of event: String?) throws(StatisticsError) -> Int {
    if let event {
      guard let place = categories.second.firstIndex(of: event) else {
        throw .undetermined("'\(event)' is no category of '\(names.second)'")
      }
      return place
    }
    let totals = columnTotals
    let occupied = totals.indices.filter { totals[$0] > 0 }
    // Of a declared pair nobody need be in the other.
    if totals.count == 2 { return 0 }
    guard occupied.count != 1 else { throw .noVariance(in: "'\(names.second)'") }
    guard occupied.count == 2 else {
      throw .undetermined(
        "'\(names.second)' has \(occupied.count) categories, and which of them is counted is not named"
      )
    }
    return occupied[0]
  }
}
