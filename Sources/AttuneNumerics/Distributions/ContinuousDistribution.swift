/// A distribution on the real line.
///
/// Each tail is computed as such, never as 1 less the other where that would cost digits.
public protocol ContinuousDistribution: Sendable {
  /// The probability of a value of at most `x`.
  func lowerTail(_ x: Double) throws(NumericsError) -> Double

  /// The probability of a value above `x`.
  func upperTail(_ x: Double) throws(NumericsError) -> Double

  /// The value whose lower tail is `p`, `0 < p < 1`.
  func quantile(_ p: Double) throws(NumericsError) -> Double

  /// The value whose upper tail is `p`, `0 < p < 1`.
  func upperQuantile(_ p: Double) throws(NumericsError) -> Double
}

/// A number as an argument of a function, refused where the function is not defined.
func defined(
  _ value: Double, _ argument: String, of function: String, _ condition: (Double) -> Bool
) throws(NumericsError) -> Double {
  guard value.isFinite, condition(value) else {
    throw .undefined(function: function, argument: argument, value: value)
  }
  return value
}

func probability(_ p: Double, of function: String) throws(NumericsError) -> Double {
  try defined(p, "p", of: function) { 0 < $0 && $0 < 1 }
}

/// Brings a quantile that is right to some digits to the precision of its tail, by Newton's method.
///
/// `slope` is the derivative of `tail`: the density, negative for an upper tail.
func refined(
  _ start: Double, reaching p: Double, tail: (Double) throws(NumericsError) -> Double,
  slope: (Double) throws(NumericsError) -> Double
) throws(NumericsError) -> Double {
  var x = start
  var lastStep = Double.infinity
  // Newton's method doubles the digits; it is over once the steps no longer shrink.
  while true {
    let gradient = try slope(x)
    guard gradient != 0 else { return x }
    let step = (p - (try tail(x))) / gradient
    guard step.magnitude < lastStep else { return x }
    x += step
    lastStep = step.magnitude
    if lastStep <= x.magnitude.ulp { return x }
  }
}
