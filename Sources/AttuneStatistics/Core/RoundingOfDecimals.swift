/// What binary numbers make of differences of decimals at most: 0.4 - 0.2 and 0.3 - 0.1 are not
/// quite the same, and a spread of that size is none.
func roundingOfDecimals(_ columns: [[Double]]) -> Double {
  8 * columns.joined().reduce(0) { max($0, $1.magnitude) }.ulp
}
