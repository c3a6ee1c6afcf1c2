import AttuneNumerics

/// Columns of scores that grow case by case.
///
/// Bytes are gathered case by case, which touches memory in order, and turned into columns once at
/// the end. The first value that is no byte makes its column wide.
struct ScoreColumns {
  private let count: Int
  private var caseCount = 0
  private var bytes: [Int8] = []
  /// `nil` for a column that is still all bytes.
  private var wide: [[Double?]?]
  private var wideColumns: [Int] = []
  /// The case under way, not counted until `endCase()`.
  private var row: [Int8]
  private var wideRow: [Double?]
  private var hasWideValues = false

  init(count: Int) {
    self.count = count
    wide = Array(repeating: nil, count: count)
    row = Array(repeating: ItemScores.missing, count: count)
    wideRow = Array(repeating: nil, count: count)
  }

  /// Sets a score of the case under way to a byte, or to `ItemScores.missing`.
  mutating func set(_ column: Int, to byte: Int8) { row[column] = byte }

  /// Sets a score of the case under way, missing for `nil`.
  mutating func set(_ column: Int, to number: Double?) {
    row[column] = number.flatMap(Int8.init(exactly:)) ?? ItemScores.missing
    if let number, row[column] == ItemScores.missing {
      wideRow[column] = number
      hasWideValues = true
    }
  }

  /// Begins a case, in place of one that was broken off.
  mutating func beginCase() {
    guard hasWideValues else { return }
    for column in wideRow.indices { wideRow[column] = nil }
    hasWideValues = false
  }

  mutating func endCase() {
    if hasWideValues { widenColumns() }
    for column in wideColumns {
      wide[column]?.append(wideRow[column] ?? Self.number(row[column]))
    }
    bytes.append(contentsOf: row)
    caseCount += 1
  }

  /// Turns each column that meets its first value that is no byte into a wide one.
  private mutating func widenColumns() {
    for column in wideRow.indices where wideRow[column] != nil && wide[column] == nil {
      wide[column] = (0..<caseCount).map { Self.number(bytes[$0 * count + column]) }
      wideColumns.append(column)
    }
  }

  private static func number(_ byte: Int8) -> Double? {
    byte == ItemScores.missing ? nil : Double(byte)
  }

  func scores(named names: [String]) -> ItemScores {
    var columns = ByteColumns(rowCount: caseCount, columnCount: count)
    // A block of cases at a time, so that what is read for one column is still near for the next.
    for start in stride(from: 0, to: caseCount, by: 512) {
      let rows = start..<min(start + 512, caseCount)
      for column in 0..<count where wide[column] == nil {
        columns.withMutableColumn(column) { target in
          for row in rows { target[row] = bytes[row * count + column] }
        }
      }
    }
    let wideByColumn = wideColumns.map { ($0, wide[$0] ?? []) }
    return ItemScores(
      names: names, bytes: columns, wide: Dictionary(uniqueKeysWithValues: wideByColumn))
  }
}
