import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The restricted likelihood of a linear model in which each site has a level of its own.
///
///     H = I + theta Z Z'        H^-1 of a site = I - c 1 1'        c = theta / (1 + n theta)
///     A = X' H^-1 X = X'X - sum of c s s'        s: column sums of a site
///
/// Every derivative by theta is a sum over sites, so that the fit takes no matrix larger than A.
struct RestrictedLikelihood {
  private struct Site {
    var n = 0.0
    var sums: [Double]
    var total = 0.0
  }

  private let n: Int
  private let p: Int
  private let products: SymmetricMatrix
  private let withScores: [Double]
  private let squares: Double
  private let sites: [Site]

  /// `nil` where a column is a sum of others or there are too few rows; scores are less their mean.
  init?(_ scores: [Double], _ columns: [[Double]], sites places: [Int], siteCount: Int) {
    n = scores.count
    p = columns.count
    guard n > p + 1, LeastSquares(scores, on: columns) != nil else { return nil }
    products = SymmetricMatrix(size: p) { i, j in
      zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    withScores = columns.map { zip($0, scores).reduce(0) { $0 + $1.0 * $1.1 } }
    squares = scores.reduce(0) { $0 + $1 * $1 }
    var sites = Array(
      repeating: Site(sums: Array(repeating: 0, count: p)), count: siteCount)
    for (row, place) in places.enumerated() {
      sites[place].n += 1
      sites[place].total += scores[row]
      for column in 0..<p { sites[place].sums[column] += columns[column][row] }
    }
    self.sites = sites
  }

  /// What the model is at one theta.
  fileprivate struct State {
    let inverse: SymmetricMatrix
    let logDeterminant: Double
    let coefficients: [Double]
    let residual: Double
    /// What each site's total lies off.
    let errors: [Double]
  }

  private func state(_ theta: Double) throws(StatisticsError) -> State {
    let weights = sites.map { theta / (1 + $0.n * theta) }
    let a = SymmetricMatrix(size: p) { i, j in
      zip(weights, sites).reduce(products[i, j]) { $0 - $1.0 * $1.1.sums[i] * $1.1.sums[j] }
    }
    guard let factor = Cholesky(a) else {
      throw .undetermined("some of what is named tells nothing apart within sites")
    }
    let b = (0..<p).map { i in
      zip(weights, sites).reduce(withScores[i]) { $0 - $1.0 * $1.1.sums[i] * $1.1.total }
    }
    let coefficients = factor.solve(b)
    let whole = zip(weights, sites).reduce(squares) { $0 - $1.0 * $1.1.total * $1.1.total }
    let residual = zip(b, coefficients).reduce(whole) { $0 - $1.0 * $1.1 }
    guard residual > 1e-12 * squares else {
      throw .noVariance(in: "the score of people who are alike in all that is named")
    }
    return State(
      inverse: factor.inverse(), logDeterminant: factor.logDeterminant,
      coefficients: coefficients, residual: residual,
      errors: sites.map { site in
        zip(site.sums, coefficients).reduce(site.total) { $0 - $1.0 * $1.1 }
      })
  }

  private func criterion(_ theta: Double, _ state: State) -> Double {
    Double(n - p) * log(state.residual) + sites.reduce(0) { $0 + log(1 + $1.n * theta) }
      + state.logDeterminant
  }

  /// The derivative of the criterion by theta.
  private func slope(_ theta: Double) throws(StatisticsError) -> Double {
    let state = try state(theta)
    var (residual, determinants) = (0.0, 0.0)
    for (site, error) in zip(sites, state.errors) {
      let first = 1 / ((1 + site.n * theta) * (1 + site.n * theta))
      residual -= first * error * error
      determinants +=
        site.n / (1 + site.n * theta) - first * quadratic(site.sums, state.inverse)
    }
    return Double(n - p) * residual / state.residual + determinants
  }

  private func quadratic(_ vector: [Double], _ matrix: SymmetricMatrix) -> Double {
    zip(vector, matrix.times(vector)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Where the criterion is smallest: the best of all places where its slope turns upwards, and 0.
  func fit() throws(StatisticsError) -> Fit {
    var candidates = [0.0]
    // From a thousandth of a per cent of the variance between sites to nearly all of it.
    let grid = [0] + (-40...32).map { exp(Double($0) / 4) }
    var slopes: [Double] = []
    for theta in grid { slopes.append(try slope(theta)) }
    for index in grid.indices.dropLast() where slopes[index] < 0 && slopes[index + 1] >= 0 {
      candidates.append(try zero(from: grid[index], to: grid[index + 1]))
    }
    if let last = slopes.last, last < 0 {
      throw .noVariance(in: "the score within each site")
    }
    var best: (theta: Double, criterion: Double)?
    for theta in candidates {
      let value = criterion(theta, try state(theta))
      if best.map({ value < $0.criterion }) ?? true { best = (theta, value) }
    }
    let theta = best?.theta ?? 0
    return Fit(try state(theta), theta, self, criterion: best?.criterion ?? 0)
  }

  /// By halving, which the slope's own cost makes cheap enough.
  private func zero(from low: Double, to high: Double) throws(StatisticsError) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if try slope(middle) < 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// A weighted sum of the coefficients.
  struct Contrast {
    let estimate: Double
    let standardError: Double
    let degreesOfFreedom: Double
  }

  /// The model at its best theta.
  struct Fit {
    let theta: Double
    let variance: Double
    let deviance: Double
    private let state: State
    private let model: RestrictedLikelihood
    /// Of -2 ln REML by theta and by the variance.
    private let hessian: (theta: Double, mixed: Double, variance: Double)

    fileprivate init(
      _ state: State, _ theta: Double, _ model: RestrictedLikelihood, criterion: Double
    ) {
      let df = Double(model.n - model.p)
      self.state = state
      self.theta = theta
      self.model = model
      variance = state.residual / df
      deviance = criterion - df * log(df) + df * (1 + log(2 * Double.pi))
      var (determinants, residual1, residual2) = (0.0, 0.0, 0.0)
      var pull = Array(repeating: 0.0, count: model.p)
      let first = model.sites.map { 1 / ((1 + $0.n * theta) * (1 + $0.n * theta)) }
      for (index, site) in model.sites.enumerated() {
        let second = -2 * site.n * first[index] / (1 + site.n * theta)
        let error = state.errors[index]
        determinants -=
          site.n * site.n * first[index] + second * model.quadratic(site.sums, state.inverse)
        residual1 -= first[index] * error * error
        residual2 -= second * error * error
        for i in pull.indices { pull[i] += first[index] * site.sums[i] * error }
      }
      residual2 -= 2 * model.quadratic(pull, state.inverse)
      // tr(A^-1 A' A^-1 A'), A' = -sum of c' s s'.
      let solved = model.sites.map { state.inverse.times($0.sums) }
      for (i, one) in model.sites.enumerated() {
        for (j, _) in model.sites.enumerated() {
          let product = zip(one.sums, solved[j]).reduce(0) { $0 + $1.0 * $1.1 }
          determinants -= first[i] * first[j] * product * product
        }
      }
      hessian = (
        determinants + residual2 / variance, -residual1 / (variance * variance),
        df / (variance * variance)
      )
    }

    func contrast(_ weights: [Double]) -> Contrast {
      let solved = state.inverse.times(weights)
      let unit = zip(weights, solved).reduce(0) { $0 + $1.0 * $1.1 }
      let squaredError = variance * unit
      let byTheta = model.sites.reduce(0.0) { sum, site in
        let product = zip(site.sums, solved).reduce(0) { $0 + $1.0 * $1.1 }
        return sum + product * product / ((1 + site.n * theta) * (1 + site.n * theta))
      }
      let gradient = (theta: variance * byTheta, variance: unit)
      let determinant = hessian.theta * hessian.variance - hessian.mixed * hessian.mixed
      let spread =
        (hessian.variance * gradient.theta * gradient.theta
          - 2 * hessian.mixed * gradient.theta * gradient.variance
          + hessian.theta * gradient.variance * gradient.variance) / determinant
      // At theta = 0 the edge leaves the variance alone to be estimated.
      let df =
        theta > 0
        ? squaredError * squaredError / spread
        : Double(model.n - model.p)
      return Contrast(
        estimate: zip(weights, state.coefficients).reduce(0) { $0 + $1.0 * $1.1 },
        standardError: squaredError.squareRoot(), degreesOfFreedom: df)
    }
  }
}
