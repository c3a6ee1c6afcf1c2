import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The correlation that makes what was seen most likely, sought along Fisher's z.
///
/// A scoring step first, then secants; a step that lowers the likelihood is halved. Polychoric and polyserial correlations
/// share the search.
enum LatentCorrelation {
  /// The likelihood at one correlation: its logarithm, the slope of that, and about how fast the
  /// slope falls.
  struct Likelihood {
    let logarithm: Double
    let score: Double
    let information: Double
    /// How many people it is of.
    let count: Double
  }

  /// Beyond this z, 1 is nearer than 2e-6: the likelihood has its maximum at the end.
  private static let end = 7.0

  static func mostLikely(
    from start: Double, _ likelihood: (Double) throws(NumericsError) -> Likelihood
  ) throws(StatisticsError) -> Double {
    var z = atanh(min(max(start, -0.9), 0.9))
    var here = try computing { () throws(NumericsError) in try likelihood(tanh(z)) }
    var information = here.information
    for _ in 0..<200 {
      let slope = 1 - tanh(z) * tanh(z)
      // Where hardly anybody tells anything more, the likelihood has become flat towards an end.
      guard abs(z) < end, here.information * slope * slope > 1e-4 * here.count else {
        throw .undetermined(
          "the likelihood rises all the way to a correlation of \(z < 0 ? "\u{2212}1" : "1")")
      }
      var step = min(max(here.score / (information * slope), -1), 1)
      // The smallest step that can still be seen in the estimate.
      guard abs(step) * slope > 4e-16 else { return tanh(z) }
      let slack = 1e-12 * abs(here.logarithm)
      var next = here
      repeat {
        next = try computing { () throws(NumericsError) in try likelihood(tanh(z + step)) }
        if next.logarithm >= here.logarithm - slack { break }
        step /= 2
      } while abs(step) > 1e-10
      // Once the slope was seen at two places, how fast it falls is known better.
      let distance = tanh(z + step) - tanh(z)
      let falling = distance == 0 ? 0 : (here.score - next.score) / distance
      information = falling > 0 ? falling : next.information
      z += step
      here = next
    }
    guard abs(here.score) < 1e-6 * here.information else {
      throw .numerics(.noConvergence(function: "the search for the correlation"))
    }
    return tanh(z)
  }

  /// A standard error that the data leave undetermined, as few and symmetric ones may, is refused.
  static func requireError(_ error: Double) throws(StatisticsError) {
    guard error.isFinite, error > 0 else {
      throw .undetermined("too few people answered differently to say how sure it is")
    }
  }

  /// The interval along Fisher's z.
  static func interval(
    _ rho: Double, standardError: Double, _ level: ConfidenceLevel
  ) throws(StatisticsError) -> ConfidenceInterval {
    let reach = try level.normalReach() * standardError / ((1 - rho) * (1 + rho))
    return ConfidenceInterval(
      level: level, lower: tanh(atanh(rho) - reach), upper: tanh(atanh(rho) + reach))
  }
}
