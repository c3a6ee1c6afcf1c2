/// Walks the tags and texts of XML as workbooks hold it: no DTD, and no entities but the five.
struct XMLScanner {
  enum Event {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// Each tag and text in turn.
  ///
  /// An element without content starts and ends. Names are without their prefix.
  mutating func forEach(_ body: (Event) -> Void) {
    while let open = rest.firstIndex(of: "<") {
      if open > rest.startIndex { body(.text(Self.plain(rest[..<open]))) }
      rest = rest[open...]
      guard let close = rest.firstIndex(of: ">") else { return }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        body(.end(Self.local(tag.dropFirst())))
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      let inside = isEmpty ? tag.dropLast() : tag
      let name = Self.local(inside.prefix { !$0.isWhitespace })
      body(.start(name, Self.attributes(inside.drop { !$0.isWhitespace })))
      if isEmpty { body(.end(name)) }
    }
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = local(rest[..<equals].drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
      rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { break }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { break }
      attributes[name] = plain(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return attributes
  }

  private static func local(_ name: Substring) -> String {
    String(name.split(separator: ":").last ?? name).trimmedSpaces
  }

  private static func plain(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var result = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else { break }
      let name = rest[rest.index(after: mark)..<end]
      result += character(name) ?? "&\(name);"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let known = known[String(name)] { return known }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first == "x"
    let value = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
