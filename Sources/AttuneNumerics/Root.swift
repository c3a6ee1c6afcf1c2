/// The place between `low` and `high` where `f` changes its sign, to the last digits.
///
/// Chandrupatla's method (1997, doi:10.1016/s0965-9978(96)00051-8): inverse quadratic steps where
/// they are safe, else halving.
///
/// - Throws: `NumericsError.noConvergence` if the signs at the ends agree, or what `f` throws.
func root(
  of f: (Double) throws(NumericsError) -> Double, from low: Double, to high: Double
) throws(NumericsError) -> Double {
  try root(of: f, between: (low, try f(low)), and: (high, try f(high)))
}

/// The place near `guess` where a rising or falling `f` changes its sign, looked for ever further
/// away from `width` on.
func root(
  of f: (Double) throws(NumericsError) -> Double, isRising: Bool, near guess: Double,
  within width: Double
) throws(NumericsError) -> Double {
  var width = width
  var low = (x: guess - width, f: try f(guess - width))
  var high = (x: guess + width, f: try f(guess + width))
  while isRising ? low.f > 0 : low.f < 0 {
    high = low
    let x = low.x - width
    low = (x, try f(x))
    width *= 2
  }
  while isRising ? high.f < 0 : high.f > 0 {
    low = high
    let x = high.x + width
    high = (x, try f(x))
    width *= 2
  }
  return try root(of: f, between: low, and: high)
}

private func root(
  of f: (Double) throws(NumericsError) -> Double, between low: (x: Double, f: Double),
  and high: (x: Double, f: Double)
) throws(NumericsError) -> Double {
  var (a, fa) = high
  var (b, fb) = low
  guard fa.sign != fb.sign || fa == 0 || fb == 0 else {
    throw .noConvergence(function: "the search for a root")
  }
  var t = 0.5
  for _ in 0..<200 {
    let x = a + t * (b - a)
    let fx = try f(x)
    // The old end on the side of `x` becomes the third point of the parabola.
    let (c, fc): (Double, Double)
    if fx.sign == fa.sign {
      (c, fc) = (a, fa)
    } else {
      (c, fc) = (b, fb)
      (b, fb) = (a, fa)
    }
    (a, fa) = (x, fx)
    let best = fa.magnitude < fb.magnitude ? a : b
    let tolerance = 2 * best.magnitude.ulp
    let share = tolerance / (b - a).magnitude
    if share > 0.5 || fa == 0 { return best }
    let xi = (a - b) / (c - b)
    let phi = (fa - fb) / (fc - fb)
    if phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi {
      t = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    } else {
      t = 0.5
    }
    t = min(max(t, share), 1 - share)
  }
  throw .noConvergence(function: "the search for a root")
}
