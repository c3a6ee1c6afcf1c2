public import AttuneTables

/// A number, or the reason why there is none: the reason completes "not available because …".
public enum Quantity: Sendable, Hashable {
  case value(Double)
  case unavailable(String)

  public var value: Double? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// Of whole numbers, such as these degrees of freedom.
  var countCell: Cell {
    guard case .value(let value) = self, let count = Int(exactly: value) else { return cell }
    return .count(count)
  }

  public var cell: Cell {
    switch self {
    case .value(let value): .real(value)
    case .unavailable(let reason): .unavailable(reason)
    }
  }
}
