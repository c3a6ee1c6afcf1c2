import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The gamma function half a step apart, against what it tends to: rises from 0 towards 1.
///
///     gamma(a) / (sqrt(a) * gamma(a - 1/2))        a > 1/2
///
/// Through Stirling's remainders, so that no digits are lost where both gammas are enormous.
public func halfStepGammaRatio(_ a: Double) throws(NumericsError) -> Double {
  let name = "the ratio of gamma functions"
  let a = try defined(a, "a", of: name) { $0 > 0.5 }
  let upper = try GSL.value(name) { gsl_sf_gammastar_e(a, &$0) }
  let lower = try GSL.value(name) { gsl_sf_gammastar_e(a - 0.5, &$0) }
  return exp((1 - a) * log1p(-0.5 / a) - 0.5) * upper / lower
}
