import CGSL

/// The door to the GNU Scientific Library: its default is to end the program on any trouble.
enum GSL {
  /// Makes the library return what went wrong; for the whole process, once, never undone.
  private static let reports: Void = { _ = gsl_set_error_handler_off() }()

  /// The value of a function that has no status of its own: trouble shows as NaN or infinity.
  static func value(
    _ function: String, _ body: () -> Double
  ) throws(NumericsError) -> Double {
    _ = reports
    let value = body()
    guard value.isFinite else { throw .noConvergence(function: function) }
    return value
  }

  /// The value of a function that reports a status.
  static func value(
    _ function: String, _ body: (inout gsl_sf_result) -> Int32
  ) throws(NumericsError) -> Double {
    _ = reports
    var result = gsl_sf_result()
    guard body(&result) == Int32(GSL_SUCCESS), result.val.isFinite else {
      throw .noConvergence(function: function)
    }
    return result.val
  }

  /// Runs a function that answers with nothing but a status.
  static func check(_ function: String, _ body: () -> Int32) throws(NumericsError) {
    _ = reports
    guard body() == Int32(GSL_SUCCESS) else { throw .noConvergence(function: function) }
  }
}
