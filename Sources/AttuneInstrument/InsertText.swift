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
    let bytes = Array(source.utf8)
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard bytes.contains(where: { $0 == open || $0 == close }) else {
      return bytes.isEmpty ? [] : [.words(source)]
    }
    var segments: [Segment] = []
    var words: [UInt8] = []
    // Where nothing is closed any more, nothing is looked for again.
    let lastClose = bytes.lastIndex(of: close) ?? -1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == open || byte == close, index + 1 < bytes.count, bytes[index + 1] == byte {
        words.append(byte)
        index += 2
      } else if byte == open, index < lastClose,
        let end = bytes[index...].firstIndex(of: close)
      {
        if !words.isEmpty { segments.append(.words(String(decoding: words, as: UTF8.self))) }
        words = []
        segments.append(Self.insert(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
        index = end + 1
      } else {
        words.append(byte)
        index += 1
      }
    }
    if !words.isEmpty { segments.append(.words(String(decoding: words, as: UTF8.self))) }
    return segments
  }

  private static func insert(_ inside: String) -> Segment {
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
