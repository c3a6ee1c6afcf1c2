/// Why a computation gave no number.
public enum NumericsError: Error, Sendable, Hashable {
  /// An argument for which the function is not defined.
  case undefined(function: String, argument: String, value: Double)
  /// The method stopped before it reached its precision.
  case noConvergence(function: String)
}

extension NumericsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .undefined(let function, let argument, let value):
      "\(function) is not defined for \(argument) = \(value)"
    case .noConvergence(let function):
      "\(function) did not reach its precision"
    }
  }
}
