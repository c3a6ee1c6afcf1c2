import AttuneTables

/// A value of JSON whose members stay in their order.
indirect enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByDictionaryLiteral
{
  case text(String)
  case number(Double)
  case bool(Bool)
  case list([JSONValue])
  case object([(String, JSONValue)])

  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }

  /// Indented, with a line feed at the end.
  var rendered: String { rendered(at: "") + "\n" }

  private func rendered(at indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return text.asJSON
    case .number(let number): return plain(number)
    case .bool(let bool): return bool ? "true" : "false"
    case .list(let values):
      guard !values.isEmpty else { return "[]" }
      let lines = values.map { inner + $0.rendered(at: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(inner)\($0.asJSON): \($1.rendered(at: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }
}

extension String {
  /// A literal of JSON, and of Python, without control characters.
  var asJSON: String { controlFree.inJSON }
}

extension Unicode.Scalar {
  /// Whether it orders or ends lines without being seen.
  var isInvisible: Bool {
    switch value {
    case 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
