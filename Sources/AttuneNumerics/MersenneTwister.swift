import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Random numbers that other programs can draw too: mt19937 of the GNU Scientific Library.
///
/// The generator of Matsumoto & Nishimura (1998, doi:10.1145/272991.272995), started as they
/// started it in 2002. With a seed from 1 to 4294967295 its numbers are those of numpy's
/// `RandomState(seed)`. It is not to be shared between threads.
///
/// - Checked against: numpy 2 `RandomState.random_sample`; see `MersenneTwisterTests`.
public final class MersenneTwister: RandomNumberGenerator {
  private let state: UnsafeMutablePointer<gsl_rng>

  /// The library takes the lowest 32 bits of the seed, and 4357 for 0.
  public init(seed: UInt64) {
    guard let state = gsl_rng_alloc(mersenne_twister_type()) else {
      preconditionFailure("there is room for a few kilobytes")
    }
    self.state = state
    gsl_rng_set(state, UInt(seed & 0xFFFF_FFFF))
  }

  /// The generator of one of many pieces of work, so that they can be done in any order.
  ///
  /// Two streams of a seed are the same with a probability of 2^-32.
  public convenience init(seed: UInt64, stream: UInt64) {
    var mixer = SplitMix64(state: seed)
    mixer = SplitMix64(state: mixer.next() ^ stream)
    self.init(seed: mixer.next() >> 32)
  }

  deinit { gsl_rng_free(state) }

  public func next() -> UInt64 {
    let high = UInt64(gsl_rng_get(state))
    return high << 32 | UInt64(gsl_rng_get(state))
  }

  /// A number from 0 up to, not including, 1: one of 2^53, each as likely as any other.
  public func uniform() -> Double {
    let high = gsl_rng_get(state) >> 5
    let low = gsl_rng_get(state) >> 6
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// A whole number from 0 to `bound - 1`, each as likely as any other but for 2^-53 of it.
  public func index(below bound: Int) -> Int {
    precondition(bound > 0, "there is a number below the bound")
    return Int(uniform() * Double(bound))
  }

  /// A number from the standard normal distribution, by the ratio of uniforms.
  ///
  ///     x = v / u        u uniform on (0, 1), v on (-sqrt(2/e), sqrt(2/e)), if x^2 <= -4 log(u)
  ///
  /// The value comes from a division alone; the logarithm only says whether it is taken. So the last
  /// digit of a machine's logarithm changes nothing, but for one draw in 1e14 or fewer.
  ///
  /// - Sources: Kinderman & Monahan (1977), doi:10.1145/355744.355750; the bounds by which most
  ///   logarithms are spared, Leva (1992), doi:10.1145/138351.138364.
  public func normal() -> Double {
    while true {
      let u = 1 - uniform()
      let v = 1.7156 * (uniform() - 0.5)
      let x = u - 0.449871
      let y = abs(v) + 0.386595
      let q = x * x + y * (0.196 * y - 0.25472 * x)
      if q < 0.27597 { return v / u }
      if q <= 0.27846, v * v <= -4 * u * u * log(u) { return v / u }
    }
  }
}
