import AttuneInstrument

/// A column of a statistical file: numbers with labels, or text.
struct Variable: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Codes with what they mean, in the order of the scale.
    case codes([ValueLabel])
    case number
    /// A day, as a number of the format's own.
    case day
    case text
  }

  enum Measure: Sendable, Hashable { case nominal, ordinal, scale }

  struct ValueLabel: Sendable, Hashable {
    let code: Int
    let words: String
  }

  var name: String
  let label: String
  let kind: Kind
  let measure: Measure
  /// Whether a missing answer has a reason.
  let hasReasons: Bool

  var isText: Bool { kind == .text }
}

/// What stands in one place of a statistical file.
enum VariableValue: Sendable, Hashable {
  case number(Double)
  case text(String)
  case missing(MissingReason)
  /// Nothing, and no reason.
  case blank
}
