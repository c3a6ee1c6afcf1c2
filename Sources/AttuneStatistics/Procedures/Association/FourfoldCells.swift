import AttuneData

/// How many people of two groups have what is counted, and how many have not.
///
///     first group:  a of a + b
///     second group: c of c + d
struct FourfoldCells: Sendable {
  let a: Double
  let b: Double
  let c: Double
  let d: Double

  /// Where the two groups and what is counted stand in a table.
  struct Places: Sendable {
    let rows: GroupPair<Int>
    let event: Int
  }

  /// Of the columns the event, and all others together.
  init(_ counts: [[Int]], _ places: Places) {
    func cells(_ row: [Int]) -> (Double, Double) {
      let with = row[places.event]
      return (Double(with), Double(row.reduce(0, +) - with))
    }
    (a, b) = cells(counts[places.rows.first])
    (c, d) = cells(counts[places.rows.second])
  }

  private init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// With so many more in each.
  func adding(_ more: Double) -> FourfoldCells {
    FourfoldCells(a + more, b + more, c + more, d + more)
  }

  var sizes: GroupPair<Double> { GroupPair(a + b, c + d) }

  /// The part of each group that has what is counted.
  var proportions: GroupPair<Double> { GroupPair(a / sizes.first, c / sizes.second) }

  /// First minus second; `nil` where there is nobody in a group.
  var difference: Double? {
    sizes.first > 0 && sizes.second > 0 ? proportions.first - proportions.second : nil
  }

  /// First by second: 0 or infinite where nobody in one group has it, `nil` where nobody has.
  var ratio: Double? { (proportions.first / proportions.second).number }

  /// Of the odds: 0 or infinite where a cell is empty, `nil` where a row or a column is.
  var oddsRatio: Double? { (a / b * d / c).number }

  /// `3 of 10` of each group.
  var shown: GroupPair<String> {
    GroupPair("\(Int(a)) of \(Int(sizes.first))", "\(Int(c)) of \(Int(sizes.second))")
  }
}

extension Double {
  fileprivate var number: Double? { isNaN ? nil : self }

  /// Itself, where it is a ratio of two numbers of people neither of which is 0.
  var properRatio: Double? { self > 0 && isFinite ? self : nil }
}
