import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A tail that is a mean of the tails of central distributions, weighted by a Poisson distribution.
///
///     sum over j of exp(-m) m^j / j! * tail(j)        m: half the noncentrality
///
/// Every term is positive, so that nothing cancels. The sum goes up and down from the largest
/// weight until the terms no longer count.
func poissonMixture(
  of mean: Double, _ tail: (Double) throws(NumericsError) -> Double
) throws(NumericsError) -> Double {
  if mean == 0 { return try tail(0) }
  let peak = mean.rounded(.down)
  var sum = CompensatedSum()
  func add(_ j: Double) throws(NumericsError) -> Bool {
    let term = gsl_ran_poisson_pdf(UInt32(j), mean) * (try tail(j))
    sum += term
    return term > sum.value * 1e-18 && term > 0
  }
  // Near the peak tails may still be 0; they count once weights and tails meet.
  let reach = 40 * (mean + 1).squareRoot() + 40
  var j = peak
  while try add(j) || j < peak + reach { j += 1 }
  j = peak - 1
  while j >= 0 {
    let counts = try add(j)
    if !counts, j < peak - reach { break }
    j -= 1
  }
  return min(1, sum.value)
}

/// The noncentrality from 0 up for which the falling `lowerTail` is `p`; 0 where it is below `p` at
/// once.
func noncentrality(
  lowerTail p: Double, _ lowerTail: @escaping (Double) throws(NumericsError) -> Double,
  start: Double
) throws(NumericsError) -> Double {
  let excess = { (value: Double) throws(NumericsError) -> Double in try lowerTail(value) - p }
  guard try excess(0) > 0 else { return 0 }
  var high = start
  while try excess(high) > 0 { high *= 2 }
  return try root(of: excess, from: 0, to: high)
}
