/// A detail that few blocks have, kept outside its block, so that a block is quick to copy.
@propertyWrapper
enum Rarely<Value: Sendable>: Sendable {
  case unsaid
  indirect case said(Value)

  init(wrappedValue: Value?) { self = wrappedValue.map(Self.said) ?? .unsaid }

  var wrappedValue: Value? {
    get {
      switch self {
      case .unsaid: nil
      case .said(let value): value
      }
    }
    set { self = Self(wrappedValue: newValue) }
  }
}
