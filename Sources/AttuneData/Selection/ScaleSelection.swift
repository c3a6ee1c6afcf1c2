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
    let columns = scale.items.map { item in
      guard let index = names.firstIndex(of: item.column) else {
        preconditionFailure("a selection is settled against the columns that it selects from")
      }
      let values = column(index)
      guard let range = item.range else { return values }
      let outside = values.count { $0.map { !range.contains($0) } ?? false }
      if outside > 0 {
        cautions.append(.outsideRange(item.column, count: outside, range: range))
      }
      let ends = range.lowerBound + range.upperBound
      return item.isReversed ? values.map { $0.map { ends - $0 } } : values
    }
    let selected = ItemScores(names: scale.items.map(\.column), columns: columns)
    return ItemScores(
      names: selected.names, bytes: selected.bytes, wide: selected.wide, cautions: cautions)
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
