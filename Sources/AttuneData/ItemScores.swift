import AttuneNumerics
public import AttuneTables

/// Scores as collected: one row for each case, one column for each item, any value may be missing.
///
/// Whole numbers from -127 to 127 are held as bytes; a column with any other value is held as
/// floating-point numbers.
public struct ItemScores: Sendable, Hashable {
  /// Each once.
  public let names: [String]
  /// What was noticed so far, such as values outside the declared range.
  public let cautions: [Caution]
  let bytes: ByteColumns
  /// The columns that do not fit into bytes, by their index; in `bytes` they are unused.
  let wide: [Int: [Double?]]

  /// Stands for a missing value in `bytes`.
  static let missing = Int8.min

  /// The values of each item, one array for each name, all of one length, finite where present.
  public init(names: [String], columns: [[Double?]]) {
    precondition(names.count == columns.count, "a name for each column")
    precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns are of one length")
    var bytes = ByteColumns(rowCount: columns.first?.count ?? 0, columnCount: columns.count)
    var wide: [Int: [Double?]] = [:]
    for (index, column) in columns.enumerated() {
      if let narrow = Self.narrowed(column) {
        for (row, value) in narrow.enumerated() { bytes[row, index] = value }
      } else {
        precondition(column.allSatisfy { $0?.isFinite ?? true }, "a score is finite or missing")
        wide[index] = column
      }
    }
    self.init(names: names, bytes: bytes, wide: wide)
  }

  init(names: [String], bytes: ByteColumns, wide: [Int: [Double?]], cautions: [Caution] = []) {
    precondition(Set(names).count == names.count, "each column has its own name")
    self.names = names
    self.bytes = bytes
    self.wide = wide
    self.cautions = cautions
  }

  public var caseCount: Int { bytes.rowCount }

  public var itemCount: Int { names.count }

  /// The score of a case on an item, both from 0, or `nil` where it is missing.
  public subscript(row: Int, item: Int) -> Double? {
    if let column = wide[item] { return column[row] }
    let value = bytes[row, item]
    return value == Self.missing ? nil : Double(value)
  }

  /// The scores of one item.
  public func column(_ item: Int) -> [Double?] {
    wide[item] ?? (0..<caseCount).map { self[$0, item] }
  }

  /// The scores of the item of that name, or `nil` where there is none.
  public func column(named name: String) -> [Double?]? {
    names.firstIndex(of: name).map { column($0) }
  }

  /// The values as bytes, or `nil` if one of them does not fit.
  static func narrowed(_ column: [Double?]) -> [Int8]? {
    var narrow: [Int8] = []
    narrow.reserveCapacity(column.count)
    for value in column {
      guard let value else {
        narrow.append(missing)
        continue
      }
      guard let byte = Int8(exactly: value), byte != missing else { return nil }
      narrow.append(byte)
    }
    return narrow
  }
}
