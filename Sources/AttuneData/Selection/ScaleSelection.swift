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
    var cautions = self.cautions
    var bytes = ByteColumns(rowCount: caseCount, columnCount: scale.items.count)
    var wide: [Int: [Double?]] = [:]
    for (target, item) in scale.items.enumerated() {
      guard let source = names.firstIndex(of: item.column) else {
        preconditionFailure("a selection is settled against the columns that it selects from")
      }
      if let range = item.range {
        let outside = count(of: source, outside: range)
        if outside > 0 {
          cautions.append(.outsideRange(item.column, count: outside, range: range))
        }
      }
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
    return bytes.withColumn(item) { column in
      column.count { $0 != Self.missing && !range.contains(Double($0)) }
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
