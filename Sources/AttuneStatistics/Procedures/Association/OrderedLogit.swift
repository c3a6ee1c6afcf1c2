import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The likelihood of the proportional-odds model for counts, and its maximum by Newton's method.
///
///     P(at most j | row i) = 1 / (1 + exp(-(theta_j - beta_i)))
///
/// Parameters: the thresholds, then the effects of all rows but the first. The log-likelihood has no
/// second maximum; a step that would lower it, or cross thresholds, is halved.
struct OrderedLogit {
  let counts: [[Int]]
  private let cuts: Int

  struct Fit {
    let thresholds: [Double]
    let effects: [Double]
    let standardErrors: [Double]
    let logLikelihood: Double
  }

  init(_ counts: [[Int]]) {
    self.counts = counts
    cuts = counts[0].count - 1
  }

  func fitted() throws(StatisticsError) -> Fit {
    var parameters = start
    var state = derivatives(at: parameters)
    for _ in 0..<100 {
      guard let factor = Cholesky(state.information) else { break }
      let step = factor.solve(state.gradient)
      var share = 1.0
      var next = zip(parameters, step).map { $0 + $1 }
      // Rounding may lower the last steps by nothing to speak of.
      while !(logLikelihood(at: next) >= state.logLikelihood - state.logLikelihood.magnitude * 1e-14),
        share > 1e-6
      {
        share /= 2
        next = zip(parameters, step).map { $0 + share * $1 }
      }
      parameters = next
      state = derivatives(at: parameters)
      let isStill = zip(parameters, step).allSatisfy { $1.magnitude <= 1e-11 * (1 + $0.magnitude) }
      if isStill, let inverse = Cholesky(state.information)?.inverse() {
        return Fit(
          thresholds: Array(parameters[..<cuts]), effects: Array(parameters[cuts...]),
          standardErrors: (cuts..<parameters.count).map { inverse[$0, $0].squareRoot() },
          logLikelihood: state.logLikelihood)
      }
    }
    throw .numerics(.noConvergence(function: "the proportional-odds model"))
  }

  /// The thresholds of all rows together, and no effect.
  private var start: [Double] {
    let n = Double(counts.joined().reduce(0, +))
    var below = 0
    let thresholds = (0..<cuts).map { cut in
      below += counts.reduce(0) { $0 + $1[cut] }
      return log(Double(below) / (n - Double(below)))
    }
    return thresholds + Array(repeating: 0, count: counts.count - 1)
  }

  private struct State {
    var logLikelihood = 0.0
    var gradient: [Double]
    /// Less the second derivatives.
    var information: SymmetricMatrix
  }

  /// The distance of a cut from a row; infinite beyond the outer ones.
  private func distance(_ cut: Int, _ row: Int, _ parameters: [Double]) -> Double {
    if cut < 0 { return -.infinity }
    if cut == cuts { return .infinity }
    return parameters[cut] - (row > 0 ? parameters[cuts + row - 1] : 0)
  }

  /// Minus infinity where thresholds are not in their order.
  private func logLikelihood(at parameters: [Double]) -> Double {
    var sum = 0.0
    for (row, line) in counts.enumerated() {
      for (column, count) in line.enumerated() where count > 0 {
        let p = Self.share(
          distance(column - 1, row, parameters), distance(column, row, parameters))
        guard p > 0 else { return -.infinity }
        sum += Double(count) * log(p)
      }
    }
    return sum
  }

  /// The logistic distribution's probability between two places, without loss in its tails.
  private static func share(_ low: Double, _ high: Double) -> Double {
    low > 0
      ? logistic(-low) - logistic(-high) : logistic(high) - logistic(low)
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  private func derivatives(at parameters: [Double]) -> State {
    let size = parameters.count
    var gradient = Array(repeating: 0.0, count: size)
    var second = Array(repeating: Array(repeating: 0.0, count: size), count: size)
    var sum = 0.0
    for (row, line) in counts.enumerated() {
      for (column, count) in line.enumerated() where count > 0 {
        let n = Double(count)
        let ends = [distance(column - 1, row, parameters), distance(column, row, parameters)]
        let p = Self.share(ends[0], ends[1])
        sum += n * log(p)
        // Of both ends: the density, its slope, and the sign with which it enters p.
        let densities = ends.map { $0.isFinite ? Self.logistic($0) * Self.logistic(-$0) : 0 }
        let slopes = zip(ends, densities).map { end, density in
          end.isFinite ? density * (Self.logistic(-end) - Self.logistic(end)) : 0
        }
        let first = [-densities[0] / p, densities[1] / p]
        for a in 0...1 where ends[a].isFinite {
          for (k, sign) in entries(column - 1 + a, row) {
            gradient[k] += n * first[a] * sign
            for b in 0...1 where ends[b].isFinite {
              let curve = a == b ? (a == 0 ? -slopes[0] : slopes[1]) / p : 0
              for (l, other) in entries(column - 1 + b, row) {
                second[k][l] += n * (curve - first[a] * first[b]) * sign * other
              }
            }
          }
        }
      }
    }
    return State(
      logLikelihood: sum, gradient: gradient,
      information: SymmetricMatrix(size: size) { -second[$0][$1] })
  }

  /// The parameters that a distance is made of, with their signs.
  private func entries(_ cut: Int, _ row: Int) -> [(Int, Double)] {
    row > 0 ? [(cut, 1), (cuts + row - 1, -1)] : [(cut, 1)]
  }
}
