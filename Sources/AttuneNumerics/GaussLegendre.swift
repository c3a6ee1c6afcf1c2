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
}
