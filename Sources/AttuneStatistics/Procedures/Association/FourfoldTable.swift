import AttuneData

/// Two groups of people, and how many in each have what is counted.
struct FourfoldTable {
  let names: GroupPair<String>
  let groups: GroupPair<String>
  /// The category that is counted, of the columns.
  let event: String
  /// Where these people stand in the table.
  let places: FourfoldCells.Places
  let cells: FourfoldCells
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
    places = FourfoldCells.Places(rows: GroupPair(rows[0], rows[1]), event: column)
    cells = FourfoldCells(table.counts, places)
    names = table.names
    groups = GroupPair(table.categories.first[rows[0]], table.categories.first[rows[1]])
    self.event = table.categories.second[column]
    account = table.account
  }

  /// Why there is no ratio, where there is none.
  var withoutRatio: String {
    let group = cells.a > 0 ? groups.second : groups.first
    return "nobody in '\(group)' gave '\(event)', and 0 has no ratio"
  }

  /// Why there is no odds ratio, where there is none.
  static let withoutOddsRatio = """
    a cell is empty, and the odds ratio of the counts is 0 or infinite; given the margins it has exact \
    limits
    """

  /// What proportions are of, in a sentence.
  var note: String {
    "\(groups.first) (\(cells.shown.first)) and \(groups.second) (\(cells.shown.second)): '\(event)' of '\(names.second)'"
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
