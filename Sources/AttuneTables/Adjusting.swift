extension Table {
  /// The table with one more column: what `adjusted` makes of all its p-values together.
  ///
  /// A row without a p-value stays without one, for the same reason, and counts in nobody's number.
  public func adjusting(
    to column: Column, _ adjusted: ([Double]) -> [Double]
  ) -> Table {
    guard let place = columns.firstIndex(where: { $0.name == Column.pValue.name }) else {
      return self
    }
    let found = rows.map { row -> Double? in
      if case .real(let value) = row[place].content { value } else { nil }
    }
    var results = adjusted(found.compactMap { $0 })[...]
    return Table(
      id, title: title, columns: columns + [column],
      rows: zip(rows, found).map { row, value in
        row + [value == nil ? row[place] : .real(results.removeFirst())]
      }, notes: notes)
  }
}
