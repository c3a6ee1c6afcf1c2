/// Words that people read, with places for earlier answers and study details.
///
/// `{name}` and `{name or fallback}` are inserts; `{{` and `}}` are braces.
public struct InsertText: Sendable, Hashable, Codable {
  public enum Segment: Sendable, Hashable {
    case words(String)
    case insert(name: String, fallback: String?)
  }

  /// The words as written.
  public let source: String

  public init(_ source: String) { self.source = source }

  public init(from decoder: any Decoder) throws {
    source = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(source)
  }

  /// The words and inserts in order; a brace without its partner is a word like any other.
  public var segments: [Segment] {
    var segments: [Segment] = []
    var words = ""
    var rest = Substring(source)
    func flush() {
      if !words.isEmpty { segments.append(.words(words)) }
      words = ""
    }
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        words.append(character)
        rest = rest.dropFirst(2)
      } else if character == "{", let close = rest.firstIndex(of: "}") {
        flush()
        let inside = rest[rest.index(after: rest.startIndex)..<close]
        segments.append(Self.insert(inside))
        rest = rest[rest.index(after: close)...]
      } else {
        words.append(character)
        rest = rest.dropFirst()
      }
    }
    flush()
    return segments
  }

  private static func insert(_ inside: Substring) -> Segment {
    let words = inside.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count >= 3, words[1] == "or" else {
      return .insert(name: words.joined(separator: " "), fallback: nil)
    }
    return .insert(name: String(words[0]), fallback: words[2...].joined(separator: " "))
  }

  /// The words with every insert filled in; one that `value` does not know becomes its fallback,
  /// or nothing.
  public func filled(_ value: (String) -> String?) -> String {
    segments.map { segment in
      switch segment {
      case .words(let words): words
      case .insert(let name, let fallback): value(name) ?? fallback ?? ""
      }
    }.joined()
  }
}
