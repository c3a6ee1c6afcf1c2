import CGSL

/// The points and weights that integrate a smooth function over -1 to 1 from a few of its values.
struct GaussLegendre: Sendable {
  let points: [(x: Double, weight: Double)]

  init(count: Int) {
    guard let table = gsl_integration_glfixed_table_alloc(count) else {
      preconditionFailure("a table of \(count) points takes a few hundred bytes")
    }
    defer { gsl_integration_glfixed_table_free(table) }
    points = (0..<count).map { index in
      var (x, weight) = (0.0, 0.0)
      gsl_integration_glfixed_point(-1, 1, index, &x, &weight, table)
      return (x, weight)
    }
  }

  /// The integral over `panels` parts of equal width.
  func integral(
    from low: Double, to high: Double, panels: Int, _ f: (Double) -> Double
  ) -> Double {
    let half = (high - low) / Double(panels) / 2
    var sum = CompensatedSum()
    for panel in 0..<panels {
      let middle = low + (2 * Double(panel) + 1) * half
      for point in points { sum += half * point.weight * f(middle + half * point.x) }
    }
    return sum.value
  }
}
