import AttuneNumerics
import AttuneTables

extension ItemScores {
  /// The scores of one scale: its columns in its order, those reversed that it reverses.
  ///
  ///     reversed = lowest + highest - value
  ///
  /// by the declared range, never the observed one. A value outside the declared range is kept, and
  /// a caution names the column and how often.
  public func selecting(_ scale: ColumnSelection.Scale) -> ItemScores {
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let sources = scale.items.map { item in
      guard let source = places[item.column] else {
        preconditionFailure("a selection is settled against the columns that it selects from")
      }
      return source
    }
    var cautions = self.cautions
    for (item, source) in zip(scale.items, sources) {
      guard let range = item.range else { continue }
      let outside = count(of: source, outside: range)
      if outside > 0 { cautions.append(.outsideRange(item.column, count: outside, range: range)) }
    }
    // Every column as it is: they need not be held twice.
    if sources.elementsEqual(names.indices), !scale.items.contains(where: \.isReversed) {
      return ItemScores(names: names, bytes: bytes, wide: wide, cautions: cautions)
    }

    var bytes = ByteColumns(rowCount: caseCount, columnCount: scale.items.count)
    var wide: [Int: [Double?]] = [:]
    for (target, (item, source)) in zip(scale.items, sources).enumerated() {
      let ends = item.isReversed ? item.range.map { $0.lowerBound + $0.upperBound } : nil
      if self.wide[source] == nil, fitsBytes(source, reversedAround: ends) {
        copy(source, to: target, of: &bytes, reversedAround: ends.map { Int16($0) })
      } else {
        wide[target] = column(source).map { value in
          value.map { value in ends.map { $0 - value } ?? value }
        }
      }
    }
    return ItemScores(
      names: scale.items.map(\.column), bytes: bytes, wide: wide, cautions: cautions)
  }

  private func count(of item: Int, outside range: ClosedRange<Double>) -> Int {
    if let column = wide[item] {
      return column.count { $0.map { !range.contains($0) } ?? false }
    }
    // The whole numbers that are bytes and within the range.
    let lowest = Int8(min(max(range.lowerBound.rounded(.up), -127), 127))
    let highest = Int8(min(max(range.upperBound.rounded(.down), -127), 127))
    let holdsNone = range.lowerBound > 127 || range.upperBound < -127
    return bytes.withColumn(item) { column in
      column.count(inBlocks: { value in
        value != Self.missing && (holdsNone || value < lowest || value > highest)
      })
    }
  }

  /// Whether every value of a column of bytes is still a byte once it is reversed.
  private func fitsBytes(_ item: Int, reversedAround ends: Double?) -> Bool {
    guard let ends else { return true }
    return bytes.withColumn(item) { column in
      column.allSatisfy { value in
        value == Self.missing
          || Int8(exactly: ends - Double(value)).map { $0 != Self.missing } ?? false
      }
    }
  }

  private func copy(
    _ item: Int, to target: Int, of columns: inout ByteColumns, reversedAround ends: Int16?
  ) {
    bytes.withColumn(item) { source in
      columns.withMutableColumn(target) { column in
        for row in source.indices {
          let value = source[row]
          guard let ends, value != Self.missing else {
            column[row] = value
            continue
          }
          column[row] = Int8(ends - Int16(value))
        }
      }
    }
  }
}

extension Caution {
  /// Values that could not be chosen, by the range that was declared.
  static func outsideRange(_ column: String, count: Int, range: ClosedRange<Double>) -> Caution {
    Caution(
      "outside-range", about: [column],
      """
      '\(column)' has \(count) \(count == 1 ? "value" : "values") outside the declared range \
      \(range.lowerBound.plain)..\(range.upperBound.plain). If they are codes for missing answers, \
      name them with --missing.
      """)
  }
}

extension Double {
  /// Whole numbers without a decimal point.
  fileprivate var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
