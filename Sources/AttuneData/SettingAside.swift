import AttuneNumerics

extension ItemScores {
  /// How often each code was found, by the name of the column.
  public typealias CodeCounts = [String: [Int: Int]]

  /// Takes out codes that say why a value is missing.
  ///
  /// - Parameters:
  ///   - codes: Whole numbers from -127 to 127 that are no scores.
  ///   - columns: Where they are; a code that a column's answers may take is left to it by naming
  ///     only the others.
  /// - Returns: The same scores without the codes, and how often each was found.
  public func settingAside(
    _ codes: ClosedRange<Int>, in columns: [String]
  ) -> (scores: ItemScores, counts: CodeCounts) {
    precondition(codes.lowerBound >= -127 && codes.upperBound <= 127, "codes are bytes")
    let (lowest, highest) = (Int8(codes.lowerBound), Int8(codes.upperBound))
    var (bytes, wide) = (bytes, wide)
    var counts: CodeCounts = [:]
    for (index, name) in names.enumerated() where columns.contains(name) {
      var found: [Int: Int] = [:]
      if var column = wide[index] {
        for (row, value) in column.enumerated() {
          guard let code = value.flatMap(Int.init(exactly:)), codes.contains(code) else { continue }
          found[code, default: 0] += 1
          column[row] = nil
        }
        wide[index] = column
      } else if bytes.withColumn(index, { $0.contains { (lowest...highest).contains($0) } }) {
        bytes.withMutableColumn(index) { column in
          for row in column.indices where (lowest...highest).contains(column[row]) {
            found[Int(column[row]), default: 0] += 1
            column[row] = Self.missing
          }
        }
      }
      if !found.isEmpty { counts[name] = found }
    }
    guard !counts.isEmpty else { return (self, [:]) }
    return (ItemScores(names: names, bytes: bytes, wide: wide, cautions: cautions), counts)
  }

  /// How many values of the item of that name are missing; 0 where there is no such item.
  public func missingCount(of name: String) -> Int {
    guard let index = names.firstIndex(of: name) else { return 0 }
    return wide[index]?.count { $0 == nil }
      ?? bytes.withColumn(index) { $0.count { $0 == Self.missing } }
  }
}
