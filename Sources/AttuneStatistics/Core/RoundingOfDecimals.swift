import AttuneData

/// What binary numbers make of differences of decimals at most: 0.4 - 0.2 and 0.3 - 0.1 are not
/// quite the same, and a spread of that size is none.
func roundingOfDecimals(_ columns: [[Double]]) -> Double {
  8 * columns.joined().reduce(0) { max($0, $1.magnitude) }.ulp
}

/// The values with the ties that their decimals have: sizes no further apart than `rounding` are one
/// size, and a size of no more than that is 0.
///
/// On paper 2.3 - 2.1 and 1.2 - 1.0 are alike; as binary numbers they are not, and ranks would tell
/// them apart.
func tiedAsDecimals(_ values: [Double], rounding: Double) -> [Double] {
  var tied = values
  var size = 0.0
  for place in values.indices.sorted(by: { values[$0].magnitude < values[$1].magnitude }) {
    if values[place].magnitude - size > rounding { size = values[place].magnitude }
    tied[place] = values[place] < 0 ? -size : size
  }
  return tied
}

extension Pairs {
  /// First less second, with the ties and the zeros that their decimals have.
  var tiedDifferences: [Double] {
    tiedAsDecimals(
      differences, rounding: roundingOfDecimals([values.first, values.second]))
  }
}
